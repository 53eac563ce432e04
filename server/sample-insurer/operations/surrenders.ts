import { z } from "zod"
import { nextNumber } from "../core/database.ts"
import { toFen } from "../core/money.ts"
import { Refusal } from "../core/refusal.ts"
import { accountOf } from "../people/account.ts"
import { rejectAccount, rejection } from "../policies/payout.ts"
import { quoteOf } from "../policies/quote.ts"
import { entitled } from "../policies/role.ts"
import {
  moveSurrender,
  type Surrender,
  showSurrender,
  surrenderNumber,
  surrenderOf,
} from "../policies/surrender.ts"
import { inBoth } from "../products/product.ts"
import { type Call, operation, someText } from "../serving/operation.ts"

const details = {
  reason: someText.optional(),
  complaintNo: someText.optional(),
  papers: z.array(someText).max(50).optional(),
  evidence: z.array(someText).max(50).optional(),
}
const notice = z.object({
  policyNo: someText,
  customer: someText,
  part: someText.default("whole"),
  accountId: someText,
  quoteId: someText,
  refund: z.number().nonnegative(),
  ...details,
})
const amendment = z.object({
  customer: someText,
  accountId: someText,
  surrenderNo: someText.optional(),
  first: z.object({ surrenderNo: someText }).optional(),
  policyNo: someText.optional(),
  part: someText.optional(),
  quoteId: someText.optional(),
  refund: z.number().nonnegative().optional(),
  ...details,
})
const named = z.object({ surrenderNo: someText, customer: someText })

export const surrenderOperations = [
  operation("policy.surrender", "write", ["POST", "/surrenders"], notice, surrender),
  operation(
    "policy.surrenderByKey",
    "read",
    ["GET", "/surrenders"],
    z.object({ key: someText }),
    ({ key }, { db }) => {
      const found = surrenderOf(db, "key", key)
      return found === null ? { found: false } : { found: true, ...showSurrender(found) }
    },
  ),
  operation("policy.surrenderAmend", "write", ["POST", "/surrenders/amend"], amendment, amend),
  operation(
    "policy.surrenderWithdraw",
    "write",
    ["POST", "/surrenders/:surrenderNo/withdraw"],
    named,
    ({ surrenderNo, customer }, call) => {
      const found = own(call, surrenderNo, customer)
      if (!isWithdrawable(found)) throw new Refusal("ALREADY_CONFIRMED", 409)
      const moved = moveSurrender(call.db, found, { state: "withdrawn" })
      return { surrenderNo, policyNo: moved.policyNo, state: moved.state, withdrawnAt: call.clock.now }
    },
  ),
  operation(
    "policy.surrenderStatus",
    "read",
    ["GET", "/surrenders/:surrenderNo"],
    named,
    ({ surrenderNo, customer }, call) => {
      const found = own(call, surrenderNo, customer)
      return {
        ...showSurrender(found),
        withdrawable: isWithdrawable(found),
        paidOn: found.paidOn ?? undefined,
        ...(found.state === "accountRejected" ? inBoth("rejectedBecause", rejection) : {}),
      }
    },
  ),
]

/**
 * Takes the notice. The amount must be that of today's quote, nothing may block it, and the account must be the
 * policyholder's own. A notice to an account that bounces is taken, and the bank's rejection follows by event.
 */
function surrender(input: z.infer<typeof notice>, call: Call): object {
  const { db, clock, key } = call
  const { policy } = entitled(db, input.policyNo, input.customer, ["policyholder"], clock)
  const quote = quoteOf(db, policy, input.part, clock)
  if (quote.blocks.length > 0) throw new Refusal("BLOCKED", 422)
  if (quote.quoteId !== input.quoteId || quote.valuation.refund !== toFen(input.refund)) {
    throw new Refusal("QUOTE_CHANGED", 409)
  }
  const account = usable(db, input.customer, input.accountId)
  const surrenderNo = surrenderNumber(clock, nextNumber(db, `surrender ${clock.today}`))
  const autoDebitEnded = input.part === "whole" && policy.autoDebit
  const { reason, complaintNo, papers, evidence } = input
  db.prepare("INSERT INTO surrender VALUES (?, ?, ?, ?, ?, ?, 'accepted', ?, ?, NULL, ?, ?)").run(
    surrenderNo,
    policy.policyNo,
    input.part,
    input.customer,
    account.accountId,
    quote.valuation.refund,
    clock.now,
    autoDebitEnded ? 1 : 0,
    JSON.stringify({ reason, complaintNo, papers, evidence }),
    key,
  )
  const taken = own(call, surrenderNo, input.customer)
  if (account.bounces) rejectAccount(db, taken, clock)
  return showSurrender(taken)
}

/** Takes another account, as long as nothing was paid; every other value must be the one agreed to. */
function amend(input: z.infer<typeof amendment>, call: Call): object {
  const surrenderNo = input.surrenderNo ?? input.first?.surrenderNo
  if (surrenderNo === undefined) throw new Refusal("INVALID_INPUT", 400)
  const found = own(call, surrenderNo, input.customer)
  const same =
    (input.policyNo ?? found.policyNo) === found.policyNo &&
    (input.part ?? found.part) === found.part &&
    (input.refund === undefined || toFen(input.refund) === found.refund)
  if (!same || found.state === "paid" || found.state === "withdrawn") throw new Refusal("TOO_LATE", 409)
  const account = usable(call.db, input.customer, input.accountId)
  const state = found.state === "confirmed" ? "confirmed" : "accepted"
  const moved = moveSurrender(call.db, found, { state, account: account.accountId })
  if (account.bounces) rejectAccount(call.db, moved, call.clock)
  return showSurrender(moved)
}

function own({ db }: Call, surrenderNo: string, customer: string): Surrender {
  const found = surrenderOf(db, "surrender_no", surrenderNo)
  if (found === null || found.customer !== customer) throw new Refusal("NOT_FOUND", 404)
  return found
}

function usable(db: Call["db"], customer: string, accountId: string) {
  const account = accountOf(db, customer, accountId)
  if (account === null || !account.own || !account.open || !account.supported) {
    throw new Refusal("ACCOUNT_UNUSABLE", 422)
  }
  return account
}

function isWithdrawable(found: Surrender): boolean {
  return found.state === "accepted" || found.state === "accountRejected"
}
