import type { Clock } from "../core/clock.ts"
import type { InsurerDatabase } from "../core/database.ts"
import { addMonths, type Day } from "../core/day.ts"
import type { Fen } from "../core/money.ts"
import { Refusal } from "../core/refusal.ts"
import { maskMobile, type Person, personOf } from "../people/person.ts"
import { policiesOf, policyOf } from "../policies/policy.ts"
import { suspendedOn } from "../premiums/premium-state.ts"
import { productOf } from "../products/catalogue.ts"
import { inBoth, type Product } from "../products/product.ts"
import { type Disclosure, disclosuresOf, type Purpose } from "./disclosure.ts"

/** What a disclosure is for: an application that waits for it, or a policy. */
export type Case = {
  readonly policyNo: string
  readonly product: Product
  readonly holder: string
  readonly insured: string
  readonly relation: "self" | "child" | "spouse" | "parent"
  readonly sumInsured: Fen
  readonly premium: Fen
  /** Premiums are waived for the policyholder, whose health is then asked after too. */
  readonly waiver: boolean
  readonly purpose: Purpose
  /** Of a reinstatement: the first day without cover. */
  readonly since: Day | null
}

/** Which questionnaire a product asks; the others are sold without questions. */
const questionnaires: Readonly<Record<string, string>> = {
  "health-plus": "health-critical-illness",
  "medical-one": "health-medical",
  "family-legacy": "health-life",
}
const REINSTATEMENT_MONTHS = 24
/** The version of each questionnaire in force. */
const versions: Readonly<Record<string, string>> = { "health-critical-illness": "2" }
const FIRST_VERSION = "1"

type ApplicationRow = {
  readonly policy_no: string
  readonly product: string
  readonly holder: string
  readonly insured: string
  readonly relation: Case["relation"]
  readonly sum_insured: number
  readonly premium: number
  readonly waiver: number
}

/** Returns what the customer may disclose for as policyholder: applications first, then policies. */
export function casesOf(db: InsurerDatabase, customer: string, clock: Clock): readonly Case[] {
  const applied = db
    .prepare<[string], ApplicationRow>("SELECT * FROM application WHERE holder = ? ORDER BY policy_no")
    .all(customer)
    .map(toApplied)
  const held = policiesOf(db, customer, clock)
    .filter((policy) => policy.holder === customer)
    .flatMap((policy) => ofPolicy(db, policy.policyNo, clock) ?? [])
  return [...applied, ...held]
}

/** Returns the policyholder and the insured of an application, none for another number. */
export function applicants(db: InsurerDatabase, policyNo: string): readonly string[] {
  const row = db
    .prepare<[string], { holder: string; insured: string }>(
      "SELECT holder, insured FROM application WHERE policy_no = ?",
    )
    .get(policyNo)
  return row === undefined ? [] : [row.holder, row.insured]
}

/** Returns the numbers of the applications that somebody has made. */
export function applicationsOf(db: InsurerDatabase, customer: string): readonly string[] {
  return db
    .prepare<[string], { policy_no: string }>(
      "SELECT policy_no FROM application WHERE holder = ? ORDER BY policy_no",
    )
    .all(customer)
    .map((row) => row.policy_no)
}

/** Returns the case of a number, with refusals that do not tell strangers whether it exists. */
export function caseOf(db: InsurerDatabase, policyNo: string, customer: string, clock: Clock): Case {
  const row = db
    .prepare<[string], ApplicationRow>("SELECT * FROM application WHERE policy_no = ?")
    .get(policyNo)
  const found = row === undefined ? ofPolicy(db, policyNo, clock) : toApplied(row)
  if (found === null) throw new Refusal("NOT_FOUND", 404)
  if (found.holder === customer) return found
  throw found.insured === customer ? new Refusal("NOT_ENTITLED", 403) : new Refusal("NOT_FOUND", 404)
}

/** Returns the case as the interface shows it. */
export function showCase(db: InsurerDatabase, found: Case, clock: Clock): object {
  const insured = personOf(db, found.insured, clock)
  const filed = disclosuresOf(db, found.policyNo, clock)
  const draft = filed.find(({ state }) => state === "draft")
  const sealed = filed.filter(({ state }) => state !== "draft")
  const first = sealed.find(({ purpose }) => purpose === found.purpose)
  const last = sealed.at(-1)
  return {
    policyNo: found.policyNo,
    purpose: found.purpose,
    product: found.product.id,
    ...inBoth("productName", found.product.name),
    questionnaire: questionnaireOf(found),
    version: versionOf(found),
    since: found.since ?? undefined,
    insured: showInsured(insured, found),
    waiver: found.waiver,
    draft: draft === undefined ? undefined : showFiled(draft),
    sealed: first === undefined ? undefined : showFiled(first),
    last: last === undefined ? undefined : showFiled(last),
  }
}

/** Returns the questionnaire to be answered; reinstatement has its own, whatever the product (保险法解释三 8). */
export function questionnaireOf({ product, purpose }: Case): string {
  return purpose === "reinstatement" ? "health-reinstatement" : (questionnaires[product.id] ?? "none")
}

/** Returns the version of the questionnaire in force, which alone is sealed. */
export function versionOf(found: Case): string {
  return versions[questionnaireOf(found)] ?? FIRST_VERSION
}

function showInsured(person: Person, { relation, holder }: Case): object {
  return {
    id: person.id,
    name: person.name,
    age: person.age,
    sex: person.sex,
    relation: person.id === holder ? "self" : relation,
    hasMobile: person.mobile !== null && !person.mobileLost,
    mobileMasked: maskMobile(person.mobile),
  }
}

function showFiled(one: Disclosure): object {
  return {
    disclosureNo: one.disclosureNo,
    version: one.version,
    on: one.sealedOn ?? undefined,
    answers: one.answers,
    result: one.result ?? undefined,
  }
}

function toApplied(row: ApplicationRow): Case {
  return {
    policyNo: row.policy_no,
    product: productOf(row.product),
    holder: row.holder,
    insured: row.insured,
    relation: row.relation,
    sumInsured: row.sum_insured,
    premium: row.premium,
    waiver: row.waiver === 1,
    purpose: "newPolicy",
    since: null,
  }
}

/** A policy in force takes a supplement, one suspended for less than two years a reinstatement. */
function ofPolicy(db: InsurerDatabase, policyNo: string, clock: Clock): Case | null {
  const policy = policyOf(db, policyNo, clock)
  if (policy === null || policy.status === "ended" || questionnaires[policy.product.id] === undefined)
    return null
  const since = suspendedOn(policy)
  if (since !== null && addMonths(since, REINSTATEMENT_MONTHS) < clock.today) return null
  const age = personOf(db, policy.insured, clock).age
  return {
    policyNo,
    product: policy.product,
    holder: policy.holder,
    insured: policy.insured,
    relation: policy.insured === policy.holder ? "self" : age < 18 ? "child" : "spouse",
    sumInsured: policy.sumInsured,
    premium: policy.premium,
    waiver: false,
    purpose: since === null ? "supplement" : "reinstatement",
    since,
  }
}
