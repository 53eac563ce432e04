import { isDocumentId, keepDocuments } from "../claims/documents.ts"
import { addClaim } from "../claims/keep-claim.ts"
import type { InsurerDatabase } from "../core/database.ts"
import { toFen } from "../core/money.ts"
import { daysAgo } from "../core/stored-day.ts"
import type { NamedClaim, NamedDisclosure, NamedPerson, NamedPolicy } from "./named.ts"
import { accountLast4 } from "./seed-people.ts"

type Holder = Pick<NamedPerson, "id" | "accounts">

/** Writes the policies of each holder with all that hangs on them. Holders, insured and payers must be there. */
export function seedPolicies(
  db: InsurerDatabase,
  holders: readonly (Holder & { readonly policies?: readonly NamedPolicy[] })[],
): void {
  for (const holder of holders) for (const policy of holder.policies ?? []) seedPolicy(db, holder, policy)
}

function seedPolicy(db: InsurerDatabase, holder: Holder, policy: NamedPolicy): void {
  const kind = policy.paidBy ?? "bank"
  db.prepare("INSERT INTO policy VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").run(
    policy.policyNo,
    policy.product,
    holder.id,
    policy.insured ?? holder.id,
    toFen(policy.sum),
    toFen(policy.premium),
    policy.payYears,
    policy.credited,
    policy.dueIn,
    policy.receiptAfter === undefined ? 2 : policy.receiptAfter,
    (policy.autoDebit ?? kind === "bank") ? 1 : 0,
    kind,
    kind === "bank" ? payAccount(db, holder, policy) : null,
    policy.payer ?? null,
    policy.mode ?? "paid",
    toFen(policy.dividends ?? 0),
    toFen(policy.survivalBenefits ?? 0),
    toFen(policy.accountValue ?? 0),
    policy.ended?.because ?? null,
    policy.ended?.ago ?? null,
  )
  seedPayments(db, policy)
  seedDebit(db, holder, policy)
  const { policyNo, newPrice } = policy
  if (newPrice !== undefined) {
    const { part, premium, reason } = newPrice
    db.prepare("INSERT INTO premium_change VALUES (?, ?, ?, ?, ?)").run(
      policyNo,
      part,
      toFen(premium),
      reason.zh,
      reason.en,
    )
  }
  for (const rider of policy.riders ?? []) {
    db.prepare("INSERT INTO rider VALUES (?, ?, ?)").run(policyNo, rider.part, toFen(rider.premium))
  }
  for (const one of policy.beneficiaries ?? []) {
    db.prepare("INSERT INTO beneficiary VALUES (?, ?, ?)").run(policyNo, one.customer, one.percent)
  }
  for (const loan of policy.loans ?? []) {
    db.prepare("INSERT INTO loan VALUES (?, ?, ?, ?)").run(policyNo, loan.kind, toFen(loan.amount), loan.ago)
  }
  for (const { kind: block, ago, reason } of policy.blocks ?? []) {
    db.prepare("INSERT INTO block VALUES (?, ?, ?, ?, ?)").run(policyNo, block, ago, reason.zh, reason.en)
  }
  for (const claim of policy.claims ?? []) seedClaim(db, holder, policy, claim)
  for (const disclosure of policy.disclosures ?? []) seedDisclosure(db, policyNo, disclosure)
}

/** Writes the applications that wait for a health disclosure, with drafts of it. */
export function seedApplications(db: InsurerDatabase, people: readonly NamedPerson[]): void {
  for (const { id, applications } of people) {
    for (const { policyNo, product, insured, relation, sum, premium, waiver, disclosures } of applications ??
      []) {
      db.prepare("INSERT INTO application VALUES (?, ?, ?, ?, ?, ?, ?, ?)").run(
        policyNo,
        product,
        id,
        insured ?? id,
        relation ?? "self",
        toFen(sum),
        toFen(premium),
        waiver === true ? 1 : 0,
      )
      for (const disclosure of disclosures ?? []) seedDisclosure(db, policyNo, disclosure)
    }
  }
}

/** Returns the id of the paying account; a payer's account becomes one that is known of the holder, not own. */
function payAccount(db: InsurerDatabase, holder: Holder, policy: NamedPolicy): string {
  if (policy.payer === undefined) return `A${accountLast4(holder, "paying")}`
  const last4 = accountLast4({ id: policy.payer }, "paying")
  db.prepare(
    `INSERT INTO account SELECT ?, id, number, bank, owner_name, 0, open, 1, bounces
     FROM account WHERE customer = ? AND id = ?`,
  ).run(holder.id, policy.payer, `A${last4}`)
  return `A${last4}`
}

function seedPayments(db: InsurerDatabase, policy: NamedPolicy): void {
  const add = db.prepare("INSERT INTO payment VALUES (?, ?, ?, ?, ?, ?, ?)")
  const amount = toFen(policy.premium)
  const lastIs = policy.mode === "waived" ? "waived" : policy.mode === "automaticLoan" ? "lent" : "settled"
  for (let year = 1; year <= policy.credited; year += 1) {
    const status = year === policy.credited ? lastIs : "settled"
    add.run(policy.policyNo, year, 1, amount, status, status === "lent" ? 60 : 0, null)
  }
  if (policy.lastPayment?.status === "double")
    add.run(policy.policyNo, policy.credited, 2, amount, "double", 3, null)
}

/** The debit of the premium now due: on its way, or sent back by the bank. */
function seedDebit(db: InsurerDatabase, holder: Holder, policy: NamedPolicy): void {
  const { policyNo, lastPayment: last } = policy
  if (last === undefined || last.status === "double") return
  const riders = (policy.riders ?? []).reduce((sum, { premium }) => sum + premium, 0)
  const amount = toFen(policy.premium + riders)
  const state = last.status === "inTransit" ? "processing" : "failed"
  const paymentNo = `F${policyNo.slice(1)}`
  db.prepare(
    "INSERT INTO payment_order VALUES (?, ?, 'premium', 'debit', ?, ?, ?, ?, NULL, ?, NULL, NULL)",
  ).run(
    paymentNo,
    holder.id,
    `A${accountLast4(holder, "paying")}`,
    amount,
    state,
    last.failure ?? null,
    last.ago,
  )
  db.prepare("INSERT INTO payment_order_item VALUES (?, ?, ?, 1, ?)").run(
    paymentNo,
    policyNo,
    policy.credited + 1,
    amount,
  )
}

function seedClaim(db: InsurerDatabase, holder: Holder, policy: NamedPolicy, claim: NamedClaim): void {
  const insured = policy.insured ?? holder.id
  const day = (ago: number | undefined) => (ago === undefined ? undefined : daysAgo(ago))
  addClaim(db, {
    claimNo: claim.claimNo,
    kind: claim.kind,
    state: claim.state,
    customer: insured,
    insured,
    report: { concerns: "self" },
    eventOn: daysAgo(claim.eventAgo),
    reportedOn: daysAgo(claim.reportedAgo),
    completeOn: day(claim.completeAgo),
    decidedOn: day(claim.decidedAgo),
    agreedOn: day(claim.agreedAgo),
    paidOn: day(claim.paidAgo),
    result: claim.result,
    amount: toFen(claim.amount),
    account: claim.completeAgo === undefined ? undefined : `A${accountLast4(holder, "paying")}`,
    policies: [policy.policyNo],
  })
  keepDocuments(
    db,
    claim.claimNo,
    Object.entries(claim.documents ?? {}).flatMap(([id, state]) =>
      isDocumentId(id) ? [[id, state] as const] : [],
    ),
  )
}

function seedDisclosure(db: InsurerDatabase, policyNo: string, one: NamedDisclosure): void {
  db.prepare(
    `INSERT INTO disclosure (disclosure_no, policy_no, purpose, version, state, sealed_ago, refers_to, answers, result,
       reviewed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
  ).run(
    one.disclosureNo,
    policyNo,
    one.purpose,
    one.version,
    one.state,
    one.sealedAgo ?? null,
    one.refersTo ?? null,
    JSON.stringify(one.answers),
    one.result ?? null,
  )
}
