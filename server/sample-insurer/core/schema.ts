import { premiumTables } from "../premiums/tables.ts"

/**
 * The tables. Money is in fen. What was seeded is dated by days before (`_ago`) or after (`_in`) the day of a
 * request, so that every named person stays what the reason says; what customers do is dated absolutely.
 */
export const schema = `
CREATE TABLE person (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, sex TEXT NOT NULL, birth TEXT, age INTEGER,
  id_type TEXT NOT NULL, id_number TEXT, mobile TEXT, mobile_lost INTEGER NOT NULL, face INTEGER NOT NULL,
  standing TEXT NOT NULL, code TEXT NOT NULL, reason_zh TEXT, reason_en TEXT
) STRICT;
CREATE TABLE bank (
  id TEXT PRIMARY KEY, issuer TEXT NOT NULL UNIQUE, name_zh TEXT NOT NULL, name_en TEXT NOT NULL,
  supported INTEGER NOT NULL
) STRICT;
CREATE TABLE account (
  customer TEXT NOT NULL REFERENCES person, id TEXT NOT NULL, number TEXT NOT NULL,
  bank TEXT NOT NULL REFERENCES bank, owner_name TEXT NOT NULL, own INTEGER NOT NULL, open INTEGER NOT NULL,
  known INTEGER NOT NULL, bounces INTEGER NOT NULL, PRIMARY KEY (customer, id)
) STRICT;
CREATE TABLE policy (
  policy_no TEXT PRIMARY KEY, product TEXT NOT NULL,
  holder TEXT NOT NULL REFERENCES person, insured TEXT NOT NULL REFERENCES person,
  sum_insured INTEGER NOT NULL, premium INTEGER NOT NULL, pay_years INTEGER NOT NULL, credited INTEGER NOT NULL,
  due_in INTEGER NOT NULL, receipt_after INTEGER, auto_debit INTEGER NOT NULL, pay_kind TEXT NOT NULL,
  pay_account TEXT, payer TEXT REFERENCES person, premium_mode TEXT NOT NULL, dividends INTEGER NOT NULL,
  survival_benefits INTEGER NOT NULL, account_value INTEGER NOT NULL, ended_because TEXT, ended_ago INTEGER,
  FOREIGN KEY (holder, pay_account) REFERENCES account (customer, id)
) STRICT;
CREATE INDEX policy_holder ON policy (holder);
CREATE INDEX policy_insured ON policy (insured);
CREATE INDEX account_number ON account (number);
CREATE TABLE rider (
  policy_no TEXT NOT NULL REFERENCES policy, part TEXT NOT NULL, premium INTEGER NOT NULL,
  PRIMARY KEY (policy_no, part)
) STRICT;
CREATE TABLE beneficiary (
  policy_no TEXT NOT NULL REFERENCES policy, customer TEXT NOT NULL REFERENCES person, percent INTEGER NOT NULL,
  PRIMARY KEY (policy_no, customer)
) STRICT;
CREATE TABLE loan (
  policy_no TEXT NOT NULL REFERENCES policy, kind TEXT NOT NULL, amount INTEGER NOT NULL, since_ago INTEGER NOT NULL,
  PRIMARY KEY (policy_no, kind)
) STRICT;
CREATE TABLE block (
  policy_no TEXT NOT NULL REFERENCES policy, kind TEXT NOT NULL, since_ago INTEGER NOT NULL,
  reason_zh TEXT NOT NULL, reason_en TEXT NOT NULL, PRIMARY KEY (policy_no, kind)
) STRICT;
CREATE TABLE payment (
  policy_no TEXT NOT NULL REFERENCES policy, premium_year INTEGER NOT NULL, attempt INTEGER NOT NULL,
  amount INTEGER NOT NULL, status TEXT NOT NULL, after_due INTEGER NOT NULL, failure TEXT,
  PRIMARY KEY (policy_no, premium_year, attempt)
) STRICT;
CREATE TABLE claim (
  claim_no TEXT PRIMARY KEY, kind TEXT NOT NULL, state TEXT NOT NULL, customer TEXT REFERENCES person,
  insured TEXT REFERENCES person, share INTEGER NOT NULL, report TEXT NOT NULL, event_on TEXT NOT NULL,
  reported_on TEXT NOT NULL, complete_on TEXT, decided_on TEXT, agreed_on TEXT, paid_on TEXT, result TEXT,
  amount INTEGER NOT NULL, advance INTEGER NOT NULL, account TEXT, facts TEXT NOT NULL, key TEXT UNIQUE
) STRICT;
CREATE INDEX claim_customer ON claim (customer);
CREATE TABLE claim_policy (
  claim_no TEXT NOT NULL REFERENCES claim, policy_no TEXT NOT NULL REFERENCES policy,
  PRIMARY KEY (claim_no, policy_no)
) STRICT;
CREATE INDEX claim_policy_policy ON claim_policy (policy_no);
CREATE TABLE claim_document (
  claim_no TEXT NOT NULL REFERENCES claim, id TEXT NOT NULL, state TEXT NOT NULL, PRIMARY KEY (claim_no, id)
) STRICT;
CREATE TABLE disclosure (
  disclosure_no TEXT PRIMARY KEY, policy_no TEXT NOT NULL, purpose TEXT NOT NULL,
  version TEXT NOT NULL, state TEXT NOT NULL, sealed_ago INTEGER, kept_on TEXT, refers_to TEXT REFERENCES disclosure,
  answers TEXT NOT NULL, result TEXT, reason_zh TEXT, reason_en TEXT, reviewed INTEGER NOT NULL, customer TEXT,
  details TEXT, key TEXT UNIQUE
) STRICT;
CREATE INDEX disclosure_policy ON disclosure (policy_no);
CREATE TABLE application (
  policy_no TEXT PRIMARY KEY, product TEXT NOT NULL, holder TEXT NOT NULL REFERENCES person,
  insured TEXT NOT NULL REFERENCES person, relation TEXT NOT NULL, sum_insured INTEGER NOT NULL,
  premium INTEGER NOT NULL, waiver INTEGER NOT NULL
) STRICT;
CREATE TABLE consent_request (
  request_no TEXT PRIMARY KEY, policy_no TEXT NOT NULL, person TEXT NOT NULL REFERENCES person,
  wording TEXT NOT NULL, version TEXT NOT NULL, state TEXT NOT NULL, until_ms INTEGER NOT NULL, text_hash TEXT
) STRICT;
CREATE TABLE signature (
  ref TEXT PRIMARY KEY REFERENCES one_time_code, customer TEXT NOT NULL REFERENCES person, text_hash TEXT NOT NULL,
  signed_at TEXT
) STRICT;

CREATE TABLE miss (fact TEXT NOT NULL, ms INTEGER NOT NULL) STRICT;
CREATE INDEX miss_fact ON miss (fact, ms);
CREATE TABLE one_time_code (
  ref TEXT PRIMARY KEY, customer TEXT NOT NULL REFERENCES person, expires_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE face_check (
  ref TEXT PRIMARY KEY, customer TEXT NOT NULL REFERENCES person, expires_ms INTEGER NOT NULL,
  recognised INTEGER NOT NULL
) STRICT;
CREATE TABLE surrender (
  surrender_no TEXT PRIMARY KEY, policy_no TEXT NOT NULL REFERENCES policy, part TEXT NOT NULL,
  customer TEXT NOT NULL REFERENCES person, account TEXT NOT NULL, refund INTEGER NOT NULL, state TEXT NOT NULL,
  notice_at TEXT NOT NULL, auto_debit_ended INTEGER NOT NULL, paid_on TEXT, details TEXT NOT NULL, key TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX surrender_standing ON surrender (policy_no, part) WHERE state <> 'withdrawn';
CREATE UNIQUE INDEX surrender_key ON surrender (key);
CREATE TABLE complaint (
  complaint_no TEXT PRIMARY KEY, customer TEXT, policy_no TEXT, topic TEXT, what TEXT NOT NULL, wish TEXT, contact TEXT,
  state TEXT NOT NULL, opened_at TEXT NOT NULL, answered_on TEXT, key TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE callback (
  callback_no TEXT PRIMARY KEY, customer TEXT, topic TEXT NOT NULL, phone TEXT NOT NULL, urgent INTEGER NOT NULL,
  note TEXT, call_by TEXT NOT NULL, key TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE sequence (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
CREATE TABLE answer (
  operation TEXT NOT NULL, key TEXT NOT NULL, input_hash TEXT NOT NULL, status INTEGER NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (operation, key)
) STRICT;
CREATE TABLE effect (
  seq INTEGER PRIMARY KEY, at TEXT NOT NULL, operation TEXT NOT NULL, key TEXT, input TEXT NOT NULL,
  answer TEXT NOT NULL
) STRICT;
CREATE TABLE event (
  id TEXT PRIMARY KEY, at TEXT NOT NULL, event TEXT NOT NULL, correlation TEXT NOT NULL, payload TEXT NOT NULL,
  attempts INTEGER NOT NULL, next_ms INTEGER NOT NULL, accepted INTEGER NOT NULL, last_answer TEXT
) STRICT;
CREATE TABLE fault (operation TEXT PRIMARY KEY, fault TEXT NOT NULL) STRICT;
${premiumTables}`
