import type { ClaimKind, ClaimState } from "../claims/claim.ts"
import type { ClaimAct } from "../claims/claim-acts.ts"

/** The words of the claims on the insurer's page in one language. */
export type ClaimWords = {
  readonly title: string
  readonly note: string
  readonly kinds: Readonly<Record<ClaimKind, string>>
  readonly states: Readonly<Record<ClaimState, string>>
  readonly acts: Readonly<Record<ClaimAct, string>>
}

const zh: ClaimWords = {
  title: "理赔",
  note: "代替审核人员、银行和被保险人处理理赔，结果会通知到对话。",
  kinds: {
    medical: "医疗",
    criticalIllness: "重大疾病",
    accident: "意外",
    disability: "伤残",
    death: "身故",
  },
  states: {
    reported: "已报案",
    documentsMissing: "待补材料",
    deciding: "审核中",
    investigating: "调查核实",
    decided: "待客户确认",
    agreed: "待付款",
    accountRejected: "账户被退回",
    paid: "已付款",
    refused: "未予给付",
    withdrawn: "已撤回",
  },
  acts: {
    "decide-full": "全额给付",
    "decide-partly": "部分给付",
    "decide-advance": "先行支付",
    refuse: "不予给付",
    "ask-documents": "要求补材料",
    "find-unclear": "材料不清晰",
    investigate: "发起调查",
    pay: "付款",
    "reject-account": "退回账户",
    consent: "本人同意授权",
    "decline-consent": "本人不同意",
  },
}

const en: ClaimWords = {
  title: "Claims",
  note: "Act for the assessors, the bank and the insured; the conversation hears of it.",
  kinds: {
    medical: "Medical",
    criticalIllness: "Critical illness",
    accident: "Accident",
    disability: "Disability",
    death: "Death",
  },
  states: {
    reported: "reported",
    documentsMissing: "papers missing",
    deciding: "being decided",
    investigating: "looked into",
    decided: "waits for acceptance",
    agreed: "waits for payment",
    accountRejected: "account rejected",
    paid: "paid",
    refused: "refused",
    withdrawn: "withdrawn",
  },
  acts: {
    "decide-full": "Pay in full",
    "decide-partly": "Pay in part",
    "decide-advance": "Pay ahead",
    refuse: "Refuse",
    "ask-documents": "Ask for papers",
    "find-unclear": "Paper unreadable",
    investigate: "Look into it",
    pay: "Pay",
    "reject-account": "Reject account",
    consent: "Insured consents",
    "decline-consent": "Insured declines",
  },
}

export const claimWords = { zh, en }
