/**
 * What customers do about premiums. `payment` in the main schema is the history that was seeded; a payment order is
 * money on its way since then, for one policy or several. Seeded orders are dated by days before the request.
 */
export const premiumTables = `
CREATE TABLE payment_order (
  payment_no TEXT PRIMARY KEY, customer TEXT NOT NULL REFERENCES person, purpose TEXT NOT NULL, way TEXT NOT NULL,
  account TEXT, amount INTEGER NOT NULL, state TEXT NOT NULL, failure TEXT, created_at TEXT, created_ago INTEGER,
  ended_on TEXT, key TEXT UNIQUE
) STRICT;
CREATE TABLE payment_order_item (
  payment_no TEXT NOT NULL REFERENCES payment_order, policy_no TEXT NOT NULL REFERENCES policy,
  premium_year INTEGER NOT NULL, years INTEGER NOT NULL, amount INTEGER NOT NULL,
  PRIMARY KEY (payment_no, policy_no)
) STRICT;
CREATE INDEX payment_order_item_policy ON payment_order_item (policy_no);
CREATE TABLE premium_change (
  policy_no TEXT NOT NULL REFERENCES policy, part TEXT NOT NULL, premium INTEGER NOT NULL,
  reason_zh TEXT NOT NULL, reason_en TEXT NOT NULL, PRIMARY KEY (policy_no, part)
) STRICT;
CREATE TABLE mandate (
  mandate_no TEXT PRIMARY KEY, policy_no TEXT NOT NULL REFERENCES policy, account TEXT, changed_at TEXT NOT NULL,
  key TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX mandate_policy ON mandate (policy_no);
CREATE TABLE bind_code (
  ref TEXT PRIMARY KEY, customer TEXT NOT NULL REFERENCES person, account TEXT NOT NULL, expires_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE reinstatement (
  reinstatement_no TEXT PRIMARY KEY, policy_no TEXT NOT NULL REFERENCES policy,
  customer TEXT NOT NULL REFERENCES person, disclosure_no TEXT, amount INTEGER NOT NULL, state TEXT NOT NULL,
  applied_at TEXT NOT NULL, decided_at TEXT, key TEXT NOT NULL UNIQUE
) STRICT;
CREATE UNIQUE INDEX reinstatement_standing ON reinstatement (policy_no) WHERE state IN ('applied', 'agreed');
CREATE TABLE premium_refund (
  refund_no TEXT PRIMARY KEY, policy_no TEXT NOT NULL REFERENCES policy, customer TEXT NOT NULL REFERENCES person,
  account TEXT, amount INTEGER NOT NULL, state TEXT NOT NULL, asked_at TEXT NOT NULL, key TEXT NOT NULL UNIQUE
) STRICT;
CREATE UNIQUE INDEX premium_refund_policy ON premium_refund (policy_no);
CREATE TABLE invoice (
  invoice_no TEXT PRIMARY KEY, policy_no TEXT NOT NULL REFERENCES policy, amount INTEGER NOT NULL,
  issued_on TEXT NOT NULL, key TEXT NOT NULL UNIQUE
) STRICT;
`
