import type { Clock } from "../core/clock.ts"
import type { InsurerDatabase } from "../core/database.ts"
import { toYuan } from "../core/money.ts"
import { personOf } from "../people/person.ts"
import { rejection } from "../policies/payout.ts"
import { both, inBoth } from "../products/product.ts"
import type { Claim } from "./claim.ts"
import { documentName, keptDocuments } from "./documents.ts"

/** Why less than was asked for, or nothing, is paid; the notice says it in full. */
export const decisionReasons = {
  partly: both(
    "部分费用项目不在条款约定的给付项目内，明细见通知书",
    "Some of the charges are not among those that the terms name; the notice lists them",
  ),
  refused: both(
    "审核认定的事实和依据的条款见通知书",
    "The facts found and the terms relied on stand in the notice",
  ),
}

/** Returns a claim in a list. */
export function listClaim(db: InsurerDatabase, claim: Claim, clock: Clock): object {
  return {
    claimNo: claim.claimNo,
    kind: claim.kind,
    insuredName: insuredName(db, claim, clock),
    eventOn: claim.eventOn,
    reportedOn: claim.reportedOn,
    state: claim.state,
  }
}

/** Returns a claim with all that its claimant may know. */
export function showClaim(db: InsurerDatabase, claim: Claim, clock: Clock): object {
  const isDecided = claim.result !== null
  return {
    ...listClaim(db, claim, clock),
    policies: claim.policies,
    completeOn: claim.completeOn ?? undefined,
    decidedOn: claim.decidedOn ?? undefined,
    agreedOn: claim.agreedOn ?? undefined,
    paidOn: claim.paidOn ?? undefined,
    result: claim.result ?? undefined,
    amount: isDecided && claim.result !== "refused" ? toYuan(decidedAmount(claim)) : undefined,
    advance: claim.advance > 0 ? toYuan(claim.advance) : undefined,
    lines: isDecided ? linesOf(claim) : [],
    ...(claim.result === "partly" || claim.result === "refused"
      ? { ...inBoth("reason", decisionReasons[claim.result]), noticeName: `${claim.claimNo}.pdf` }
      : {}),
    accountId: claim.account ?? undefined,
    accountLast4: claim.account?.slice(1),
    ...(claim.state === "accountRejected" ? inBoth("rejectedBecause", rejection) : {}),
    documents: keptDocuments(db, claim.claimNo).map(({ id, state }) => ({
      id,
      ...inBoth("name", documentName(id)),
      state,
    })),
  }
}

/** What is paid now: of an advance its part, else the whole less what was paid ahead. */
function decidedAmount(claim: Claim): number {
  return claim.result === "advance" ? claim.advance : claim.amount - claim.advance
}

function linesOf(claim: Claim): readonly object[] {
  if (claim.result === "refused") return []
  if (claim.result === "advance") return [line("目前可以确定的部分", "What is certain so far", claim.advance)]
  return [
    line("核定给付", "Decided benefit", claim.amount),
    ...(claim.advance > 0 ? [line("减：已先行支付", "Less: paid ahead", claim.advance)] : []),
  ]
}

function line(zh: string, en: string, amount: number): object {
  return { ...inBoth("label", both(zh, en)), amount: toYuan(amount) }
}

/** Of an event that was only reported, the name told, or who reported it for himself; else "". */
function insuredName(db: InsurerDatabase, { insured, customer, report }: Claim, clock: Clock): string {
  const known = insured ?? (report.concerns === "self" ? customer : null)
  return known === null ? (report.insuredName ?? "") : personOf(db, known, clock).name
}
