import { z } from "zod"
import { Refusal } from "../core/refusal.ts"
import { type Account, accountOf, accountsOf, accountWithNumber } from "../people/account.ts"
import { personOf } from "../people/person.ts"
import { inBoth } from "../products/product.ts"
import { operation, someText } from "../serving/operation.ts"

export const accountOperations = [
  operation(
    "account.list",
    "read",
    ["GET", "/customers/:customer/accounts"],
    z.object({ customer: someText }),
    ({ customer }, { db, clock }) => {
      const { id } = personOf(db, customer, clock)
      return {
        accounts: accountsOf(db, id).map((account) => ({
          ...shown(account),
          own: account.own,
          paying: account.paying,
        })),
      }
    },
  ),
  operation(
    "account.verify",
    "read",
    ["POST", "/customers/:customer/accounts/verify"],
    z
      .object({
        customer: someText,
        accountId: someText.optional(),
        number: someText.optional(),
        name: someText.optional(),
      })
      .refine((input) => input.accountId !== undefined || input.number !== undefined),
    ({ customer, accountId, number, name }, { db, clock }) => {
      const person = personOf(db, customer, clock)
      const account =
        accountId !== undefined
          ? accountOf(db, customer, accountId)
          : accountWithNumber(db, customer, (number ?? "").replace(/\s/g, ""))
      if (account === null) throw new Refusal("UNKNOWN_ACCOUNT", 404)
      if (!account.own || (name !== undefined && name !== person.name)) throw new Refusal("NOT_OWN", 403)
      if (!account.open) throw new Refusal("CLOSED", 410)
      if (!account.supported) throw new Refusal("UNSUPPORTED_BANK", 422)
      return shown(account)
    },
  ),
]

function shown(account: Account): object {
  return { accountId: account.accountId, ...inBoth("bank", account.bank), last4: account.last4 }
}
