import { z } from "zod"
import { type Claim, claimOf, claimsOf, factsSchema } from "../claims/claim.ts"
import { rejectClaimAccount } from "../claims/claim-acts.ts"
import { type Cover, coverFor } from "../claims/cover.ts"
import { documentsFor, isDocumentId, keepDocuments } from "../claims/documents.ts"
import { changeClaim } from "../claims/keep-claim.ts"
import { showClaim } from "../claims/show-claim.ts"
import { type Fen, share, toFen } from "../core/money.ts"
import { Refusal } from "../core/refusal.ts"
import { accountOf } from "../people/account.ts"
import { type Call, operation, someText } from "../serving/operation.ts"

const named = z.object({ claimNo: someText, customer: someText })
const application = named.extend({
  policies: z.array(someText).min(1),
  accountId: someText,
  ...factsSchema.shape,
})

/** A benefit that was asked for: from the request to the payment. */
export const claimOperations = [
  operation("claim.submit", "write", ["POST", "/claims/:claimNo/submit"], application, submit),
  operation("claim.status", "read", ["GET", "/claims/:claimNo"], named, (input, call) =>
    showClaim(call.db, own(call, input), call.clock),
  ),
  operation(
    "claim.supplement",
    "write",
    ["POST", "/claims/:claimNo/supplements"],
    named.extend({ documents: z.array(someText).min(1) }),
    (input, call) => {
      const claim = own(call, input)
      if (claim.state !== "documentsMissing" && !isAtWork(claim)) throw new Refusal("TOO_LATE", 409)
      keepDocuments(call.db, claim.claimNo, received(input.documents))
      return shown(call, changeClaim(call.db, claim, { state: "deciding" }, call.clock))
    },
  ),
  operation("claim.accept", "write", ["POST", "/claims/:claimNo/accept"], named, (input, call) => {
    const claim = own(call, input)
    if (claim.state !== "decided") throw new Refusal("WRONG_STATE", 409)
    const agreedOn = call.clock.today
    return shown(call, changeClaim(call.db, claim, { state: "agreed", agreedOn }, call.clock), true)
  }),
  operation(
    "claim.changeAccount",
    "write",
    ["POST", "/claims/:claimNo/account"],
    named.extend({ accountId: someText }),
    (input, call) => {
      const claim = own(call, input)
      if (claim.state === "paid" || claim.state === "refused") throw new Refusal("TOO_LATE", 409)
      const account = usable(call, input.customer, input.accountId)
      const state = claim.state === "accountRejected" ? "agreed" : claim.state
      return shown(call, changeClaim(call.db, claim, { state, account }, call.clock), true)
    },
  ),
  operation("claim.withdraw", "write", ["POST", "/claims/:claimNo/withdraw"], named, (input, call) => {
    const claim = own(call, input)
    if (claim.state === "paid" || claim.state === "agreed" || claim.state === "refused")
      throw new Refusal("TOO_LATE", 409)
    return shown(call, changeClaim(call.db, claim, { state: "withdrawn" }, call.clock))
  }),
]

/** Takes the request with its papers: from this day the terms of the law run (司法解释二 第十五条). */
function submit(input: z.infer<typeof application>, call: Call): object {
  const { db, clock } = call
  const claim = claimOf(db, "claim_no", input.claimNo, clock)
  if (claim === null || (claim.customer !== null && claim.customer !== input.customer))
    throw new Refusal("NOT_FOUND", 404)
  if (claim.state !== "reported" || isAskedForAlready(call, claim, input)) throw new Refusal("DUPLICATE", 409)
  const covers = coverFor(db, input.customer, claim, clock).covers.filter(({ policy }) =>
    input.policies.includes(policy.policyNo),
  )
  const [first] = covers
  if (first === undefined) throw new Refusal("NOT_ENTITLED", 403)
  const { claimNo: _no, customer, policies, accountId, ...facts } = input
  const account = usable(call, customer, accountId)
  keepDocuments(db, claim.claimNo, received(facts.documents ?? documentsFor(claim.kind, false)))
  const change = {
    state: "deciding",
    customer,
    insured: first.insured.id,
    share: first.share,
    completeOn: clock.today,
    amount: askedFor(claim, covers, facts),
    account,
    facts,
    policies,
  } as const
  return shown(call, changeClaim(db, claim, change, clock))
}

/** What the papers add up to: of treatment its cost, else the sums insured; of either the claimant's share. */
function askedFor(
  { kind }: Claim,
  covers: readonly Cover[],
  { stays = [] }: z.infer<typeof factsSchema>,
): Fen {
  const costs = stays.reduce((total, { cost = 0 }) => total + toFen(cost), 0)
  if ((kind === "medical" || kind === "accident") && costs > 0) return costs
  return covers.reduce(
    (total, { policy, share: percent }) => total + share(policy.sumInsured, percent, 100),
    0,
  )
}

/** The same claimant asks twice for the same event on the same policy. */
function isAskedForAlready(
  { db, clock }: Call,
  { claimNo, eventOn }: Claim,
  { customer, policies }: z.infer<typeof application>,
): boolean {
  return claimsOf(db, customer, clock).some(
    (other) =>
      other.claimNo !== claimNo &&
      other.customer === customer &&
      other.eventOn === eventOn &&
      other.state !== "reported" &&
      other.state !== "withdrawn" &&
      other.policies.some((policyNo) => policies.includes(policyNo)),
  )
}

function own({ db, clock }: Call, { claimNo, customer }: z.infer<typeof named>): Claim {
  const claim = claimOf(db, "claim_no", claimNo, clock)
  const mayKnow = claimsOf(db, customer, clock).some((one) => one.claimNo === claimNo)
  if (claim === null || !mayKnow) throw new Refusal("NOT_FOUND", 404)
  return claim
}

/** Returns the id of an account that can be paid to. */
function usable({ db }: Call, customer: string, accountId: string): string {
  const account = accountOf(db, customer, accountId)
  if (account === null || !account.own || !account.open || !account.supported)
    throw new Refusal("ACCOUNT_UNUSABLE", 422)
  return account.accountId
}

function isAtWork({ state }: Claim): boolean {
  return state === "deciding" || state === "investigating"
}

function received(documents: readonly string[]) {
  return documents.filter(isDocumentId).map((id) => [id, "received"] as const)
}

/** Returns the claim as it now stands; a payment about to go to an account that bounces comes back by event. */
function shown(call: Call, claim: Claim, isPayable = false): object {
  const answer = showClaim(call.db, claim, call.clock)
  const isDue = isPayable && claim.state === "agreed" && claim.customer !== null && claim.account !== null
  const account = isDue ? accountOf(call.db, claim.customer ?? "", claim.account ?? "") : null
  if (account?.bounces === true) rejectClaimAccount(call.db, claim, call.clock)
  return answer
}
