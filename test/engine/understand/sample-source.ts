import type { UnderstandingSource } from "../../../engine/understand/index.ts"
import { sampleKnowledge } from "./sample-knowledge.ts"

const zh = (names: readonly string[]) => names
const policyNo = {
  zh: { type: "policy-number", names: zh(["保单号", "保险单号"]) },
  en: { type: "policy-number", names: ["policy number", "policy no"] },
}
const reason = {
  zh: {
    type: "choice",
    names: ["退保原因", "原因"],
    optional: true,
    options: [
      { key: "money", label: "急用钱", says: ["缺钱", "资金周转"] },
      { key: "returns", label: "收益太低", says: ["收益不好"] },
      { key: "misled", label: "当初被误导", says: ["销售误导", "业务员骗我"] },
    ],
  },
  en: {
    type: "choice",
    names: ["reason"],
    optional: true,
    options: [
      { key: "money", label: "I need the money", says: ["need cash", "short of money"] },
      { key: "returns", label: "The returns are low", says: ["poor returns"] },
      { key: "misled", label: "I was misled", says: ["mis-sold"] },
    ],
  },
}
const happenedOn = {
  zh: { type: "date", names: ["出险日期", "事故日期", "日期"], prefer: "past" as const },
  en: { type: "date", names: ["date of the accident", "accident date", "date"], prefer: "past" as const },
}
const callbackPhone = {
  zh: { type: "phone", names: ["回电号码", "手机号", "联系电话"] },
  en: { type: "phone", names: ["phone number", "call-back number"] },
}

/** A small flow set of an insurer, as understanding gets it. */
export const sampleSource: UnderstandingSource = {
  locales: ["zh", "en"],
  flows: [
    {
      flow: "claims",
      title: { zh: "理赔报案", en: "Report a claim" },
      examples: {
        zh: [
          "我要理赔",
          "我要报案",
          "出险了要报案",
          "我住院了想申请理赔",
          "我摔伤了,想报销医药费",
          "孩子生病住院了,怎么申请赔付",
          "家里人去世了,要申请身故保险金",
          "我出了车祸,要找你们赔",
          "确诊了重疾,申请重疾赔付",
          "帮我报一下案",
        ],
        en: [
          "I want to file a claim",
          "I need to report an accident",
          "I was in hospital and want to claim",
          "my husband passed away and I want to claim the death benefit",
          "I'd like to make a health insurance claim",
          "I broke my leg, how do I claim",
          "I was diagnosed with cancer and want to claim",
          "please open a claim for me",
        ],
      },
      slots: {
        zh: { policyNo: policyNo.zh, happenedOn: happenedOn.zh, callbackPhone: callbackPhone.zh },
        en: { policyNo: policyNo.en, happenedOn: happenedOn.en, callbackPhone: callbackPhone.en },
      },
    },
    {
      flow: "claims-status",
      title: { zh: "理赔进度", en: "Claim status" },
      examples: {
        zh: [
          "我的理赔到哪一步了",
          "查一下理赔进度",
          "理赔款什么时候到账",
          "我上周报的案怎么样了",
          "赔款还没收到",
          "理赔审核有结果了吗",
          "帮我看看我的案子处理得怎么样了",
          "我交的理赔材料审好了没有",
        ],
        en: [
          "what is the status of my claim",
          "check my claim status",
          "where is my claim",
          "has my claim been decided",
          "I have not received my claim payment yet",
          "how is my claim going",
          "any news on the claim I filed last week",
          "when will my claim be paid",
        ],
      },
      slots: { zh: { policyNo: policyNo.zh }, en: { policyNo: policyNo.en } },
    },
    {
      flow: "renewal",
      title: { zh: "续期缴费", en: "Pay a premium" },
      examples: {
        zh: [
          "我要交保费",
          "续期交费",
          "这期保费我想现在交",
          "保费扣款失败了,怎么补交",
          "我要换扣款的银行卡",
          "帮我关闭自动扣款",
          "保单失效了,我想恢复",
          "我想开通自动交费",
        ],
        en: [
          "I want to pay my premium",
          "pay my renewal premium",
          "my debit failed, I want to pay again",
          "change the card for my premium",
          "stop the automatic debit",
          "my policy lapsed and I want it back",
          "set up automatic payment",
          "I'd like to pay my bill",
        ],
      },
      slots: { zh: { policyNo: policyNo.zh }, en: { policyNo: policyNo.en } },
    },
    {
      flow: "surrender",
      title: { zh: "退保", en: "Surrender a policy" },
      examples: {
        zh: [
          "我要退保",
          "这份保险不想要了",
          "帮我把保险退了",
          "我想解除合同",
          "不想继续交了,把钱退给我",
          "买错了,我要全额退款",
          "办理退保手续",
          "保险我不要了,退钱",
        ],
        en: [
          "I want to surrender my policy, please refund me",
          "cancel my policy",
          "I don't want this insurance any more",
          "I want my money back",
          "please terminate my contract",
          "I'd like to cash in my policy",
          "help me cancel the insurance I bought",
          "I want to get out of my policy",
        ],
      },
      slots: {
        zh: { policyNo: policyNo.zh, reason: reason.zh },
        en: { policyNo: policyNo.en, reason: reason.en },
      },
    },
    {
      flow: "health-disclosure",
      title: { zh: "健康告知", en: "Health disclosure" },
      examples: {
        zh: [
          "我要做健康告知",
          "填写健康问卷",
          "我要补充健康告知",
          "投保前的健康告知在哪里填",
          "之前漏告知了一个病,想补充",
          "继续上次没填完的健康问卷",
          "我要如实告知病史",
          "帮我办健康告知",
        ],
        en: [
          "I want to make my health disclosure",
          "fill in the health questionnaire",
          "I need to add to my health disclosure",
          "I forgot to declare an illness",
          "continue my health questionnaire",
          "I want to declare my medical history",
          "complete the health declaration",
          "update my health declaration",
        ],
      },
      slots: { zh: {}, en: {} },
    },
    {
      flow: "policy-status",
      title: { zh: "保单查询", en: "Policy enquiry" },
      examples: {
        zh: [
          "查一下我的保单",
          "我的保单还有效吗",
          "我的保单现在什么状态",
          "我下次什么时候交费",
          "帮我查现金价值",
          "我买了哪些保险",
          "看看我的保障内容",
          "查询保单信息",
        ],
        en: [
          "check my policy",
          "is my policy still in force",
          "what is the status of my policy",
          "when is my next premium due",
          "look up my cash value",
          "which policies do I have",
          "show me my cover",
          "policy information please",
        ],
      },
      slots: { zh: { policyNo: policyNo.zh }, en: { policyNo: policyNo.en } },
    },
    {
      flow: "complaint",
      title: { zh: "投诉", en: "Complaint" },
      examples: {
        zh: [
          "我要投诉",
          "投诉业务员误导",
          "我对你们的服务很不满意",
          "你们业务员骗我买的保险",
          "我要反映一个问题",
          "理赔太慢了我要投诉",
          "服务态度太差了",
          "提个意见",
        ],
        en: [
          "I want to complain",
          "I'd like to make a complaint",
          "your salesman misled me",
          "I am very unhappy with your service",
          "I want to report bad service",
          "I was mis-sold this policy",
          "the service is terrible",
          "file a complaint about an agent",
        ],
      },
      slots: { zh: {}, en: {} },
    },
  ],
  knowledge: sampleKnowledge,
}
