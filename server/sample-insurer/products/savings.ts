import { commonClauses } from "./common-clauses.ts"
import { both, clause, type Product } from "./product.ts"

/** Annuity with survival benefits that stay on account until asked for. */
export const goldenYears: Product = {
  id: "golden-years",
  kind: "annuity",
  name: both("金秋年金保险", "Golden Years Annuity"),
  onSale: true,
  oneYear: false,
  cashValues: [420, 560, 660, 740, 800, 860, 900, 930, 960, 990, 1020, 1050, 1080, 1110, 1140],
  lends: true,
  paidUpPrice: 0,
  covers: [
    { label: both("生存年金（每年）", "Survival annuity (a year)"), percent: 10 },
    { label: both("身故", "Death"), percent: 100 },
  ],
  clauses: [
    ...commonClauses({ oneYear: false }),
    clause(
      "1.2",
      both("投保年龄", "Age at entry"),
      both("出生满二十八日至六十周岁可以投保。", "From twenty-eight days to sixty years of age."),
    ),
    clause(
      "1.3",
      both("保险期间", "Term"),
      both("保险期间至被保险人八十五周岁。", "Until the insured is eighty-five."),
    ),
    clause(
      "2.1",
      both("生存保险金", "Survival benefit"),
      both(
        "自第五个保单周年日起，被保险人每年生存，我们按基本保险金额的百分之十给付；未领取的留存生息。",
        "From the fifth policy anniversary we pay ten per cent of the sum insured for each year survived; what is not drawn stays with interest.",
      ),
    ),
    clause(
      "2.2",
      both("身故保险金", "Death benefit"),
      both("按已交保险费与现金价值的较大者给付。", "The greater of the premiums paid and the cash value."),
    ),
    clause(
      "3.1",
      both("责任免除", "Exclusions"),
      both(
        "因投保人对被保险人的故意伤害、被保险人故意犯罪、二年内自杀、战争、核事故导致身故的，我们退还现金价值。",
        "For death by intentional harm of the policyholder, a wilful crime, suicide within two years, war or nuclear accident we return the cash value.",
      ),
    ),
    clause(
      "5.2",
      both("保单贷款", "Policy loan"),
      both(
        "金额不超过现金价值扣除欠款后的百分之八十。",
        "Up to eighty per cent of the cash value less what is owed.",
      ),
    ),
  ],
}

/** Universal life: an account with a monthly rate, from which part can be drawn. */
export const flexiSave: Product = {
  id: "flexi-save",
  kind: "universal",
  name: both("稳盈终身寿险（万能型）", "Flexi Save Universal Life"),
  onSale: true,
  oneYear: false,
  cashValues: [],
  lends: true,
  paidUpPrice: 0,
  covers: [{ label: both("身故", "Death"), percent: 100 }],
  clauses: [
    ...commonClauses({ oneYear: false }),
    clause(
      "1.2",
      both("投保年龄", "Age at entry"),
      both("出生满二十八日至六十五周岁可以投保。", "From twenty-eight days to sixty-five years of age."),
    ),
    clause("1.3", both("保险期间", "Term"), both("保险期间为被保险人终身。", "The insured's whole life.")),
    clause(
      "2.1",
      both("身故保险金", "Death benefit"),
      both(
        "按保险金额与账户价值一定比例的较大者给付。",
        "The greater of the sum insured and an agreed share of the account value.",
      ),
    ),
    clause(
      "2.2",
      both("保单账户与结算利率", "Account and rate"),
      both(
        "账户价值按每月公布的结算利率计息，保证利率为年利率百分之一点五，超过部分不保证。",
        "The account earns the rate published each month; one and a half per cent a year is guaranteed, what is above it is not.",
      ),
    ),
    clause(
      "3.1",
      both("责任免除", "Exclusions"),
      both(
        "因投保人对被保险人的故意伤害、被保险人故意犯罪、二年内自杀、战争、核事故导致身故的，我们退还账户价值。",
        "For death by intentional harm of the policyholder, a wilful crime, suicide within two years, war or nuclear accident we return the account value.",
      ),
    ),
    clause(
      "5.2",
      both("部分领取", "Partial withdrawal"),
      both(
        "犹豫期后您可以申请部分领取，领取后账户价值不得低于二千元，按退保费用比例收取费用。",
        "After the cooling-off you may draw part of the account; two thousand yuan must stay, and the surrender charge applies to what is drawn.",
      ),
    ),
    clause(
      "5.3",
      both("退保费用", "Surrender charge"),
      both(
        "第一至第五保单年度退保或部分领取，分别收取百分之五、四、三、二、一的费用，第六年起不收取。",
        "Five, four, three, two and one per cent in the first to fifth policy year, none from the sixth.",
      ),
    ),
  ],
}
