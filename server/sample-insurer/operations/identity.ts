import { z } from "zod"
import { toBeijing } from "../core/clock.ts"
import { nextNumber } from "../core/database.ts"
import { opaque } from "../core/opaque.ts"
import { Refusal } from "../core/refusal.ts"
import { applicants } from "../disclosures/case.ts"
import { countMiss, isLocked } from "../people/misses.ts"
import { idLast4, maskMobile, type Person, people, personOf } from "../people/person.ts"
import { policyOf } from "../policies/policy.ts"
import { roleIn } from "../policies/role.ts"
import { type Call, operation, someText } from "../serving/operation.ts"

const CODE_LIVES_MS = 5 * 60_000
const FACE_LIVES_MS = 10 * 60_000

const facts = z.object({
  policyNo: someText.optional(),
  idLast4: someText.optional(),
  idType: z.enum(["idCard", "passport", "hkMoTwPermit", "foreignPermanentResident"]).optional(),
  idNumber: someText.optional(),
  mobile: someText.optional(),
  name: someText.optional(),
})
type Facts = z.infer<typeof facts>

export const identityOperations = [
  operation("identity.find", "read", ["POST", "/identity/find"], facts, find),
  operation(
    "identity.sendCode",
    "notify",
    ["POST", "/identity/codes"],
    z.object({ candidate: someText }),
    ({ candidate }, call) => {
      const person = people(call.db, call.clock, "all").find((one) => candidateOf(one) === candidate)
      if (person === undefined) throw new Refusal("NOT_FOUND", 404)
      if (person.mobile === null) throw new Refusal("NO_MOBILE", 422)
      if (isLocked(call, [`code:${person.id}`])) throw new Refusal("LOCKED", 423)
      const codeRef = `V${String(nextNumber(call.db, "code")).padStart(6, "0")}`
      const expiresMs = call.clock.ms + CODE_LIVES_MS
      call.db.prepare("INSERT INTO one_time_code VALUES (?, ?, ?)").run(codeRef, person.id, expiresMs)
      return { codeRef, maskedMobile: maskMobile(person.mobile), expiresAt: toBeijing(expiresMs) }
    },
  ),
  operation(
    "identity.checkCode",
    "read",
    ["POST", "/identity/codes/:codeRef/check"],
    z.object({ codeRef: someText, code: someText }),
    checkCode,
  ),
  operation(
    "identity.checkFace",
    "notify",
    ["POST", "/identity/faces"],
    z.object({ customer: someText }),
    ({ customer }, { db, clock, publicUrl }) => {
      const person = personOf(db, customer, clock)
      if (!person.hasFace) throw new Refusal("NO_FACE", 404)
      const faceRef = `F${String(nextNumber(db, "face")).padStart(6, "0")}`
      const expiresMs = clock.ms + FACE_LIVES_MS
      db.prepare("INSERT INTO face_check VALUES (?, ?, ?, 1)").run(faceRef, customer, expiresMs)
      return { faceRef, link: `${publicUrl}/faces/${faceRef}`, expiresAt: toBeijing(expiresMs) }
    },
  ),
  operation(
    "identity.faceResult",
    "read",
    ["GET", "/identity/faces/:faceRef"],
    z.object({ customer: someText, faceRef: someText }),
    ({ customer, faceRef }, { db, clock }) => {
      const row = db
        .prepare<[string, string], { expires_ms: number; recognised: number }>(
          "SELECT expires_ms, recognised FROM face_check WHERE ref = ? AND customer = ?",
        )
        .get(faceRef, customer)
      if (row === undefined || row.recognised !== 1 || clock.ms > row.expires_ms)
        throw new Refusal("NO_FACE", 404)
      return { proof: { id: customer, level: 3 }, customer }
    },
  ),
]

/** All facts must fit one and the same person; nothing says which did not. */
function find(input: Facts, call: Call): object {
  const keys = lockedBy(input)
  if (isLocked(call, keys)) throw new Refusal("LOCKED", 423)
  const person = onlyFit(input, call)
  if (person === null) {
    const locked = countMiss(call, keys)
    throw new Refusal(locked ? "LOCKED" : "NO_MATCH", locked ? 423 : 404)
  }
  const { policyNo, idLast4: last4, idNumber, mobile, name } = input
  const numbered = idNumber === undefined ? last4 : idNumber
  const factsMatched = [policyNo, numbered, mobile, name].filter((fact) => fact !== undefined).length
  return {
    candidate: candidateOf(person),
    hasMobile: person.mobile !== null,
    maskedMobile: maskMobile(person.mobile),
    factsMatched,
    proof: { id: person.id, level: factsMatched >= 2 ? 1 : 0 },
  }
}

function onlyFit(input: Facts, { db, clock }: Call): Person | null {
  const strong = input.idNumber !== undefined || input.mobile !== undefined
  const told = [input.policyNo, input.idLast4, input.name].filter((fact) => fact !== undefined).length
  if (!strong && told < 2) return null
  const policyNo = input.policyNo?.toUpperCase()
  const policy = policyNo === undefined ? null : policyOf(db, policyNo, clock)
  // An application's number tells who is concerned as a policy's does.
  const applied = policyNo === undefined || policy !== null ? [] : applicants(db, policyNo)
  if (policyNo !== undefined && policy === null && applied.length === 0) return null
  const fitting = people(db, clock, "all").filter(
    (person) =>
      (input.idNumber === undefined ||
        (person.idNumber === input.idNumber.toUpperCase() && person.idType === (input.idType ?? "idCard"))) &&
      (input.idLast4 === undefined || idLast4(person) === input.idLast4.toUpperCase()) &&
      (input.mobile === undefined || person.mobile === input.mobile) &&
      (input.name === undefined || sameName(person.name, input.name)) &&
      (policy === null || roleIn(db, policy, person.id) !== null) &&
      (applied.length === 0 || applied.includes(person.id)),
  )
  const [first, ...others] = fitting
  if (first === undefined) return null
  const holder = fitting.find((person) => person.id === (policy?.holder ?? applied[0]))
  return others.length === 0 ? first : (holder ?? null)
}

function checkCode({ codeRef, code }: { codeRef: string; code: string }, call: Call): object {
  const { db, clock } = call
  const row = db
    .prepare<[string], { customer: string; expires_ms: number }>(
      "SELECT customer, expires_ms FROM one_time_code WHERE ref = ?",
    )
    .get(codeRef)
  if (row === undefined || clock.ms > row.expires_ms) throw new Refusal("EXPIRED", 410)
  const keys = [`code:${row.customer}`]
  if (isLocked(call, keys)) throw new Refusal("LOCKED", 423)
  const person = personOf(db, row.customer, clock)
  if (person.code !== code.replace(/\s/g, "")) {
    const locked = countMiss(call, keys)
    throw new Refusal(locked ? "LOCKED" : "WRONG_CODE", locked ? 423 : 403)
  }
  return { proof: { id: person.id, level: 2 }, customer: person.id }
}

/** The facts on which misses count: those that name one policy or person, else what was told. */
function lockedBy(input: Facts): readonly string[] {
  const strong = [input.policyNo, input.idNumber, input.mobile].filter((fact) => fact !== undefined)
  const keys = strong.length > 0 ? strong : [`${input.name ?? ""}/${input.idLast4 ?? ""}`]
  return keys.map((fact) => `fact:${fact.toUpperCase()}`)
}

function candidateOf(person: Person): string {
  return opaque("K", "candidate", person.id)
}

function sameName(one: string, other: string): boolean {
  const plain = (name: string) => name.replace(/\s+/g, "").toUpperCase()
  return plain(one) === plain(other)
}
