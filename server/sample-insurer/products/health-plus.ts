import { commonClauses } from "./common-clauses.ts"
import { both, clause, type Product } from "./product.ts"

/** Critical illness cover for life, whose further premiums are waived after a covered illness. */
export const healthPlus: Product = {
  id: "health-plus",
  kind: "criticalIllness",
  name: both("康悦重大疾病保险", "Health Plus Critical Illness"),
  onSale: true,
  oneYear: false,
  cashValues: [
    0, 480, 520, 560, 600, 640, 670, 700, 730, 760, 790, 820, 850, 880, 910, 940, 970, 1000, 1030, 1060,
  ],
  lends: true,
  paidUpPrice: 0.42,
  covers: [
    { label: both("重大疾病（120种）", "Critical illness (120)"), percent: 100 },
    { label: both("轻症疾病（40种）", "Minor illness (40)"), percent: 30 },
    { label: both("身故", "Death"), percent: 100 },
  ],
  clauses: [
    ...commonClauses({ oneYear: false }),
    clause(
      "1.2",
      both("投保年龄", "Age at entry"),
      both("出生满二十八日至五十五周岁可以投保。", "From twenty-eight days to fifty-five years of age."),
    ),
    clause(
      "1.3",
      both("保险期间", "Term"),
      both("保险期间为被保险人终身。", "Cover lasts for the insured's whole life."),
    ),
    clause(
      "1.5",
      both("等待期", "Waiting period"),
      both(
        "自合同生效或恢复效力之日起九十日为等待期，因意外伤害导致的除外。等待期内确诊的，我们退还已交保险费，合同终止。",
        "Ninety days from the start or reinstatement, except after an accident. For an illness diagnosed in that time we return the premiums paid and the contract ends.",
      ),
    ),
    clause(
      "2.1",
      both("重大疾病保险金", "Critical illness benefit"),
      both(
        "被保险人等待期后初次确诊合同约定的重大疾病，我们按基本保险金额给付，合同终止。",
        "On the first diagnosis of a listed critical illness after the waiting period we pay the sum insured, and the contract ends.",
      ),
    ),
    clause(
      "2.2",
      both("轻症疾病保险金", "Minor illness benefit"),
      both(
        "初次确诊合同约定的轻症疾病，我们按基本保险金额的百分之三十给付，最多三次。",
        "On a listed minor illness we pay thirty per cent of the sum insured, at most three times.",
      ),
    ),
    clause(
      "2.3",
      both("豁免保险费", "Waiver of premium"),
      both(
        "给付轻症疾病保险金后，自确诊之日起免交余下各期保险费，合同继续有效。",
        "After a minor illness benefit the remaining premiums are waived from the diagnosis on, and the contract goes on.",
      ),
    ),
    clause(
      "2.4",
      both("身故保险金", "Death benefit"),
      both(
        "被保险人十八周岁后身故，按基本保险金额给付；十八周岁前身故，按已交保险费给付。",
        "On death after eighteen we pay the sum insured, before eighteen the premiums paid.",
      ),
    ),
    clause(
      "3.1",
      both("责任免除", "Exclusions"),
      both(
        "因投保人对被保险人的故意伤害、被保险人故意犯罪、合同成立或恢复效力二年内自杀（无民事行为能力人除外）、酒后驾驶、战争、核事故，以及遗传性疾病、先天性畸形导致的，我们不承担责任。",
        "We do not cover what results from intentional harm by the policyholder, a wilful crime of the insured, suicide within two years of start or reinstatement (save persons without legal capacity), drunk driving, war, nuclear accident, hereditary disease or congenital defect.",
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
