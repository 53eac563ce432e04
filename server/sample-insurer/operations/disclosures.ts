import { z } from "zod"
import { type Clock, toBeijing } from "../core/clock.ts"
import { type InsurerDatabase, nextNumber } from "../core/database.ts"
import { toYuan } from "../core/money.ts"
import { Refusal } from "../core/refusal.ts"
import { assess } from "../disclosures/assess.ts"
import { type Case, caseOf, casesOf, showCase, versionOf } from "../disclosures/case.ts"
import { askConsent, consentRequests } from "../disclosures/consent.ts"
import { disclosureOf, disclosuresOf, keepDisclosure, moveDisclosure } from "../disclosures/disclosure.ts"
import type { Answers } from "../disclosures/matters.ts"
import { review } from "../disclosures/review.ts"
import { ownDisclosure, showAssessment } from "../disclosures/underwriting.ts"
import { countMiss, isLocked } from "../people/misses.ts"
import { maskMobile, personOf } from "../people/person.ts"
import { inBoth } from "../products/product.ts"
import { type Call, operation, someText } from "../serving/operation.ts"

const ADULT_AGE = 18
const CODE_LIVES_MS = 5 * 60_000

const answer = z.union([z.enum(["yes", "no", "unsure"]), z.number()])
const group = z.record(z.string(), answer).optional()
/** The answers by the card on which they were given. */
const groups = {
  bodyAndHabits: group,
  recent: group,
  chronic: group,
  serious: group,
  familyAndWomen: group,
  workAndCover: group,
  policyholder: group,
}
const about = { customer: someText, policyNo: someText }
const sealing = z.object({
  ...about,
  purpose: z.enum(["newPolicy", "reinstatement", "supplement"]),
  version: someText,
  refersTo: someText.optional(),
  textHash: someText,
  signatureNo: someText,
  confirmationNo: someText.optional(),
  details: z.array(z.record(z.string(), z.unknown())).max(50).optional(),
  moreDetails: z.array(z.record(z.string(), z.unknown())).max(50).optional(),
  unsure: z.array(z.record(z.string(), z.unknown())).max(50).optional(),
  told: someText.optional(),
  clarified: someText.optional(),
  papers: z.array(someText).max(50).optional(),
  ...groups,
})

export const disclosureOperations = [
  operation(
    "disclosure.cases",
    "read",
    ["GET", "/customers/:customer/disclosures"],
    z.object({ customer: someText }),
    ({ customer }, { db, clock }) => ({
      cases: casesOf(db, customer, clock).map((one) => ({
        policyNo: one.policyNo,
        purpose: one.purpose,
        ...inBoth("productName", one.product.name),
        insuredName: personOf(db, one.insured, clock).name,
        sumInsured: toYuan(one.sumInsured),
      })),
    }),
  ),
  operation(
    "disclosure.case",
    "read",
    ["GET", "/disclosures/cases/:policyNo"],
    z.object(about),
    ({ policyNo, customer }, { db, clock }) => showCase(db, caseOf(db, policyNo, customer, clock), clock),
  ),
  operation(
    "disclosure.review",
    "read",
    ["POST", "/disclosures/review"],
    z.object({ ...about, mentioned: z.array(someText).max(20).default([]), ...groups }),
    ({ policyNo, customer, mentioned, ...told }, { db, clock }) => {
      const found = caseOf(db, policyNo, customer, clock)
      const { age } = personOf(db, found.insured, clock)
      return review(answersOf(told), age, mentioned, disclosuresOf(db, policyNo, clock))
    },
  ),
  operation(
    "disclosure.saveDraft",
    "write",
    ["POST", "/disclosures/drafts"],
    z.object({ ...about, purpose: z.enum(["newPolicy", "reinstatement", "supplement"]), ...groups }),
    ({ policyNo, customer, purpose, ...told }, { db, clock, key }) => {
      const found = caseOf(db, policyNo, customer, clock)
      const draft = keepDisclosure(
        db,
        {
          ...{ policyNo, purpose, customer, key },
          version: versionOf(found),
          state: "draft",
          refersTo: null,
          answers: answersOf(told),
          result: null,
          details: {},
        },
        clock,
      )
      return { draftNo: draft.disclosureNo, savedOn: clock.today }
    },
  ),
  operation("disclosure.seal", "write", ["POST", "/disclosures"], sealing, seal),
  operation(
    "disclosure.byKey",
    "read",
    ["GET", "/disclosures"],
    z.object({ key: someText }),
    ({ key }, { db, clock }) => {
      const found = disclosureOf(db, "key", key, clock)
      return found === null
        ? { found: false }
        : { found: true, disclosureNo: found.disclosureNo, sealedOn: found.sealedOn ?? undefined }
    },
  ),
  operation(
    "disclosure.assessment",
    "read",
    ["GET", "/disclosures/:disclosureNo/assessment"],
    z.object({ disclosureNo: someText, customer: someText }),
    ({ disclosureNo, customer }, { db, clock }) => {
      const { disclosure, found } = ownDisclosure(db, disclosureNo, customer, clock)
      return showAssessment(disclosure, found)
    },
  ),
  operation(
    "disclosure.answerTerms",
    "write",
    ["POST", "/disclosures/:disclosureNo/terms"],
    z.object({ disclosureNo: someText, customer: someText, accepted: z.boolean() }),
    ({ disclosureNo, customer, accepted }, { db, clock }) => {
      const { disclosure } = ownDisclosure(db, disclosureNo, customer, clock)
      if (disclosure.state !== "sealed") throw new Refusal("TOO_LATE", 409)
      const state = accepted ? "accepted" : "refused"
      moveDisclosure(db, disclosure, { state })
      return { disclosureNo, state }
    },
  ),
  operation(
    "disclosure.withdraw",
    "write",
    ["POST", "/disclosures/:disclosureNo/withdraw"],
    z.object({ disclosureNo: someText, customer: someText }),
    ({ disclosureNo, customer }, { db, clock }) => {
      const { disclosure } = ownDisclosure(db, disclosureNo, customer, clock)
      if (disclosure.state !== "sealed" || disclosure.result === "standard")
        throw new Refusal("TOO_LATE", 409)
      moveDisclosure(db, disclosure, { state: "withdrawn" })
      return { disclosureNo, state: "withdrawn" }
    },
  ),
  operation(
    "consent.request",
    "notify",
    ["POST", "/consents"],
    z.object({ ...about, person: someText, wording: someText, textHash: someText.optional() }),
    ({ policyNo, customer, person, wording, textHash = null }, { db, clock }) => {
      const found = caseOf(db, policyNo, customer, clock)
      if (found.insured !== person) throw new Refusal("NOT_FOUND", 404)
      const { mobile, mobileLost } = personOf(db, person, clock)
      if (mobile === null || mobileLost) throw new Refusal("NO_MOBILE", 422)
      return {
        ...askConsent(db, { policyNo, person, wording, textHash }, clock),
        maskedMobile: maskMobile(mobile),
      }
    },
  ),
  operation(
    "signature.sendCode",
    "notify",
    ["POST", "/signatures"],
    z.object({ customer: someText, textHash: someText }),
    ({ customer, textHash }, call) => {
      const person = personOf(call.db, customer, call.clock)
      if (person.mobile === null || person.mobileLost) throw new Refusal("NO_MOBILE", 422)
      if (isLocked(call, [`code:${customer}`])) throw new Refusal("LOCKED", 423)
      const codeRef = `V${String(nextNumber(call.db, "code")).padStart(6, "0")}`
      const expiresMs = call.clock.ms + CODE_LIVES_MS
      call.db.prepare("INSERT INTO one_time_code VALUES (?, ?, ?)").run(codeRef, customer, expiresMs)
      call.db.prepare("INSERT INTO signature VALUES (?, ?, ?, NULL)").run(codeRef, customer, textHash)
      return { codeRef, maskedMobile: maskMobile(person.mobile), expiresAt: toBeijing(expiresMs) }
    },
  ),
  operation(
    "signature.sign",
    "read",
    ["POST", "/signatures/:codeRef/sign"],
    z.object({ codeRef: someText, customer: someText, code: someText, textHash: someText }),
    sign,
  ),
]

/** The code is good once, for the text whose hash it was sent for (电子签名法 13). */
function sign(
  input: { codeRef: string; customer: string; code: string; textHash: string },
  call: Call,
): object {
  const { db, clock } = call
  const row = db
    .prepare<[string, string, string], { expires_ms: number; signed_at: string | null }>(
      `SELECT expires_ms, signed_at FROM signature JOIN one_time_code USING (ref)
       WHERE ref = ? AND signature.customer = ? AND text_hash = ?`,
    )
    .get(input.codeRef, input.customer, input.textHash)
  if (row === undefined || clock.ms > row.expires_ms) throw new Refusal("EXPIRED", 410)
  const keys = [`code:${input.customer}`]
  if (isLocked(call, keys)) throw new Refusal("LOCKED", 423)
  if (personOf(db, input.customer, clock).code !== input.code.replace(/\s/g, "")) {
    const locked = countMiss(call, keys)
    throw new Refusal(locked ? "LOCKED" : "WRONG_CODE", locked ? 423 : 403)
  }
  const signedAt = row.signed_at ?? clock.now
  db.prepare("UPDATE signature SET signed_at = ? WHERE ref = ?").run(signedAt, input.codeRef)
  return { signatureNo: `S${input.codeRef}`, textHash: input.textHash, signedAt }
}

/** Seals what was signed: never changed again, only added to. */
function seal(input: z.infer<typeof sealing>, { db, clock, key }: Call): object {
  const { policyNo, customer, purpose, version, refersTo, textHash, signatureNo } = input
  const found = caseOf(db, policyNo, customer, clock)
  if (version !== versionOf(found) && purpose !== "supplement") throw new Refusal("VERSION_CHANGED", 409)
  const signed = db
    .prepare<[string, string, string]>(
      "SELECT 1 FROM signature WHERE ref = ? AND customer = ? AND text_hash = ? AND signed_at IS NOT NULL",
    )
    .get(signatureNo.slice(1), customer, textHash)
  if (signed === undefined || !isConfirmed(db, found, input, clock)) throw new Refusal("NOT_SIGNED", 422)
  const answers = answersOf(input)
  const { details, moreDetails, unsure, told, clarified, papers } = input
  const sealed = keepDisclosure(
    db,
    {
      ...{ policyNo, purpose, version, customer, key, answers },
      state: "sealed",
      refersTo: refersTo ?? null,
      result: assess(answers, found.sumInsured, purpose).result,
      details: { textHash, signatureNo, details, moreDetails, unsure, told, clarified, papers },
    },
    clock,
  )
  return { disclosureNo: sealed.disclosureNo, sealedAt: clock.now }
}

/** Another adult who is insured has confirmed the very answers that were signed; nobody else needs to. */
function isConfirmed(
  db: InsurerDatabase,
  { insured, holder }: Case,
  { purpose, confirmationNo, textHash }: z.infer<typeof sealing>,
  clock: Clock,
): boolean {
  const { age } = personOf(db, insured, clock)
  if (insured === holder || purpose === "supplement" || (age !== null && age < ADULT_AGE)) return true
  const asked = consentRequests(db).find(({ requestNo }) => requestNo === confirmationNo)
  return asked?.state === "given" && asked.person === insured && asked.textHash === textHash
}

function answersOf(told: Readonly<Record<string, unknown>>): Answers {
  return Object.assign({}, ...Object.keys(groups).map((name) => told[name] ?? {}))
}
