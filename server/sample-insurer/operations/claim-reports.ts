import { z } from "zod"
import { claimKinds, claimOf, claimsOf } from "../claims/claim.ts"
import { consentBy, coverFor, reasonsForAPerson } from "../claims/cover.ts"
import {
  documentHint,
  documentName,
  documentsFor,
  isDocumentId,
  recogniseFiles,
} from "../claims/documents.ts"
import { addClaim, changeClaim } from "../claims/keep-claim.ts"
import { listClaim } from "../claims/show-claim.ts"
import type { Clock } from "../core/clock.ts"
import { nextNumber } from "../core/database.ts"
import { Refusal } from "../core/refusal.ts"
import { maskMobile, personOf } from "../people/person.ts"
import { inBoth } from "../products/product.ts"
import { type Call, operation, someText } from "../serving/operation.ts"

const kind = z.enum(claimKinds)
const event = {
  kind,
  eventOn: z.iso.date(),
  concerns: someText.optional(),
  insuredName: someText.optional(),
  place: someText.optional(),
  phone: someText.optional(),
  customer: someText.optional(),
}
const reported = z.object({ ...event, claimNo: someText })

/** Reports, what may answer them, and the papers that they need: all that comes before a benefit is asked for. */
export const claimReportOperations = [
  operation("claim.report", "write", ["POST", "/claims"], z.object(event), (input, { db, clock, key }) => {
    const claimNo = claimNumber(db, clock)
    const { customer, ...told } = input
    addClaim(db, {
      claimNo,
      kind: input.kind,
      state: "reported",
      customer,
      report: toldBy(told),
      eventOn: input.eventOn,
      reportedOn: clock.today,
      key,
    })
    return { claimNo, reportedAt: clock.now }
  }),
  operation("claim.reportByKey", "read", ["GET", "/claims"], z.object({ key: someText }), ({ key }, call) => {
    const found = claimOf(call.db, "key", key, call.clock)
    return found === null
      ? { found: false }
      : { found: true, claimNo: found.claimNo, reportedAt: call.clock.now }
  }),
  operation(
    "claim.reportAmend",
    "write",
    ["POST", "/claims/amend"],
    z.object({ ...event, first: z.object({ claimNo: someText, reportedAt: someText }) }),
    (input, { db, clock }) => {
      const claim = claimOf(db, "claim_no", input.first.claimNo, clock)
      if (claim === null) throw new Refusal("NOT_FOUND", 404)
      if (claim.state !== "reported") throw new Refusal("TOO_LATE", 409)
      const { first, customer: _same, ...told } = input
      changeClaim(db, claim, { kind: input.kind, eventOn: input.eventOn, report: toldBy(told) }, clock)
      return { claimNo: first.claimNo, reportedAt: first.reportedAt }
    },
  ),
  operation(
    "claim.cover",
    "read",
    ["GET", "/claims/:claimNo/cover"],
    reported.required({ customer: true }),
    (input, { db, clock }) => {
      const { who, covers } = coverFor(db, input.customer, input, clock)
      const named = covers.filter(({ insured }) => insured.name === input.insuredName)
      const meant = named.length > 0 ? named : covers
      const insured = [...new Map(meant.map((one) => [one.insured.id, one.insured])).values()]
      return {
        who,
        insured: insured.map(({ id, name, age }) => ({ id, name, age })),
        policies: meant.map(({ policy, insured: { id, name }, role, share }) => ({
          policyNo: policy.policyNo,
          ...inBoth("productName", policy.product.name),
          insured: id,
          insuredName: name,
          role,
          share,
        })),
      }
    },
  ),
  operation(
    "claim.coverCheck",
    "read",
    ["POST", "/claims/:claimNo/cover-check"],
    z.object({
      claimNo: someText,
      customer: someText,
      policies: z.array(someText).min(1),
      kind,
      eventOn: z.iso.date(),
    }),
    (input, { db, clock }) => {
      const found = coverFor(db, input.customer, input, clock).covers
      const covers = found.filter(({ policy }) => input.policies.includes(policy.policyNo))
      const [first] = covers
      if (first === undefined) throw new Refusal("NOT_ENTITLED", 403)
      const reasons = reasonsForAPerson(covers, input, clock)
      const by = consentBy(first)
      return {
        route: reasons.length > 0 ? "person" : "normal",
        reasons,
        role: first.role,
        insured: first.insured.id,
        insuredName: first.insured.name,
        share: first.share,
        consentBy: by,
        subjectMobileMasked: by === "minor" ? maskMobile(first.insured.mobile) : "",
        documents: documentsFor(input.kind, first.role === "guardian").map((id) => ({
          id,
          ...inBoth("name", documentName(id)),
          ...inBoth("hint", documentHint(id)),
        })),
      }
    },
  ),
  operation(
    "claim.checkDocuments",
    "read",
    ["POST", "/claims/:claimNo/documents/check"],
    z.object({
      claimNo: someText,
      documents: z.array(z.object({ id: someText, name: someText }).loose()).max(50),
      needed: z.array(someText),
    }),
    ({ documents, needed }) => {
      const states = recogniseFiles(
        documents.map(({ name }) => name),
        needed.filter(isDocumentId),
      )
      const of = (state: string) => [...states].flatMap(([id, one]) => (one === state ? [id] : []))
      return { received: of("received"), unclear: of("unclear") }
    },
  ),
  operation(
    "claim.requestConsent",
    "notify",
    ["POST", "/claims/:claimNo/consent-requests"],
    z.object({ claimNo: someText, insured: someText }),
    ({ claimNo, insured }, { db, clock }) => {
      const { mobile } = personOf(db, insured, clock)
      if (mobile === null) throw new Refusal("NO_MOBILE", 404)
      return { claimNo, mobileMasked: maskMobile(mobile) }
    },
  ),
  operation(
    "claim.list",
    "read",
    ["GET", "/customers/:customer/claims"],
    z.object({ customer: someText }),
    ({ customer }, { db, clock }) => ({
      claims: claimsOf(db, customer, clock).map((claim) => listClaim(db, claim, clock)),
    }),
  ),
]

function toldBy({
  concerns,
  insuredName,
  place,
  phone,
}: Pick<z.infer<z.ZodObject<typeof event>>, "concerns" | "insuredName" | "place" | "phone">) {
  return { concerns, insuredName, place, phone }
}

/** R, the day, and a number of four digits or more. */
function claimNumber(db: Call["db"], clock: Clock): string {
  const next = nextNumber(db, `claim ${clock.today}`)
  return `R${clock.today.replaceAll("-", "")}${String(next).padStart(4, "0")}`
}
