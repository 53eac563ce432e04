import type { Clock } from "../core/clock.ts"
import type { InsurerDatabase } from "../core/database.ts"
import { type Day, daysBetween, yearsBetween } from "../core/day.ts"
import { type Fen, toFen } from "../core/money.ts"
import { type Person, personOf } from "../people/person.ts"
import { allPolicies, type Policy } from "../policies/policy.ts"
import { ridersOf } from "../policies/riders.ts"
import type { ProductKind } from "../products/product.ts"
import type { ClaimKind } from "./claim.ts"

/** In what right a customer claims. */
export type Entitlement = "insured" | "guardian" | "beneficiary"

/** A policy that may answer an event, with the right in which the customer claims on it. */
export type Cover = {
  readonly policy: Policy
  readonly insured: Person
  readonly role: Entitlement
  readonly share: number
}

/** What was found: covers that the customer may claim on, else why there are none. */
export type FoundCover = {
  readonly who: "entitled" | "otherAdult" | "heirs" | "none"
  readonly covers: readonly Cover[]
}

/** Of age at eighteen (民法典 第十七条). */
const OF_AGE = 18

const ANSWERS: Readonly<Record<ClaimKind, readonly ProductKind[]>> = {
  medical: ["medical"],
  criticalIllness: ["criticalIllness"],
  accident: ["accident", "medical"],
  disability: ["accident", "wholeLife"],
  death: ["wholeLife", "criticalIllness", "accident", "annuity", "universal"],
}

/**
 * Returns all policies that may answer an event of this kind and on which the customer may claim: the insured for
 * himself, the parent for a child, after a death each beneficiary. Whether they do answer is for people to decide.
 */
export function coverFor(
  db: InsurerDatabase,
  customer: string,
  event: { readonly kind: ClaimKind; readonly eventOn: Day; readonly concerns?: string | undefined },
  clock: Clock,
): FoundCover {
  const related = allPolicies(db, clock).flatMap((policy): Related[] => {
    const relation = relationTo(db, policy, customer, event.kind)
    if (relation === null || !mayAnswer(db, policy, event, clock)) return []
    return [{ policy, insured: personOf(db, policy.insured, clock), ...relation }]
  })
  const meant = related.filter(({ insured }) => isMeant(insured, customer, event.concerns))
  const covers = meant.flatMap(({ as, ...cover }): Cover[] => {
    if (as === "holder") return isChild(cover.insured) ? [{ ...cover, role: "guardian" }] : []
    return as === "heir" ? [] : [{ ...cover, role: as }]
  })
  if (covers.length > 0) return { who: "entitled", covers }
  if (meant.some(({ as }) => as === "heir")) return { who: "heirs", covers }
  return { who: meant.length > 0 ? "otherAdult" : "none", covers }
}

type Related = {
  readonly policy: Policy
  readonly insured: Person
  readonly as: "insured" | "holder" | "beneficiary" | "heir"
  readonly share: number
}

function relationTo(
  db: InsurerDatabase,
  policy: Policy,
  customer: string,
  kind: ClaimKind,
): Pick<Related, "as" | "share"> | null {
  const isInsured = policy.insured === customer
  if (kind !== "death") {
    if (isInsured) return { as: "insured", share: 100 }
    return policy.holder === customer ? { as: "holder", share: 100 } : null
  }
  if (isInsured) return null
  const named = db
    .prepare<[string], { customer: string; percent: number }>(
      "SELECT customer, percent FROM beneficiary WHERE policy_no = ?",
    )
    .all(policy.policyNo)
  const own = named.find((one) => one.customer === customer)
  if (own !== undefined) return { as: "beneficiary", share: own.percent }
  return policy.holder === customer && named.length === 0 ? { as: "heir", share: 100 } : null
}

function mayAnswer(
  db: InsurerDatabase,
  policy: Policy,
  { kind, eventOn }: { readonly kind: ClaimKind; readonly eventOn: Day },
  clock: Clock,
): boolean {
  if (eventOn < policy.startedOn || (policy.endedOn !== null && eventOn > policy.endedOn)) return false
  if (ANSWERS[kind].includes(policy.product.kind)) return true
  const paysForStays = kind === "medical" || kind === "accident"
  return (
    paysForStays &&
    ridersOf(db, policy, clock).some(({ rider, stands }) => rider.part === "hospital" && stands)
  )
}

function isMeant(insured: Person, customer: string, concerns: string | undefined): boolean {
  const isSelf = insured.id === customer
  if (concerns === undefined) return true
  if (concerns === "self") return isSelf
  return !isSelf && (concerns !== "child" || insured.age < OF_AGE)
}

function isChild(insured: Person): boolean {
  return insured.age < OF_AGE
}

/** Under fourteen the guardian consents alone (个人信息保护法 第三十一条). */
const CONSENTS_SELF = 14

/** Whose consent to the use of health data is needed. */
export function consentBy({ role, insured }: Cover): "self" | "guardian" | "minor" | "relative" {
  if (role === "insured") return "self"
  if (role === "beneficiary") return "relative"
  return insured.age < CONSENTS_SELF ? "guardian" : "minor"
}

const PERSON_FROM: Fen = toFen(50_000)
const CONTESTABLE_YEARS = 2
const LIMITATION_DAYS = 365 * 2 - 60

/** Returns why people should take a claim in hand from the start; empty when nothing speaks for it. */
export function reasonsForAPerson(
  covers: readonly Cover[],
  event: { readonly kind: ClaimKind; readonly eventOn: Day },
  { today }: Clock,
): readonly string[] {
  const sum = covers.reduce((total, { policy, share }) => total + (policy.sumInsured * share) / 100, 0)
  const isFixedSum = event.kind === "criticalIllness" || event.kind === "disability" || event.kind === "death"
  const reasons: readonly (readonly [string, boolean])[] = [
    ["death", event.kind === "death"],
    ["disability", event.kind === "disability"],
    ["amount", isFixedSum && sum > PERSON_FROM],
    ["youngContract", covers.some(({ policy }) => isYoung(policy, event.eventOn))],
    ["notInForceThen", covers.some(({ policy }) => wasSuspended(policy, event.eventOn))],
    ["limitationNear", daysBetween(event.eventOn, today) > LIMITATION_DAYS],
  ]
  return reasons.flatMap(([reason, holds]) => (holds ? [reason] : []))
}

function isYoung({ product, startedOn }: Policy, eventOn: Day): boolean {
  return !product.oneYear && yearsBetween(startedOn, eventOn) < CONTESTABLE_YEARS
}

function wasSuspended({ status, graceEndsOn }: Policy, eventOn: Day): boolean {
  return status === "suspended" && graceEndsOn !== null && eventOn > graceEndsOn
}
