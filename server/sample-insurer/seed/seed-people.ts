import { cardNumber, withIdCheck } from "../core/checksum.ts"
import type { InsurerDatabase } from "../core/database.ts"
import { banks } from "./banks.ts"
import type { CrowdPerson } from "./crowd.ts"
import type { NamedPerson } from "./named.ts"

/** Writes people with their accounts. Numbers derive from the customer's id alone and pass their checksums. */
export function seedPeople(
  db: InsurerDatabase,
  named: readonly NamedPerson[],
  crowd: readonly CrowdPerson[],
): void {
  const addBank = db.prepare("INSERT INTO bank VALUES (?, ?, ?, ?, ?)")
  for (const bank of banks)
    addBank.run(bank.id, bank.issuer, bank.name.zh, bank.name.en, bank.supported ? 1 : 0)
  const addPerson = db.prepare("INSERT INTO person VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
  for (const person of named) {
    addPerson.run(
      person.id,
      person.name,
      person.sex,
      person.birth ?? null,
      person.age ?? null,
      person.document?.type ?? "idCard",
      person.document?.number ??
        (person.birth === undefined ? null : idNumber(person.id, person.sex, person.birth)),
      person.mobile === "none" ? null : mobile(person.id),
      person.mobile === "lost" ? 1 : 0,
      person.noFace === true ? 0 : 1,
      person.standing ?? "alive",
      oneTimeCode(person.id),
      person.reason.zh,
      person.reason.en,
    )
  }
  for (const one of crowd) {
    const number = idNumber(one.id, one.sex, one.birth)
    const phone = mobile(one.id)
    addPerson.run(
      one.id,
      one.name,
      one.sex,
      one.birth,
      null,
      "idCard",
      number,
      phone,
      0,
      1,
      "alive",
      oneTimeCode(one.id),
      null,
      null,
    )
  }
  for (const person of named) seedAccounts(db, person)
  for (const person of crowd) seedAccounts(db, person)
}

/** Returns the identity card's number that belongs to a customer: Beijing, the birthday, a serial from the id. */
export function idNumber(id: string, sex: "male" | "female", birth: string): string {
  const serial = (100 + Number(id.slice(-3)) * 2 + (sex === "male" ? 1 : 0)) % 1000
  return withIdCheck(`110101${birth.replaceAll("-", "")}${String(serial).padStart(3, "0")}`)
}

/** Returns the last four digits of an account of a customer: those asked for, else by the customer's last two. */
export function accountLast4(
  person: Pick<NamedPerson, "id" | "accounts">,
  which: "paying" | "other",
): string {
  return person.accounts?.[which] ?? `${person.id.slice(-2)}${which === "paying" ? "20" : "21"}`
}

function oneTimeCode(id: string): string {
  return `86${id.slice(1)}`
}

function mobile(id: string): string {
  return `1380000${id.slice(1)}`
}

type AccountOwner = Pick<NamedPerson, "id" | "name" | "accounts">

/**
 * Two known accounts, the paying one first; and, for named people and crowd alike, cards that can be told by their
 * number: an own one, a closed one, somebody else's, and one of a bank that is not supported.
 */
function seedAccounts(db: InsurerDatabase, person: AccountOwner): void {
  const add = db.prepare("INSERT INTO account VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
  const tail = person.id.slice(-2)
  const turn = Number(person.id.slice(1))
  const supported = banks.filter((bank) => bank.supported)
  const unsupported = banks.filter((bank) => !bank.supported)
  const cards = [
    { last4: accountLast4(person, "paying"), own: true, open: true, known: true, from: supported },
    { last4: accountLast4(person, "other"), own: true, open: true, known: true, from: supported },
    { last4: `${tail}31`, own: true, open: true, known: false, from: supported },
    { last4: `${tail}32`, own: true, open: false, known: false, from: supported },
    { last4: `${tail}33`, own: false, open: true, known: false, from: supported },
    { last4: `${tail}34`, own: true, open: true, known: false, from: unsupported },
  ]
  for (const [at, card] of cards.entries()) {
    const bank = card.from[(turn + at) % card.from.length]
    if (bank === undefined) throw new Error(`No bank for the account ${card.last4} of "${person.id}".`)
    const number = cardNumber(bank.issuer, turn * 10 + at, card.last4)
    const owner = card.own ? person.name : "他人"
    const bounces = at === 0 && person.accounts?.bounces === true
    const flags = [card.own, card.open, card.known, bounces].map(Number)
    add.run(person.id, `A${card.last4}`, number, bank.id, owner, ...flags)
  }
}
