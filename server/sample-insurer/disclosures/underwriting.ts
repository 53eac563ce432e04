import type { Clock } from "../core/clock.ts"
import type { InsurerDatabase } from "../core/database.ts"
import { addDays, isWeekend } from "../core/day.ts"
import { share, toYuan } from "../core/money.ts"
import { Refusal } from "../core/refusal.ts"
import { type Both, both, inBoth } from "../products/product.ts"
import { keepEvent } from "../serving/events.ts"
import { type Assessment, assess, type Result } from "./assess.ts"
import { type Case, caseOf } from "./case.ts"
import { type Disclosure, disclosureOf, moveDisclosure } from "./disclosure.ts"

/** What an underwriter decides. */
export type Decision = Extract<Result, "standard" | "loaded" | "exclusion" | "postponed" | "declined">
/** What the page can do in the place of the underwriter and of who receives papers. */
export type UnderwritingAct = Decision | "papers"

export const underwritingActs: readonly UnderwritingAct[] = [
  ...(["standard", "loaded", "exclusion", "postponed", "declined"] as const),
  "papers",
]

const PEOPLE_DECIDE_WORKDAYS = 5
/** 保险法 第十六条: a supplement is decided within thirty days of its receipt. */
const SUPPLEMENT_DAYS = 30
const LOADING_PERCENT = 25
const POSTPONED_DAYS = 180
const ANSWER_DAYS = 15

/** Returns the decision on a sealed disclosure as the interface shows it. */
export function showAssessment(disclosure: Disclosure, found: Case): object {
  const rules = assess(disclosure.answers, found.sumInsured, disclosure.purpose)
  const result = disclosure.result ?? rules.result
  const reason = disclosure.reason ?? rules.reason
  const sealedOn = disclosure.sealedOn ?? ""
  return {
    disclosureNo: disclosure.disclosureNo,
    result,
    byPerson: disclosure.reviewed,
    ...inBoth("reason", reason),
    ...terms(result, disclosure, found),
    papers: papersOf(result, disclosure).map((paper) => inBoth("name", paper)),
    decideBy:
      disclosure.purpose === "supplement" ? addDays(sealedOn, SUPPLEMENT_DAYS) : workdaysAfter(sealedOn),
  }
}

/** An underwriter decides, or papers arrive: the event that tells of it is kept. */
export function actOnDisclosure(
  db: InsurerDatabase,
  disclosureNo: string,
  act: UnderwritingAct,
  clock: Clock,
): object {
  return db.transaction(() => {
    const disclosure = disclosureOf(db, "disclosure_no", disclosureNo, clock)
    if (disclosure === null) throw new Refusal("NOT_FOUND", 404)
    if (disclosure.state !== "sealed") throw new Refusal("WRONG_STATE", 409)
    const correlation = { disclosureNo }
    if (act === "papers") {
      keepEvent(db, clock, {
        event: "underwriting.papers-received",
        correlation,
        payload: { disclosureNo, receivedOn: clock.today },
      })
      return { disclosureNo }
    }
    moveDisclosure(db, disclosure, { result: act, reason: personReasons[act], reviewed: true })
    keepEvent(db, clock, {
      event: "underwriting.decided",
      correlation,
      payload: { disclosureNo, result: act, decidedAt: clock.now },
    })
    return { disclosureNo, result: act }
  })()
}

/** Returns the disclosure of a customer with its case; refuses others' with NOT_FOUND. */
export function ownDisclosure(
  db: InsurerDatabase,
  disclosureNo: string,
  customer: string,
  clock: Clock,
): { readonly disclosure: Disclosure; readonly found: Case } {
  const disclosure = disclosureOf(db, "disclosure_no", disclosureNo, clock)
  if (disclosure === null) throw new Refusal("NOT_FOUND", 404)
  return { disclosure, found: caseOf(db, disclosure.policyNo, customer, clock) }
}

function terms(result: Result, { sealedOn, answers }: Disclosure, { premium }: Case): object {
  const day = sealedOn ?? ""
  switch (result) {
    case "loaded": {
      const extra = share(premium, LOADING_PERCENT, 100)
      return {
        premium: toYuan(premium + extra),
        extraPremium: toYuan(extra),
        answerBy: addDays(day, ANSWER_DAYS),
      }
    }
    case "exclusion":
      return {
        ...inBoth("excluded", excludedOf(answers)),
        premium: toYuan(premium),
        answerBy: addDays(day, ANSWER_DAYS),
      }
    case "postponed":
      return { againFrom: addDays(day, POSTPONED_DAYS) }
    default:
      return {}
  }
}

function excludedOf(answers: Disclosure["answers"]): Both {
  if (answers.thyroid === "yes")
    return both("甲状腺疾病及其并发症", "diseases of the thyroid and what follows from them")
  if (answers.lung === "yes")
    return both("呼吸系统疾病及其并发症", "diseases of the lungs and what follows from them")
  if (answers.riskySport === "yes")
    return both("参加所告知的高风险运动导致的事故", "accidents in the risky sport told")
  return both("所告知的疾病及其并发症", "the illness told and what follows from it")
}

function papersOf(result: Result, { answers }: Disclosure): readonly Both[] {
  const papers: Both[] = []
  if (result === "examination") papers.push(both("建议检查项目的报告", "report of the examination advised"))
  if (result !== "morePapers" && result !== "examination") return papers
  if (answers.hospitalStay === "yes") papers.push(both("出院小结", "discharge summary"))
  if (answers.abnormalCheckup === "yes")
    papers.push(both("最近一次体检报告", "report of the latest check-up"))
  return papers.length > 0 ? papers : [both("相关的病历或检查报告", "records or reports of the illness")]
}

const personReasons: Readonly<Record<Decision, Assessment["reason"]>> = {
  standard: both("核保人员认为符合标准承保条件", "the underwriter accepts it at standard terms"),
  loaded: both("核保人员评估后认为风险高于标准", "the underwriter finds the risk above the standard"),
  exclusion: both(
    "核保人员评估后认为只影响一部分责任",
    "the underwriter finds that it concerns a part of the cover",
  ),
  postponed: both("核保人员认为需要再观察一段时间", "the underwriter wants to observe it for some time"),
  declined: both(
    "核保人员综合评估后，暂不能承保",
    "after judging it as a whole the underwriter cannot accept it",
  ),
}

function workdaysAfter(day: string): string {
  let at = day
  for (let left = PEOPLE_DECIDE_WORKDAYS; left > 0; ) {
    at = addDays(at, 1)
    if (!isWeekend(at)) left -= 1
  }
  return at
}
