import type { InsurerDatabase } from "../core/database.ts"
import { type Both, both } from "../products/product.ts"

/** A bank account as the bank answers for it when asked for this customer. */
export type Account = {
  readonly accountId: string
  readonly number: string
  readonly last4: string
  readonly bank: Both
  readonly supported: boolean
  readonly own: boolean
  readonly open: boolean
  /** Whether the insurer has it on file. */
  readonly known: boolean
  /** Whether premiums are paid from it. */
  readonly paying: boolean
  /** The bank takes it on a check, and rejects a payment to it. */
  readonly bounces: boolean
}

type AccountRow = {
  readonly id: string
  readonly number: string
  readonly name_zh: string
  readonly name_en: string
  readonly supported: number
  readonly own: number
  readonly open: number
  readonly known: number
  readonly paying: number
  readonly bounces: number
}

const SELECT = `SELECT account.*, bank.name_zh, bank.name_en, bank.supported,
    EXISTS (SELECT 1 FROM policy WHERE holder = account.customer AND pay_account = account.id) AS paying
  FROM account JOIN bank ON bank.id = account.bank`

/** Returns the accounts known of the customer, the paying ones first. */
export function accountsOf(db: InsurerDatabase, customer: string): readonly Account[] {
  return db
    .prepare<[string], AccountRow>(
      `${SELECT} WHERE customer = ? AND known = 1 ORDER BY paying DESC, account.id`,
    )
    .all(customer)
    .map(toAccount)
}

/** Returns every card that can be told by its number for this customer, known or not. */
export function cardsOf(db: InsurerDatabase, customer: string): readonly Account[] {
  return db
    .prepare<[string], AccountRow>(
      `${SELECT} WHERE customer = ? ORDER BY known DESC, paying DESC, account.id`,
    )
    .all(customer)
    .map(toAccount)
}

/** Returns the customer's account with this id, or `null`. */
export function accountOf(db: InsurerDatabase, customer: string, accountId: string): Account | null {
  const row = db
    .prepare<[string, string], AccountRow>(`${SELECT} WHERE customer = ? AND account.id = ?`)
    .get(customer, accountId)
  return row === undefined ? null : toAccount(row)
}

/** Returns the account with this number; one that is only another customer's is not own. `null` when there is none. */
export function accountWithNumber(db: InsurerDatabase, customer: string, number: string): Account | null {
  const row = db
    .prepare<[string, string], AccountRow & { readonly customer: string }>(
      `${SELECT} WHERE number = ? ORDER BY customer = ? DESC LIMIT 1`,
    )
    .get(number, customer)
  if (row === undefined) return null
  return { ...toAccount(row), own: row.own === 1 && row.customer === customer }
}

function toAccount(row: AccountRow): Account {
  return {
    accountId: row.id,
    number: row.number,
    last4: row.number.slice(-4),
    bank: both(row.name_zh, row.name_en),
    supported: row.supported === 1,
    own: row.own === 1,
    open: row.open === 1,
    known: row.known === 1,
    paying: row.paying === 1,
    bounces: row.bounces === 1,
  }
}
