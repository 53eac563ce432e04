import { type Both, both } from "../products/product.ts"

/** What a questionnaire asks after, in a word or two: how the core names an answer when it asks for more about it. */
export const matters: Readonly<Record<string, Both>> = {
  smoking: both("吸烟", "smoking"),
  alcohol: both("饮酒", "alcohol"),
  hospitalStay: both("住院或手术", "the hospital stay or operation"),
  abnormalCheckup: both("检查异常", "the abnormal check-up"),
  adviseExam: both("建议的进一步检查", "the further examination advised"),
  medication: both("长期用药", "the long-term medicine"),
  hypertension: both("高血压", "high blood pressure"),
  diabetes: both("糖尿病或血糖异常", "diabetes or blood sugar"),
  hepatitis: both("肝病", "the liver disease"),
  kidney: both("肾病", "the kidney disease"),
  thyroid: both("甲状腺疾病或结节", "the thyroid disease or nodule"),
  lung: both("哮喘或慢阻肺", "asthma or COPD"),
  cancer: both("恶性肿瘤", "cancer"),
  heart: both("心脏疾病", "the heart disease"),
  stroke: both("脑卒中", "the stroke"),
  autoimmune: both("自身免疫性疾病", "the autoimmune disease"),
  newIllness: both("新确诊的疾病", "the newly diagnosed illness"),
  family: both("家族史", "the family history"),
  pregnancy: both("怀孕", "pregnancy"),
  riskyWork: both("高风险职业", "risky work"),
  riskySport: both("高风险运动", "risky sport"),
  workChanged: both("职业变更", "the change of work"),
  otherMedical: both("其他医疗保障", "other medical cover"),
  declinedBefore: both("以往投保结论", "an earlier decision"),
  payerIllness: both("投保人的住院或疾病", "the policyholder's illness"),
}

/** A yes to one of these is told in detail: since when, how treated, how it is now. */
export const detailed: ReadonlySet<string> = new Set([
  ...["hospitalStay", "abnormalCheckup", "adviseExam", "medication"],
  ...["hypertension", "diabetes", "hepatitis", "kidney", "thyroid", "lung"],
  ...["cancer", "heart", "stroke", "autoimmune", "newIllness", "payerIllness"],
])

/** Answers by question: yes, no or not sure, or the value of a question that asks for one. */
export type Answers = Readonly<Record<string, "yes" | "no" | "unsure" | number>>

/** Returns the questions that were answered so, in the order of the answers. */
export function answered(answers: Answers, answer: "yes" | "unsure"): readonly string[] {
  return Object.keys(answers).filter((id) => answers[id] === answer)
}
