import type { Fen } from "../core/money.ts"
import { type Both, both } from "../products/product.ts"
import { type Answers, answered } from "./matters.ts"

export type Result =
  | "standard"
  | "loaded"
  | "exclusion"
  | "postponed"
  | "declined"
  | "morePapers"
  | "examination"
  | "underwriter"

export type Assessment = { readonly result: Result; readonly reason: Both }

const HEAVY_BMI = 32
const LIGHT_BMI = 16
/** From this sum on a person looks at every application. */
const LARGE_SUM: Fen = 100_000_000
const LATE_PREGNANCY_WEEKS = 28

/**
 * Returns what the rules make of the answers; the first that fits, the gravest first. What the insured is not sure of
 * goes to a person: it is never a no.
 */
export function assess(answers: Answers, sumInsured: Fen, purpose: string): Assessment {
  const yes = new Set(answered(answers, "yes"))
  const any = (...ids: readonly string[]) => ids.some((id) => yes.has(id))
  if (purpose === "supplement") return underwriter
  if (any("cancer")) return { result: "declined", reason: reasons.cancer }
  if (any("heart", "stroke")) return { result: "postponed", reason: reasons.serious }
  if (number(answers.pregnancyWeeks) >= LATE_PREGNANCY_WEEKS)
    return { result: "postponed", reason: reasons.pregnancy }
  if (any("adviseExam")) return { result: "examination", reason: reasons.advised }
  if (any("abnormalCheckup", "hospitalStay")) return { result: "morePapers", reason: reasons.papers }
  if (answered(answers, "unsure").length > 0 || sumInsured >= LARGE_SUM) return underwriter
  if (any("diabetes", "hepatitis", "kidney", "autoimmune", "newIllness", "payerIllness", "declinedBefore"))
    return underwriter
  if (any("thyroid", "lung", "riskySport")) return { result: "exclusion", reason: reasons.part }
  const bmi = bodyMassIndex(answers)
  if (any("hypertension", "riskyWork") || (bmi !== null && bmi >= HEAVY_BMI))
    return { result: "loaded", reason: reasons.risk }
  return { result: "standard", reason: reasons.none }
}

/** Whether height and weight can hardly both be right for one of this age. */
export function isOddBody(answers: Answers, age: number): boolean {
  const bmi = bodyMassIndex(answers)
  if (bmi === null) return false
  return age >= 14 ? bmi < LIGHT_BMI - 3 || bmi > HEAVY_BMI + 18 : bmi < LIGHT_BMI - 6 || bmi > HEAVY_BMI + 8
}

function bodyMassIndex({ height, weight }: Answers): number | null {
  return typeof height === "number" && typeof weight === "number" && height > 0
    ? weight / (height / 100) ** 2
    : null
}

function number(value: Answers[string] | undefined): number {
  return typeof value === "number" ? value : 0
}

const reasons = {
  none: both("健康情况符合标准承保条件", "the health told fits standard terms"),
  cancer: both(
    "告知的恶性肿瘤病史超出本产品的承保范围",
    "the cancer told lies outside what this product accepts",
  ),
  serious: both("告知的疾病需要一段时间的观察", "the illness told needs to be observed for some time"),
  pregnancy: both("孕晚期，待分娩后再评估", "the late pregnancy; it is assessed after the birth"),
  advised: both("有建议进一步检查的项目尚无结果", "an examination that was advised has no result yet"),
  papers: both("需要核对检查或住院的资料", "the check-up or hospital stay needs its papers"),
  part: both("告知的情况只影响一部分责任", "what was told concerns a part of the cover only"),
  risk: both("告知的情况高于标准风险", "what was told is above the standard risk"),
  person: both("需要核保人员综合判断", "an underwriter has to judge it as a whole"),
}
const underwriter: Assessment = { result: "underwriter", reason: reasons.person }
