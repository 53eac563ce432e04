import type { Clock } from "../core/clock.ts"
import type { InsurerDatabase } from "../core/database.ts"
import { share, toYuan } from "../core/money.ts"
import { Refusal } from "../core/refusal.ts"
import { rejection } from "../policies/payout.ts"
import { inBoth } from "../products/product.ts"
import { keepEvent } from "../serving/events.ts"
import { type Claim, type ClaimResult, type ClaimState, claimOf } from "./claim.ts"
import { documentName, documentsFor, keepDocuments, keptDocuments } from "./documents.ts"
import { changeClaim } from "./keep-claim.ts"

/** What assessors, banks and the insured person do with a claim, and the page can do in their place. */
export const claimActs = [
  "decide-full",
  "decide-partly",
  "decide-advance",
  "refuse",
  "ask-documents",
  "find-unclear",
  "investigate",
  "pay",
  "reject-account",
  "consent",
  "decline-consent",
] as const
export type ClaimAct = (typeof claimActs)[number]

const AT_WORK: readonly ClaimState[] = ["deciding", "investigating", "documentsMissing"]
const OPEN: Readonly<Record<ClaimAct, readonly ClaimState[]>> = {
  "decide-full": AT_WORK,
  "decide-partly": AT_WORK,
  "decide-advance": AT_WORK,
  refuse: AT_WORK,
  "ask-documents": ["deciding", "investigating"],
  "find-unclear": ["reported", "deciding", "investigating"],
  investigate: ["deciding"],
  pay: ["agreed"],
  "reject-account": ["agreed"],
  consent: ["reported"],
  "decline-consent": ["reported"],
}

/** Returns what can be done with a claim now; what was paid ahead is paid while the rest is decided. */
export function claimActsOpenTo(claim: Claim): readonly ClaimAct[] {
  return claimActs.filter((act) => isOpen(claim, act))
}

function isOpen(claim: Claim, act: ClaimAct): boolean {
  if (act === "decide-advance" && claim.advance > 0) return false
  if (act === "pay" && claim.result === "advance" && AT_WORK.includes(claim.state))
    return claim.paidOn === null
  return OPEN[act].includes(claim.state)
}

/**
 * Does it and keeps the event that tells of it. Returns the claim after it. Refuses an unknown number with
 * NOT_FOUND, and what does not fit the state with WRONG_STATE.
 */
export function actOnClaim(db: InsurerDatabase, claimNo: string, act: ClaimAct, clock: Clock): Claim {
  return db.transaction(() => {
    const claim = claimOf(db, "claim_no", claimNo, clock)
    if (claim === null) throw new Refusal("NOT_FOUND", 404)
    if (!isOpen(claim, act)) throw new Refusal("WRONG_STATE", 409)
    return ACTS[act](db, claim, clock)
  })()
}

type Act = (db: InsurerDatabase, claim: Claim, clock: Clock) => Claim

const ACTS: Readonly<Record<ClaimAct, Act>> = {
  "decide-full": (db, claim, clock) => decide(db, claim, clock, "paid", claim.amount),
  "decide-partly": (db, claim, clock) => decide(db, claim, clock, "partly", share(claim.amount, 3, 5)),
  "decide-advance": (db, claim, clock) => decide(db, claim, clock, "advance", share(claim.amount, 2, 5)),
  refuse: (db, claim, clock) => decide(db, claim, clock, "refused", 0),
  "ask-documents": askDocuments,
  "find-unclear": findUnclear,
  investigate(db, claim, clock) {
    keep(db, claim, clock, "claim.investigation", { startedOn: clock.today })
    return changeClaim(db, claim, { state: "investigating" }, clock)
  },
  pay,
  "reject-account": rejectClaimAccount,
  consent: (db, claim, clock) => answerConsent(db, claim, clock, "yes"),
  "decline-consent": (db, claim, clock) => answerConsent(db, claim, clock, "no"),
}

function decide(db: InsurerDatabase, claim: Claim, clock: Clock, result: ClaimResult, amount: number): Claim {
  keep(db, claim, clock, "claim.decided", { result, decidedOn: clock.today })
  if (result === "advance") return changeClaim(db, claim, { result, advance: amount }, clock)
  const state = result === "refused" ? "refused" : "decided"
  return changeClaim(db, claim, { state, result, amount, decidedOn: clock.today }, clock)
}

/** The last two papers of the list are asked for again, both at once (保险法 第二十二条). */
function askDocuments(db: InsurerDatabase, claim: Claim, clock: Clock): Claim {
  const needed = documentsFor(claim.kind, false)
  const kept = keptDocuments(db, claim.claimNo).map(({ id }) => id)
  const asked = (kept.length > 0 ? kept : needed).slice(-2)
  keepDocuments(
    db,
    claim.claimNo,
    asked.map((id) => [id, "missing"] as const),
  )
  keep(db, claim, clock, "claim.documents-missing", { count: asked.length })
  return changeClaim(db, claim, { state: "documentsMissing" }, clock)
}

/** A second look in the background finds that a paper cannot be read. */
function findUnclear(db: InsurerDatabase, claim: Claim, clock: Clock): Claim {
  const [id = "invoices"] = keptDocuments(db, claim.claimNo).flatMap((one) =>
    one.state === "received" ? [one.id] : [],
  )
  keepDocuments(db, claim.claimNo, [[id, "unclear"]])
  keep(db, claim, clock, "claim.document-checked", {
    document: id,
    ...inBoth("name", documentName(id)),
    state: "unclear",
  })
  return claim
}

function pay(db: InsurerDatabase, claim: Claim, clock: Clock): Claim {
  const isAhead = claim.state !== "agreed"
  const amount = isAhead ? claim.advance : claim.amount - claim.advance
  keep(db, claim, clock, "claim.paid", {
    paidOn: clock.today,
    amount: toYuan(amount),
    accountLast4: claim.account?.slice(1) ?? "",
  })
  return changeClaim(db, claim, { paidOn: clock.today, ...(isAhead ? {} : { state: "paid" }) }, clock)
}

/** The bank sends the payment back. */
export function rejectClaimAccount(db: InsurerDatabase, claim: Claim, clock: Clock): Claim {
  keep(db, claim, clock, "claim.account-rejected", {
    accountLast4: claim.account?.slice(1) ?? "",
    ...inBoth("reason", rejection),
  })
  return changeClaim(db, claim, { state: "accountRejected" }, clock)
}

function answerConsent(db: InsurerDatabase, claim: Claim, clock: Clock, given: "yes" | "no"): Claim {
  keep(db, claim, clock, "claim.consent-answered", { given })
  return claim
}

function keep(
  db: InsurerDatabase,
  { claimNo }: Claim,
  clock: Clock,
  event: string,
  payload: Readonly<Record<string, string | number>>,
): void {
  keepEvent(db, clock, { event, correlation: { claimNo }, payload: { claimNo, ...payload } })
}
