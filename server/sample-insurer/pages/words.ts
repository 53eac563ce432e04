import type { PayoutAct } from "../policies/payout.ts"
import type { Role } from "../policies/role.ts"
import type { SurrenderState } from "../policies/surrender.ts"
import type { Fault } from "../serving/faults.ts"

/** The words of the insurer's pages in one language. */
export type Words = {
  readonly lang: "zh" | "en"
  readonly other: "zh" | "en"
  readonly otherName: string
  readonly title: string
  readonly intro: string
  readonly people: string
  readonly columns: readonly string[]
  readonly roles: Readonly<Record<Role, string>>
  readonly last4: string
  readonly paying: string
  readonly cards: string
  readonly surrenders: string
  readonly states: Readonly<Record<SurrenderState, string>>
  readonly acts: Readonly<Record<PayoutAct, string>>
  readonly faults: string
  readonly fault: string
  readonly kinds: Readonly<Record<Fault["kind"], string>>
  readonly operation: string
  readonly off: string
  readonly set: string
  readonly reset: string
  readonly none: string
  readonly face: string
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
  intro: "以下人物、证件和账户都是虚构的。验证码固定不变，可以直接用来试聊。",
  people: "可以试聊的人",
  columns: ["为什么", "姓名", "保单", "证件", "手机号", "验证码", "账户", "银行卡"],
  roles: { policyholder: "投保人", insured: "被保险人", beneficiary: "受益人", payer: "交费人" },
  last4: "后四位",
  paying: "（交费）",
  cards: "卡号与核验结果",
  surrenders: "退保",
  states: {
    accepted: "已受理",
    confirmed: "已确认",
    paid: "已付款",
    accountRejected: "账户被退回",
    withdrawn: "已撤回",
  },
  acts: { confirm: "确认", pay: "付款", "reject-account": "退回账户", "withdraw-confirm": "撤回" },
  faults: "故障",
  fault: "故障",
  kinds: {
    slow: "缓慢（8秒）",
    error: "出错",
    unavailable: "不可用",
    noAnswer: "已办理但没有回应",
    duplicate: "重复调用",
  },
  operation: "操作",
  off: "无",
  set: "设置",
  reset: "全部恢复",
  none: "暂无",
  face: "人脸核验",
  recognised: "识别通过",
  notRecognised: "识别不通过",
}

const en: Words = {
  lang: "en",
  other: "zh",
  otherName: "中文",
  title: "Sample Life core system",
  intro:
    "All people, documents and accounts are made up. The codes never change, so any conversation can be tried.",
  people: "Who can be tried",
  columns: ["Why", "Name", "Policies", "Document", "Mobile", "Code", "Accounts", "Cards"],
  roles: { policyholder: "policyholder", insured: "insured", beneficiary: "beneficiary", payer: "payer" },
  last4: "ends",
  paying: " (paying)",
  cards: "Card numbers and what the check says",
  surrenders: "Surrenders",
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
    "withdraw-confirm": "Withdraw",
  },
  faults: "Faults",
  fault: "Fault",
  kinds: {
    slow: "slow (8 s)",
    error: "error",
    unavailable: "unavailable",
    noAnswer: "done without an answer",
    duplicate: "called twice",
  },
  operation: "Operation",
  off: "none",
  set: "Set",
  reset: "Reset all",
  none: "None",
  face: "Face check",
  recognised: "Recognised",
  notRecognised: "Not recognised",
}
