import { z } from "zod"
import { toBeijing } from "../core/clock.ts"
import { dayNumber } from "../core/database.ts"
import { opaque } from "../core/opaque.ts"
import { Refusal } from "../core/refusal.ts"
import { type Account, accountOf, accountWithNumber } from "../people/account.ts"
import { maskMobile, personOf } from "../people/person.ts"
import { type Policy, policyOf } from "../policies/policy.ts"
import { entitled } from "../policies/role.ts"
import { inBoth } from "../products/product.ts"
import { type Call, operation, someText } from "../serving/operation.ts"

const CODE_MINUTES = 5
const whose = z.object({ policyNo: someText, customer: someText })

/** Cards that are bound by their bank's code, and mandates to debit them. */
export const mandateOperations = [
  operation(
    "account.sendBindCode",
    "notify",
    ["POST", "/customers/:customer/accounts/codes"],
    z.object({ customer: someText, number: someText }),
    ({ customer, number }, { db, clock }) => {
      const person = personOf(db, customer, clock)
      const account = usable(accountWithNumber(db, customer, number.replace(/\s/g, "")))
      const codeRef = opaque("B", customer, account.accountId, clock.now)
      const expires = clock.ms + CODE_MINUTES * 60_000
      db.prepare("INSERT OR REPLACE INTO bind_code VALUES (?, ?, ?, ?)").run(
        codeRef,
        customer,
        account.accountId,
        expires,
      )
      return { codeRef, maskedMobile: maskMobile(person.mobile), expiresAt: toBeijing(expires) }
    },
  ),
  operation(
    "account.bind",
    "write",
    ["POST", "/customers/:customer/accounts"],
    z.object({ customer: someText, codeRef: someText, code: someText }),
    ({ customer, codeRef, code }, { db, clock }) => {
      const person = personOf(db, customer, clock)
      const sent = db
        .prepare<[string, string], { account: string; expires_ms: number }>(
          "SELECT account, expires_ms FROM bind_code WHERE ref = ? AND customer = ?",
        )
        .get(codeRef, customer)
      if (sent === undefined || clock.ms > sent.expires_ms) throw new Refusal("EXPIRED", 410)
      if (code !== person.code) throw new Refusal("WRONG_CODE", 403)
      db.prepare("UPDATE account SET known = 1 WHERE customer = ? AND id = ?").run(customer, sent.account)
      return shown(usable(accountOf(db, customer, sent.account)))
    },
  ),
  operation(
    "account.bindStatus",
    "read",
    ["GET", "/customers/:customer/accounts/codes/:codeRef"],
    z.object({ customer: someText, codeRef: someText }),
    ({ customer, codeRef }, { db }) => {
      const sent = db
        .prepare<[string, string], { account: string }>(
          "SELECT account FROM bind_code WHERE ref = ? AND customer = ?",
        )
        .get(codeRef, customer)
      const account = sent === undefined ? null : accountOf(db, customer, sent.account)
      return account === null || !account.known ? { bound: false } : { bound: true, ...shown(account) }
    },
  ),
  operation(
    "mandate.set",
    "write",
    ["POST", "/mandates"],
    whose.extend({ accountId: someText }),
    ({ policyNo, customer, accountId }, call) => {
      entitled(call.db, policyNo, customer, ["policyholder"], call.clock)
      const account = usable(accountOf(call.db, customer, accountId))
      return keepMandate(call, policyNo, account.accountId)
    },
  ),
  operation("mandate.end", "write", ["POST", "/mandates/end"], whose, ({ policyNo, customer }, call) => {
    const { policy } = entitled(call.db, policyNo, customer, ["policyholder"], call.clock)
    if (!policy.autoDebit) throw new Refusal("NO_MANDATE", 409)
    return keepMandate(call, policyNo, null)
  }),
  operation(
    "mandate.status",
    "read",
    ["GET", "/policies/:policyNo/mandate"],
    whose,
    ({ policyNo, customer }, call) => {
      const { policy } = entitled(call.db, policyNo, customer, ["policyholder"], call.clock)
      return mandateOf(call, policy)
    },
  ),
]

function keepMandate(call: Call, policyNo: string, accountId: string | null): object {
  const { db, clock, key } = call
  const mandateNo = dayNumber(db, "M", clock.today)
  db.prepare("INSERT INTO mandate VALUES (?, ?, ?, ?, ?)").run(mandateNo, policyNo, accountId, clock.now, key)
  const policy = policyOf(db, policyNo, clock)
  if (policy === null) throw new Refusal("NOT_FOUND", 404)
  return { mandateNo, ...mandateOf(call, policy) }
}

function mandateOf({ db }: Call, policy: Policy): object {
  const account =
    policy.autoDebit && policy.payAccount !== null ? accountOf(db, policy.holder, policy.payAccount) : null
  const { policyNo } = policy
  const due = policy.dueOn === null ? {} : { nextDueOn: policy.dueOn }
  return account === null
    ? { policyNo, on: false, ...due }
    : { policyNo, on: true, ...shown(account), ...due }
}

/** Refuses what cannot be debited, as account.verify does. */
function usable(account: Account | null): Account {
  if (account === null) throw new Refusal("UNKNOWN_ACCOUNT", 404)
  if (!account.own) throw new Refusal("NOT_OWN", 403)
  if (!account.open) throw new Refusal("CLOSED", 410)
  if (!account.supported) throw new Refusal("UNSUPPORTED_BANK", 422)
  return account
}

function shown(account: Account): object {
  return { accountId: account.accountId, ...inBoth("bank", account.bank), last4: account.last4 }
}
