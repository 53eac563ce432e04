import { both, type Clause, clause } from "./product.ts"

/** Returns the clauses that every contract has, long or of one year, numbered alike in all products. */
export function commonClauses(options: { readonly oneYear: boolean }): readonly Clause[] {
  return [...(options.oneYear ? oneYear : long), ...always]
}

const always: readonly Clause[] = [
  clause(
    "1.1",
    both("合同构成", "What the contract is"),
    both(
      "本合同由保险条款、投保单、保险单、批注及其他书面约定构成。",
      "The contract consists of these terms, the application, the policy, endorsements and other written agreements.",
    ),
  ),
  clause(
    "7.1",
    both("如实告知", "Truthful disclosure"),
    both(
      "订立合同时，我们就保险标的或被保险人的有关情况提出询问，您应当如实告知。故意或因重大过失未如实告知，足以影响我们决定是否承保或提高费率的，我们有权解除合同。",
      "When the contract is made we ask about the insured and you answer truthfully. If you intentionally, or by gross negligence, fail to do so and it would have changed whether or at what rate we insure, we may rescind the contract.",
    ),
  ),
  clause(
    "7.2",
    both("受益人", "Beneficiaries"),
    both(
      "您或被保险人可以指定一人或多人为受益人，并确定份额；未确定份额的，各受益人按相等份额享有。没有指定受益人的，保险金作为被保险人的遗产处理。",
      "You or the insured may name one or more beneficiaries and their shares; without shares they share equally. Where none is named, the benefit belongs to the insured's estate.",
    ),
  ),
  clause(
    "8.1",
    both("事故通知", "Notice of an event"),
    both(
      "您、被保险人或受益人知道保险事故后，应当及时通知我们。",
      "You, the insured or the beneficiary give us notice promptly after learning of the event.",
    ),
  ),
  clause(
    "8.2",
    both("申请材料", "Papers for a claim"),
    both(
      "申请人应提供保险单、有效身份证件及与确认事故性质、原因、损失程度有关的材料。材料不完整的，我们会及时一次性通知补充。",
      "The claimant provides the policy, an identity document and papers on the nature, cause and extent of the event. If some are missing, we ask for all of them at once.",
    ),
  ),
  clause(
    "8.3",
    both("核定与给付", "Decision and payment"),
    both(
      "我们收到申请后及时核定，情形复杂的在三十日内作出核定。属于保险责任的，在达成给付协议后十日内给付。",
      "We decide promptly after the application, within thirty days where it is complex. What is covered is paid within ten days after agreement.",
    ),
  ),
  clause(
    "8.4",
    both("联系方式变更", "Change of contact"),
    both(
      "您的住址或联系电话变更时，请及时通知我们，以便我们按最新方式联系您。",
      "Tell us when your address or telephone number changes, so that we reach you.",
    ),
  ),
]

const long: readonly Clause[] = [
  clause(
    "1.4",
    both("犹豫期", "Cooling-off"),
    both(
      "自您签收本合同次日起，有十五日的犹豫期。在此期间您可以解除合同，我们扣除不超过十元的工本费后退还全部保险费。",
      "From the day after you confirm receipt you have fifteen days of cooling-off. If you cancel in that time we return the full premium less a cost of at most ten yuan.",
    ),
  ),
  clause(
    "4.1",
    both("保险费的交纳", "Payment of premiums"),
    both(
      "您应当按照保险单载明的金额和日期交纳保险费，可以选择一次交清或按年交纳。",
      "You pay premiums in the amount and on the days stated in the policy, once or every year.",
    ),
  ),
  clause(
    "4.2",
    both("宽限期", "Grace"),
    both(
      "到期未交纳保险费的，自到期日次日起六十日为宽限期。宽限期内发生的保险事故我们仍承担责任，给付时扣减欠交的保险费。",
      "If a premium is not paid when due, the sixty days after the due date are a period of grace. Events in it are covered; the premium owed is deducted from the benefit.",
    ),
  ),
  clause(
    "5.1",
    both("现金价值", "Cash value"),
    both(
      "现金价值是指您解除合同时，我们按合同约定退还的那部分金额，载于保险单的现金价值表。",
      "The cash value is the amount that we return when you terminate the contract; it stands in the policy's table of cash values.",
    ),
  ),
  clause(
    "5.4",
    both("解除合同（退保）", "Surrender"),
    both(
      "犹豫期后您可以书面申请解除合同。合同自我们收到申请时终止，我们在三十日内退还现金价值。解除合同您会遭受一定损失。",
      "After the cooling-off you may ask in writing to end the contract. It ends when your notice reaches us, and we pay the cash value within thirty days. You will bear a loss.",
    ),
  ),
  clause(
    "6.1",
    both("效力中止", "Suspension"),
    both(
      "宽限期满仍未交纳保险费的，合同效力自宽限期满次日零时起中止。中止期间发生的事故我们不承担责任。",
      "If the premium is still unpaid at the end of grace, the contract is suspended from the next day. Events during suspension are not covered.",
    ),
  ),
  clause(
    "6.2",
    both("效力恢复（复效）", "Reinstatement"),
    both(
      "效力中止后二年内您可以申请恢复效力。双方达成协议并在您补交保险费及利息之日起恢复。满二年未达成协议的，我们有权解除合同并退还现金价值。",
      "Within two years of suspension you may apply for reinstatement. It takes effect when we agree and you have paid the arrears with interest. After two years without agreement we may end the contract and return its cash value.",
    ),
  ),
]

const oneYear: readonly Clause[] = [
  clause(
    "1.4",
    both("没有犹豫期", "No cooling-off"),
    both("本合同保险期间为一年，不设犹豫期。", "This contract runs for one year and has no cooling-off."),
  ),
  clause(
    "4.1",
    both("保险费的交纳", "Payment of the premium"),
    both(
      "保险费在投保或续保时一次交清。",
      "The premium is paid at once, when the contract is made or renewed.",
    ),
  ),
  clause(
    "5.4",
    both("解除合同（退保）", "Surrender"),
    both(
      "您可以随时申请解除合同，我们退还未满期保险费，即保险费乘以未经过天数与全年天数之比。",
      "You may end the contract at any time. We return the unearned premium: the premium times the days left over the days of the year.",
    ),
  ),
]
