import { withIdCheck } from "../core/checksum.ts"
import type { Clock } from "../core/clock.ts"
import type { InsurerDatabase } from "../core/database.ts"
import { addDays, addMonths, type Day, yearsBetween } from "../core/day.ts"
import { Refusal } from "../core/refusal.ts"
import type { IdType, Standing } from "../seed/named.ts"

/** A customer as known on the day of the request. */
export type Person = {
  readonly id: string
  readonly name: string
  readonly sex: "male" | "female"
  readonly birthDate: Day
  readonly age: number
  readonly idType: IdType
  readonly idNumber: string
  readonly mobile: string | null
  readonly mobileLost: boolean
  readonly hasFace: boolean
  readonly standing: Standing
  readonly code: string
  readonly reasonZh: string | null
  readonly reasonEn: string | null
}

type PersonRow = {
  readonly id: string
  readonly name: string
  readonly sex: "male" | "female"
  readonly birth: Day | null
  readonly age: number | null
  readonly id_type: IdType
  readonly id_number: string | null
  readonly mobile: string | null
  readonly mobile_lost: number
  readonly face: number
  readonly standing: Standing
  readonly code: string
  readonly reason_zh: string | null
  readonly reason_en: string | null
}

/** Returns the customer. Refuses an unknown id with NOT_FOUND. */
export function personOf(db: InsurerDatabase, id: string, clock: Clock): Person {
  const row = db.prepare<[string], PersonRow>("SELECT * FROM person WHERE id = ?").get(id)
  if (row === undefined) throw new Refusal("NOT_FOUND", 404)
  return toPerson(row, clock)
}

/** Returns everybody, or only the named, by id. */
export function people(db: InsurerDatabase, clock: Clock, which: "all" | "named"): readonly Person[] {
  const only = which === "named" ? "WHERE reason_zh IS NOT NULL" : ""
  const rows = db.prepare<[], PersonRow>(`SELECT * FROM person ${only} ORDER BY id`).all()
  return rows.map((row) => toPerson(row, clock))
}

/** Returns the last four characters of the identity document. */
export function idLast4(person: Person): string {
  return person.idNumber.slice(-4)
}

/** Returns a mobile as 138****1001; empty when there is none. */
export function maskMobile(mobile: string | null): string {
  return mobile === null ? "" : `${mobile.slice(0, 3)}****${mobile.slice(-4)}`
}

function toPerson(row: PersonRow, clock: Clock): Person {
  const birthDate = row.birth ?? addDays(addMonths(clock.today, -12 * (row.age ?? 0)), -100)
  const serial = 100 + Number(row.id.slice(-2)) * 2 + (row.sex === "male" ? 1 : 0)
  return {
    id: row.id,
    name: row.name,
    sex: row.sex,
    birthDate,
    age: yearsBetween(birthDate, clock.today),
    idType: row.id_type,
    idNumber: row.id_number ?? withIdCheck(`110101${birthDate.replaceAll("-", "")}${serial}`),
    mobile: row.mobile,
    mobileLost: row.mobile_lost === 1,
    hasFace: row.face === 1,
    standing: row.standing,
    code: row.code,
    reasonZh: row.reason_zh,
    reasonEn: row.reason_en,
  }
}
