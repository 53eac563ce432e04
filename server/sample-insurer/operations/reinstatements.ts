import { z } from "zod"
import { dayNumber } from "../core/database.ts"
import { toFen, toYuan } from "../core/money.ts"
import { Refusal } from "../core/refusal.ts"
import { entitled } from "../policies/role.ts"
import { arrearsOf } from "../premiums/premium-due.ts"
import {
  openReinstatement,
  type Reinstatement,
  reinstatementOf,
  showReinstatement,
} from "../premiums/reinstatement.ts"
import { type Call, operation, someText } from "../serving/operation.ts"

const named = z.object({ reinstatementNo: someText, customer: someText })

/** Applications to revive a suspended policy, and the invoices for what was paid. */
export const reinstatementOperations = [
  operation(
    "reinstatement.apply",
    "write",
    ["POST", "/reinstatements"],
    z.object({
      policyNo: someText,
      customer: someText,
      amount: z.number().positive(),
      disclosureNo: someText.optional(),
    }),
    ({ policyNo, customer, amount, disclosureNo }, call) => {
      const { db, clock, key } = call
      const { policy } = entitled(db, policyNo, customer, ["policyholder"], clock)
      const owed = arrearsOf(db, policy, clock)
      if (owed === null) throw new Refusal("NOT_SUSPENDED", 409)
      if (clock.today > owed.limitOn) throw new Refusal("TOO_LATE", 410)
      if (openReinstatement(db, policyNo, clock) !== null) throw new Refusal("ALREADY_APPLIED", 409)
      if (owed.total !== toFen(amount)) throw new Refusal("AMOUNT_CHANGED", 409)
      const reinstatementNo = dayNumber(db, "X", clock.today)
      db.prepare("INSERT INTO reinstatement VALUES (?, ?, ?, ?, ?, 'applied', ?, NULL, ?)").run(
        reinstatementNo,
        policyNo,
        customer,
        disclosureNo ?? null,
        owed.total,
        clock.now,
        key,
      )
      return showReinstatement(own(call, reinstatementNo, customer))
    },
  ),
  operation(
    "reinstatement.byKey",
    "read",
    ["GET", "/reinstatements"],
    z.object({ key: someText }),
    ({ key }, { db, clock }) => {
      const found = reinstatementOf(db, "key", key, clock)
      return found === null ? { found: false } : { found: true, ...showReinstatement(found) }
    },
  ),
  operation(
    "reinstatement.status",
    "read",
    ["GET", "/reinstatements/:reinstatementNo"],
    named,
    ({ reinstatementNo, customer }, call) => {
      const found = own(call, reinstatementNo, customer)
      const { policy } = entitled(call.db, found.policyNo, customer, ["policyholder"], call.clock)
      const owed = arrearsOf(call.db, policy, call.clock)
      return { ...showReinstatement(found), ...(owed === null ? {} : { amount: toYuan(owed.total) }) }
    },
  ),
  operation(
    "reinstatement.withdraw",
    "write",
    ["POST", "/reinstatements/:reinstatementNo/withdraw"],
    named,
    ({ reinstatementNo, customer }, call) => {
      const found = own(call, reinstatementNo, customer)
      if (found.state !== "applied" && found.state !== "agreed") throw new Refusal("ALREADY_DECIDED", 409)
      call.db
        .prepare("UPDATE reinstatement SET state = 'withdrawn' WHERE reinstatement_no = ?")
        .run(reinstatementNo)
      return showReinstatement({ ...found, state: "withdrawn" })
    },
  ),
  operation(
    "invoice.issue",
    "write",
    ["POST", "/invoices"],
    z.object({ policyNo: someText, customer: someText }),
    ({ policyNo, customer }, call) => {
      const { db, clock, key } = call
      const { policy } = entitled(db, policyNo, customer, ["policyholder"], clock)
      const paid = db
        .prepare<[string, string], { amount: number }>(
          `SELECT amount FROM (
             SELECT item.amount, 1 AS newest, payment_order.rowid AS place
             FROM payment_order_item item JOIN payment_order USING (payment_no)
             WHERE item.policy_no = ? AND state = 'settled' AND purpose <> 'loanRepayment'
             UNION ALL
             SELECT amount, 0, premium_year FROM payment WHERE policy_no = ? AND status = 'settled')
           ORDER BY newest DESC, place DESC LIMIT 1`,
        )
        .get(policy.policyNo, policy.policyNo)
      if (paid === undefined) throw new Refusal("NOTHING_PAID", 409)
      const invoiceNo = dayNumber(db, "I", clock.today)
      db.prepare("INSERT INTO invoice VALUES (?, ?, ?, ?, ?)").run(
        invoiceNo,
        policyNo,
        paid.amount,
        clock.today,
        key,
      )
      return shownInvoice({
        invoice_no: invoiceNo,
        policy_no: policyNo,
        amount: paid.amount,
        issued_on: clock.today,
      })
    },
  ),
  operation("invoice.byKey", "read", ["GET", "/invoices"], z.object({ key: someText }), ({ key }, { db }) => {
    const row = db.prepare<[string], InvoiceRow>("SELECT * FROM invoice WHERE key = ?").get(key)
    return row === undefined ? { found: false } : { found: true, ...shownInvoice(row) }
  }),
]

type InvoiceRow = {
  readonly invoice_no: string
  readonly policy_no: string
  readonly amount: number
  readonly issued_on: string
}

function shownInvoice(row: InvoiceRow): object {
  return {
    invoiceNo: row.invoice_no,
    policyNo: row.policy_no,
    amount: toYuan(row.amount),
    issuedOn: row.issued_on,
    fileName: `${row.invoice_no}.pdf`,
  }
}

function own({ db, clock }: Call, reinstatementNo: string, customer: string): Reinstatement {
  const found = reinstatementOf(db, "reinstatement_no", reinstatementNo, clock)
  if (found === null || found.customer !== customer) throw new Refusal("NOT_FOUND", 404)
  return found
}
