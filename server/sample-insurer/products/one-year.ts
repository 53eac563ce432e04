import { commonClauses } from "./common-clauses.ts"
import { both, clause, type Product } from "./product.ts"

/** Medical expenses for one year; a new contract each year. */
export const medicalOne: Product = {
  id: "medical-one",
  kind: "medical",
  name: both("安心医疗保险（一年期）", "One-Year Medical"),
  onSale: true,
  oneYear: true,
  cashValues: [],
  lends: false,
  paidUpPrice: 0,
  covers: [
    { label: both("住院医疗费用", "Hospital expenses"), percent: 100 },
    { label: both("特定门诊医疗费用", "Listed outpatient expenses"), percent: 10 },
  ],
  clauses: [
    ...commonClauses({ oneYear: true }),
    clause(
      "1.2",
      both("投保年龄", "Age at entry"),
      both(
        "出生满二十八日至六十周岁可以投保，续保可至八十周岁。",
        "From twenty-eight days to sixty years; renewal up to eighty.",
      ),
    ),
    clause(
      "1.3",
      both("保险期间与续保", "Term and renewal"),
      both(
        "保险期间为一年，不保证续保。期满前您可以申请续保，经我们同意并交纳保险费后订立新合同。",
        "One year, without guaranteed renewal. Before the end you may apply for a new contract, made when we agree and you pay.",
      ),
    ),
    clause(
      "1.5",
      both("等待期", "Waiting period"),
      both(
        "首次投保自生效日起三十日为等待期，意外伤害及续保无等待期。",
        "Thirty days from the start of the first contract; none after an accident or on renewal.",
      ),
    ),
    clause(
      "2.1",
      both("住院医疗保险金", "Hospital benefit"),
      both(
        "在二级及以上公立医院住院发生的合理且必要的费用，扣除医保及其他途径已获补偿和一万元免赔额后，按约定比例给付。",
        "Reasonable and necessary expenses in a public hospital of second grade or above, less what medical insurance and others paid and a deductible of ten thousand yuan, at the agreed rate.",
      ),
    ),
    clause(
      "3.1",
      both("责任免除", "Exclusions"),
      both(
        "既往症、美容整形、牙科、体检、故意自伤、酒后驾驶、战争、核事故导致的费用，我们不承担责任。",
        "We do not cover pre-existing conditions, cosmetic surgery, dental care, check-ups, intentional self-harm, drunk driving, war or nuclear accident.",
      ),
    ),
  ],
}

/** Accidents for one year. */
export const accidentGuard: Product = {
  id: "accident-guard",
  kind: "accident",
  name: both("行安意外伤害保险（一年期）", "Accident Guard"),
  onSale: true,
  oneYear: true,
  cashValues: [],
  lends: false,
  paidUpPrice: 0,
  covers: [
    { label: both("意外身故或伤残", "Accidental death or disability"), percent: 100 },
    { label: both("意外医疗费用", "Accident medical expenses"), percent: 10 },
  ],
  clauses: [
    ...commonClauses({ oneYear: true }),
    clause(
      "1.2",
      both("投保年龄", "Age at entry"),
      both(
        "出生满二十八日至六十五周岁、一至四类职业可以投保。",
        "From twenty-eight days to sixty-five years, occupations of class one to four.",
      ),
    ),
    clause("1.3", both("保险期间", "Term"), both("保险期间为一年。", "One year.")),
    clause(
      "2.1",
      both("意外身故或伤残保险金", "Accidental death or disability benefit"),
      both(
        "因意外伤害自事故发生之日起一百八十日内身故或伤残，按保险金额或对应的伤残等级比例给付。",
        "For death or disability within one hundred and eighty days of an accident we pay the sum insured, or its share by the grade of disability.",
      ),
    ),
    clause(
      "2.2",
      both("意外医疗保险金", "Accident medical benefit"),
      both(
        "扣除一百元免赔额后，按百分之八十给付。",
        "Eighty per cent of expenses above a deductible of one hundred yuan.",
      ),
    ),
    clause(
      "3.1",
      both("责任免除", "Exclusions"),
      both(
        "故意自伤、斗殴、醉酒、吸毒、无证驾驶、高风险运动、战争、核事故导致的，我们不承担责任。",
        "We do not cover intentional self-harm, brawls, drunkenness, drugs, driving without a licence, high-risk sport, war or nuclear accident.",
      ),
    ),
  ],
}
