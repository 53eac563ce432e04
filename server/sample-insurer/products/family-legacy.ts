import { commonClauses } from "./common-clauses.ts"
import { both, clause, type Product } from "./product.ts"

/** Participating whole life: dividends depend on the business and are not guaranteed. */
export const familyLegacy: Product = {
  id: "family-legacy",
  kind: "wholeLife",
  name: both("传家福终身寿险（分红型）", "Family Legacy Participating Whole Life"),
  onSale: true,
  oneYear: false,
  cashValues: [
    300, 500, 600, 680, 740, 780, 820, 850, 880, 910, 930, 950, 970, 990, 1010, 1030, 1050, 1070, 1090, 1110,
  ],
  lends: true,
  paidUpPrice: 0.48,
  covers: [{ label: both("身故或全残", "Death or total disability"), percent: 100 }],
  clauses: [
    ...commonClauses({ oneYear: false }),
    clause(
      "1.2",
      both("投保年龄", "Age at entry"),
      both("出生满二十八日至七十周岁可以投保。", "From twenty-eight days to seventy years of age."),
    ),
    clause(
      "1.3",
      both("保险期间", "Term"),
      both("保险期间为被保险人终身。", "Cover lasts for the insured's whole life."),
    ),
    clause(
      "2.1",
      both("身故或全残保险金", "Death or total disability benefit"),
      both(
        "被保险人身故或全残，我们按基本保险金额、已交保险费乘以约定比例和现金价值三者中的最大值给付。",
        "On death or total disability we pay the greatest of the sum insured, the premiums paid times an agreed factor, and the cash value.",
      ),
    ),
    clause(
      "2.2",
      both("保单红利", "Dividends"),
      both(
        "我们根据分红保险业务的实际经营状况确定红利分配，红利是不保证的。您可以选择累积生息或抵交保险费。",
        "Dividends follow the actual results of participating business and are not guaranteed. They may accumulate with interest or be set against premiums.",
      ),
    ),
    clause(
      "3.1",
      both("责任免除", "Exclusions"),
      both(
        "因投保人对被保险人的故意杀害或伤害、被保险人故意犯罪、合同成立或恢复效力二年内自杀（无民事行为能力人除外）、吸毒、酒后驾驶、战争、核事故导致的，我们不承担责任。",
        "We do not cover what results from intentional killing or harm by the policyholder, a wilful crime of the insured, suicide within two years of start or reinstatement (save persons without legal capacity), drugs, drunk driving, war or nuclear accident.",
      ),
    ),
    clause(
      "4.3",
      both("自动垫交", "Automatic premium loan"),
      both(
        "您选择自动垫交的，宽限期满仍未交费时，我们以现金价值垫交到期保险费并计收利息，合同继续有效，直至现金价值不足。",
        "If you chose it, at the end of grace we lend the premium from the cash value, with interest, and the contract goes on until the value no longer suffices.",
      ),
    ),
    clause(
      "5.2",
      both("保单贷款", "Policy loan"),
      both(
        "您可以申请贷款，金额不超过现金价值扣除欠款后的百分之八十，每次期限不超过一百八十日。",
        "You may borrow up to eighty per cent of the cash value less what is owed, for at most one hundred and eighty days at a time.",
      ),
    ),
    clause(
      "5.3",
      both("减额交清", "Reduced paid-up"),
      both(
        "您可以申请用现金价值一次交清余下保险费，保险金额相应减少，合同继续有效。",
        "You may use the cash value to pay all remaining premiums at once; the sum insured falls accordingly and the contract goes on.",
      ),
    ),
  ],
}
