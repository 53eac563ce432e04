import type { PayoutAct } from "../policies/payout.ts"
import type { Role } from "../policies/role.ts"
import type { SurrenderState } from "../policies/surrender.ts"
import type { Notice, PaymentAct, ReinstatementAct } from "../premiums/acts.ts"
import type { Refund } from "../premiums/double-payment.ts"
import type { OrderState, Way } from "../premiums/payment-order.ts"
import type { PremiumState } from "../premiums/premium-state.ts"
import type { ReinstatementState } from "../premiums/reinstatement.ts"
import type { Fault } from "../serving/faults.ts"
import { type ClaimWords, claimWords } from "./claim-words.ts"
import type { CardAnswer } from "./who.ts"

/** The words of the insurer's pages in one language. */
export type Words = {
  readonly lang: "zh" | "en"
  readonly other: "zh" | "en"
  readonly otherName: string
  readonly title: string
  readonly intro: string
  readonly codes: string
  readonly codesNote: string
  readonly noCodes: string
  readonly codeUntil: (time: string) => string
  readonly codeOver: string
  readonly codeLost: string
  readonly surrenders: string
  readonly surrendersNote: string
  readonly noSurrenders: string
  readonly states: Readonly<Record<SurrenderState, string>>
  readonly acts: Readonly<Record<PayoutAct, string>>
  readonly payments: string
  readonly paymentsNote: string
  readonly noPayments: string
  readonly paymentStates: Readonly<Record<OrderState, string>>
  readonly paymentActs: Readonly<Record<PaymentAct, string>>
  readonly ways: Readonly<Record<Way, string>>
  readonly reinstatement: string
  readonly reinstatementStates: Readonly<Record<ReinstatementState, string>>
  readonly reinstatementActs: Readonly<Record<ReinstatementAct, string>>
  readonly doublePayment: string
  readonly refundStates: Readonly<Record<Refund["state"], string>>
  readonly premiums: string
  readonly premiumsNote: string
  readonly premiumPolicies: string
  readonly premiumStates: Readonly<Record<PremiumState, string>>
  readonly notices: Readonly<Record<Notice, string>>
  readonly dueDays: Readonly<Record<"soon" | "inGrace" | "lapsed", string>>
  readonly cashier: string
  readonly payNow: string
  readonly paidAtCashier: string
  readonly notPaidAtCashier: string
  readonly claim: ClaimWords
  readonly people: string
  readonly peopleNote: string
  readonly facts: Readonly<
    Record<
      "policies" | "idLast4" | "idNumber" | "mobile" | "code" | "accounts" | "cards" | "customer",
      string
    >
  >
  readonly roles: Readonly<Record<Role, string>>
  readonly ending: string
  readonly paying: string
  readonly checks: Readonly<Record<CardAnswer, string>>
  readonly faults: string
  readonly faultsNote: string
  readonly faultsOn: (count: number) => string
  readonly groups: Readonly<
    Record<
      | "identity"
      | "policies"
      | "accounts"
      | "surrenders"
      | "premiums"
      | "mandates"
      | "reinstatements"
      | "claims"
      | "disclosures"
      | "desk",
      string
    >
  >
  readonly kinds: Readonly<Record<Fault["kind"], string>>
  readonly kindNotes: Readonly<Record<Fault["kind"], string>>
  readonly off: string
  readonly reset: string
  readonly face: string
  readonly faceWillPass: string
  readonly faceWillFail: string
  readonly recognised: string
  readonly notRecognised: string
}

/** Returns the words for a language, or for an `Accept-Language` header; Chinese unless English comes first. */
export function wordsIn(language: string): Words {
  return language.trim().toLowerCase().startsWith("en") ? en : zh
}

const zh: Words = {
  lang: "zh",
  other: "en",
  otherName: "English",
  title: "示例人寿核心系统",
  intro: "对话流程调用的业务系统，随服务一起运行。人物、证件和账户都是虚构的。",
  codes: "短信验证码",
  codesNote: "最近发出的验证码，就像在客户的手机上看到一样。",
  noCodes: "还没有发出验证码。",
  codeUntil: (time) => `${time}前有效`,
  codeOver: "已过期",
  codeLost: "手机号已停用，收不到",
  surrenders: "退保与付款",
  surrendersNote: "代替公司和银行处理退保申请，结果会通知到对话。",
  noSurrenders: "还没有退保申请。",
  states: {
    accepted: "已受理",
    confirmed: "已确认",
    paid: "已付款",
    accountRejected: "账户被退回",
    withdrawn: "已撤回",
  },
  acts: { confirm: "确认", pay: "付款", "reject-account": "退回账户", "withdraw-confirm": "同意撤回" },
  payments: "交费、复效与退回",
  paymentsNote: "代替银行和核保处理，结果会通知到对话。",
  noPayments: "还没有交费。",
  paymentStates: {
    awaiting: "等待客户支付",
    processing: "银行处理中",
    settled: "已到账",
    failed: "未成功",
    replaced: "已换新链接",
  },
  paymentActs: {
    settle: "到账",
    insufficientBalance: "余额不足",
    cardExpired: "卡已过期",
    limitExceeded: "超过限额",
    bankDown: "银行维护",
    riskHold: "风控拦截",
    cancelled: "客户取消",
  },
  ways: { link: "收银台", card: "指定卡", debit: "自动扣款" },
  reinstatement: "复效申请",
  reinstatementStates: { applied: "核保中", agreed: "已同意", refused: "未同意", withdrawn: "已撤回" },
  reinstatementActs: { agree: "同意复效", refuse: "不同意" },
  doublePayment: "重复交费退回",
  refundStates: { asked: "待退回", paid: "已退回" },
  premiums: "保单与交费日",
  premiumsNote: "给客户的对话发提醒（客户须已登录或核验），或移动交费日。",
  premiumPolicies: "各种交费状态的保单",
  premiumStates: {
    notYetDue: "未到期",
    due: "待交",
    grace: "宽限期",
    inTransit: "扣款处理中",
    debitFailed: "扣款失败",
    waived: "已豁免",
    automaticLoan: "自动垫交",
    paidUp: "已交清",
    oneYear: "一年期",
    suspended: "效力中止",
    ended: "已终止",
  },
  notices: {
    "renewal.due": "提醒交费",
    "renewal.debit-failed": "通知扣款失败",
    "policy.suspended": "通知效力中止",
  },
  dueDays: { soon: "10天后到期", inGrace: "逾期20天", lapsed: "逾期160天" },
  cashier: "收银台",
  payNow: "确认支付",
  paidAtCashier: "支付成功，请回到对话。",
  notPaidAtCashier: "这笔没有支付成功，请回到对话。",
  claim: claimWords.zh,
  people: "可以试聊的人",
  peopleNote: "点开查看保单号、证件后四位和验证码；验证码固定不变。",
  facts: {
    policies: "保单",
    idLast4: "证件后四位",
    idNumber: "证件号码",
    mobile: "手机号",
    code: "验证码",
    accounts: "账户",
    cards: "银行卡",
    customer: "客户号",
  },
  roles: { policyholder: "投保人", insured: "被保险人", beneficiary: "受益人", payer: "交费人" },
  ending: "尾号",
  paying: "（交费）",
  checks: { OK: "可以收款", NOT_OWN: "不是本人账户", CLOSED: "已销户", UNSUPPORTED_BANK: "银行不支持" },
  faults: "故障开关",
  faultsNote: "点一下就生效，试试对话怎样应对。",
  faultsOn: (count) => `${count}项故障`,
  groups: {
    identity: "身份核验",
    policies: "保单",
    accounts: "账户",
    surrenders: "退保",
    premiums: "保险费",
    mandates: "绑卡与自动扣款",
    reinstatements: "复效与发票",
    claims: "理赔",
    disclosures: "健康告知",
    desk: "投诉与回电",
  },
  kinds: { slow: "缓慢", error: "出错", unavailable: "不可用", noAnswer: "无回应", duplicate: "重复" },
  kindNotes: {
    slow: "8秒后才回应",
    error: "报错，没有办理",
    unavailable: "暂停服务，没有办理",
    noAnswer: "已经办理，但没有回应",
    duplicate: "同一请求到达两次",
  },
  off: "正常",
  reset: "全部恢复正常",
  face: "人脸核验",
  faceWillPass: "现在的结果：识别通过。回到对话继续办理即可。",
  faceWillFail: "现在的结果：识别不通过。回到对话看看会怎样。",
  recognised: "识别通过",
  notRecognised: "识别不通过",
}

const en: Words = {
  lang: "en",
  other: "zh",
  otherName: "中文",
  title: "Sample Life core system",
  intro: "What the flows call; it runs beside them. All people, documents and accounts are made up.",
  codes: "One-time codes",
  codesNote: "The codes sent last, as on the customer's mobile.",
  noCodes: "No code was sent yet.",
  codeUntil: (time) => `good until ${time}`,
  codeOver: "expired",
  codeLost: "mobile given up, nobody reads it",
  surrenders: "Surrenders and payouts",
  surrendersNote: "Act for the insurer and the bank; the conversation hears of it.",
  noSurrenders: "No surrender was submitted yet.",
  states: {
    accepted: "accepted",
    confirmed: "confirmed",
    paid: "paid",
    accountRejected: "account rejected",
    withdrawn: "withdrawn",
  },
  acts: {
    confirm: "Confirm",
    pay: "Pay",
    "reject-account": "Reject account",
    "withdraw-confirm": "Agree to withdrawal",
  },
  payments: "Payments, reinstatements, refunds",
  paymentsNote: "Act for the bank and the underwriters; the conversation hears of it.",
  noPayments: "Nothing is on its way.",
  paymentStates: {
    awaiting: "waits for the customer",
    processing: "with the bank",
    settled: "arrived",
    failed: "failed",
    replaced: "replaced",
  },
  paymentActs: {
    settle: "Settle",
    insufficientBalance: "Balance too low",
    cardExpired: "Card expired",
    limitExceeded: "Above limit",
    bankDown: "Bank down",
    riskHold: "Held for risk",
    cancelled: "Customer cancels",
  },
  ways: { link: "cashier", card: "card", debit: "automatic debit" },
  reinstatement: "Reinstatement",
  reinstatementStates: {
    applied: "with underwriting",
    agreed: "agreed",
    refused: "refused",
    withdrawn: "withdrawn",
  },
  reinstatementActs: { agree: "Agree", refuse: "Refuse" },
  doublePayment: "Paid twice",
  refundStates: { asked: "to be given back", paid: "given back" },
  premiums: "Policies and due days",
  premiumsNote:
    "Send a notice to the customer's conversation (signed in or identified), or move the due day.",
  premiumPolicies: "Policies in each state",
  premiumStates: {
    notYetDue: "not yet due",
    due: "due",
    grace: "in grace",
    inTransit: "debit in transit",
    debitFailed: "debit failed",
    waived: "waived",
    automaticLoan: "lent automatically",
    paidUp: "paid up",
    oneYear: "one year",
    suspended: "suspended",
    ended: "ended",
  },
  notices: {
    "renewal.due": "Remind of premium",
    "renewal.debit-failed": "Tell of failed debit",
    "policy.suspended": "Tell of suspension",
  },
  dueDays: { soon: "Due in 10 days", inGrace: "20 days late", lapsed: "160 days late" },
  cashier: "Cashier",
  payNow: "Pay",
  paidAtCashier: "Paid. Go back to the conversation.",
  notPaidAtCashier: "This payment did not go through. Go back to the conversation.",
  claim: claimWords.en,
  people: "Who can be tried",
  peopleNote: "Open one for policy number, last four digits and code; the codes never change.",
  facts: {
    policies: "Policies",
    idLast4: "ID, last four",
    idNumber: "ID number",
    mobile: "Mobile",
    code: "Code",
    accounts: "Accounts",
    cards: "Cards",
    customer: "Customer",
  },
  roles: { policyholder: "policyholder", insured: "insured", beneficiary: "beneficiary", payer: "payer" },
  ending: "ending",
  paying: " (paying)",
  checks: {
    OK: "takes payments",
    NOT_OWN: "somebody else's",
    CLOSED: "closed",
    UNSUPPORTED_BANK: "bank not supported",
  },
  faults: "Faults",
  faultsNote: "One click switches; see how the conversation copes.",
  faultsOn: (count) => `${count} on`,
  groups: {
    identity: "Identity",
    policies: "Policies",
    accounts: "Accounts",
    surrenders: "Surrender",
    premiums: "Premiums",
    mandates: "Cards and debits",
    reinstatements: "Reinstatement, invoices",
    claims: "Claims",
    disclosures: "Health disclosure",
    desk: "Complaints and call-backs",
  },
  kinds: { slow: "slow", error: "error", unavailable: "down", noAnswer: "no answer", duplicate: "twice" },
  kindNotes: {
    slow: "answers after 8 s",
    error: "fails, nothing done",
    unavailable: "out of service, nothing done",
    noAnswer: "done, but without an answer",
    duplicate: "the same request arrives twice",
  },
  off: "normal",
  reset: "All back to normal",
  face: "Face check",
  faceWillPass: "Result now: recognised. Go back to the conversation.",
  faceWillFail: "Result now: not recognised. Go back to the conversation and see.",
  recognised: "Recognised",
  notRecognised: "Not recognised",
}
