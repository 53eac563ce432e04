import type { Content, Holder, WaitingFor } from "../../engine/types.ts"

export type Locale = "zh" | "en"
type Words = { readonly zh: string; readonly en: string }

/** A step of the fixed conversations: what is said, what is waited for, and where answers lead. */
export type Scene = {
  readonly says: readonly Content[]
  readonly waitingFor: WaitingFor
  readonly holder?: Holder
  readonly ends?: boolean
  /** By choice; `*` takes any other answer, and `same` stays here in silence. */
  readonly to?: Readonly<Record<string, string>>
}

/** Words that lead to a scene from anywhere. */
export const shortcuts: Readonly<Record<string, string>> = {
  转人工: "queue",
  "talk to a person": "queue",
  退保: "policy",
  surrender: "policy",
  查询: "busy",
  问卷: "questionnaire",
  身份证: "idCard",
  银行卡: "account",
  手机: "phone",
  金额: "money",
  日期: "date",
  多选: "several",
  上传: "documents",
  重发: "code",
  再见: "bye",
}

/** Returns the scene of this name, its texts in one language. */
export function sceneOf(name: string, locale: Locale): Scene {
  const scene = scenes(locale)[name]
  if (scene === undefined) throw new Error(`No scene "${name}": add it to test/designer/dialogue.ts.`)
  return scene
}

function scenes(locale: Locale): Readonly<Record<string, Scene>> {
  const say = (words: Words): Content => ({ is: "text", text: words[locale] })
  const ask = (words: Words): Content => ({ is: "question", text: words[locale] })
  const option = (key: string, words: Words) => ({ key, label: words[locale] })
  const typed = (id: string, type: string, sensitive = false): WaitingFor => ({
    kind: "slot",
    id,
    input: { type, sensitive },
  })
  const t = (zh: string, en: string) => (locale === "zh" ? zh : en)
  const back = (account: string): Content => ({
    is: "question",
    text: t(
      "请核对以下信息，哪一项不对可以直接修改。",
      "Please check these details; any of them can be changed.",
    ),
    readBack: [
      { label: t("保单号", "Policy"), value: "P20230001234", slot: "policyNo" },
      { label: t("收款账户", "Account"), value: account, slot: "account" },
      { label: t("手机号", "Mobile"), value: "138****5678", slot: "mobile" },
      { label: t("退保金额", "Refund"), value: t("9,600.00元", "CNY 9,600.00") },
    ],
  })
  const readBackWait: WaitingFor = {
    kind: "confirmation",
    id: "summary",
    options: [
      option("yes", { zh: "信息无误", en: "All correct" }),
      option("no", { zh: "先不办了", en: "Not now" }),
      option("change:policyNo", { zh: "修改保单号", en: "Change Policy" }),
      option("change:account", { zh: "修改收款账户", en: "Change Account" }),
      option("change:mobile", { zh: "修改手机号", en: "Change Mobile" }),
    ],
  }
  const gateWait: WaitingFor = {
    kind: "checkpoint",
    id: "surrender-loss",
    options: [
      option("accept", { zh: "同意", en: "I agree" }),
      option("decline", { zh: "暂不同意", en: "Not now" }),
    ],
  }

  return {
    welcome: {
      says: [
        say({
          zh: "您好，我是示例人寿的智能客服。本次对话会被保存，随时可以说“转人工”。",
          en: "Hello, I am the virtual assistant of Sample Life. This talk is kept, and you can ask for a person at any time.",
        }),
        ask({ zh: "请问需要办理什么？", en: "What can I do for you?" }),
      ],
      waitingFor: {
        kind: "choice",
        id: "service",
        options: [
          option("surrender", { zh: "退保", en: "Surrender a policy" }),
          option("renewal", { zh: "续期交费", en: "Pay a premium" }),
          option("claims", { zh: "理赔报案", en: "Report a claim" }),
        ],
      },
      to: { surrender: "policy" },
    },
    policy: {
      says: [ask({ zh: "请告诉我您的保单号。", en: "What is your policy number?" })],
      waitingFor: typed("policyNo", "policy-number"),
      to: { "*": "code" },
    },
    code: {
      says: [
        ask({
          zh: "验证码已发送到138****5678，请输入6位验证码。",
          en: "A code was sent to 138****5678. Please type its 6 digits.",
        }),
      ],
      waitingFor: typed("code", "one-time-code", true),
      to: { "*": "amount" },
    },
    amount: {
      says: [
        {
          is: "card",
          card: {
            title: t("安享一生终身寿险", "Secure Life Whole Life"),
            figure: {
              label: t("现在退保可得", "Refund if surrendered today"),
              value: t("9,600.00元", "CNY 9,600.00"),
            },
            rows: [
              { label: t("现金价值", "Cash value"), value: t("10,200.00元", "CNY 10,200.00") },
              { label: t("减：保单贷款本息", "Less loan and interest"), value: t("600.00元", "CNY 600.00") },
              { label: t("已交保险费", "Premiums paid"), value: t("20,000.00元", "CNY 20,000.00") },
              {
                label: t("最晚到账日", "Paid at the latest on"),
                value: t("2026年4月1日 星期三", "Wednesday, 1 April 2026"),
              },
            ],
            note: t(
              "金额按今天的现金价值计算，到账日以受理为准。声称可以代办“全额退保”的第三方可能收取高额费用。",
              "Computed with today's cash value. Third parties who promise a full refund may charge high fees.",
            ),
          },
        },
        ask({ zh: "方便告诉我退保的原因吗？", en: "May I ask why?" }),
      ],
      waitingFor: {
        kind: "slot",
        id: "reason",
        options: [
          option("money", { zh: "急用钱", en: "I need the money" }),
          option("returns", { zh: "收益不如预期", en: "The returns disappoint me" }),
          option("misled", { zh: "和当初说的不一样", en: "It is not what I was told" }),
          option("skip", { zh: "跳过", en: "Skip" }),
        ],
      },
      to: { "*": "gate" },
    },
    gate: {
      says: [{ is: "checkpoint", wording: "surrender-loss", version: "3", ...lossDisclosure(locale) }],
      waitingFor: gateWait,
      to: { accept: "readBack", decline: "kept" },
    },
    kept: {
      says: [
        say({
          zh: "好的，您的保单继续有效，没有做任何改动。",
          en: "Your policy stays in force; nothing was changed.",
        }),
      ],
      waitingFor: { kind: "nothing", id: "" },
    },
    readBack: {
      says: [back(t("尾号8120的银行卡", "Card ending in 8120"))],
      waitingFor: readBackWait,
      to: { "change:account": "account", yes: "done", no: "kept" },
    },
    account: {
      says: [ask({ zh: "请输入本人名下的银行卡号。", en: "Please type the number of your own bank card." })],
      waitingFor: typed("account", "bank-card", true),
      to: { "*": "readBackAgain" },
    },
    readBackAgain: {
      says: [
        say({ zh: "收款账户已改为尾号6621的银行卡。", en: "The account is now the card ending in 6621." }),
        back(t("尾号6621的银行卡", "Card ending in 6621")),
      ],
      waitingFor: readBackWait,
      to: { "change:account": "account", yes: "done", no: "kept" },
    },
    done: {
      says: [
        say({
          zh: "退保申请已受理，受理号S202603020017。款项最晚2026年4月1日（星期三）到账。",
          en: "Your request was accepted, number S202603020017. It is paid by Wednesday, 1 April 2026.",
        }),
        { is: "file", label: t("退保受理单", "Confirmation of your request"), name: "S202603020017.pdf" },
        {
          is: "link",
          label: t("查看隐私政策", "Privacy notice"),
          url: "https://www.sample-life.example/privacy",
        },
      ],
      waitingFor: { kind: "event", id: "payout" },
    },
    queue: { says: [], waitingFor: { kind: "agent", id: "general" }, holder: "queue" },
    busy: { says: [], waitingFor: { kind: "service", id: "quote" } },
    questionnaire: {
      says: [
        {
          is: "checkpoint",
          wording: "recent",
          version: "1",
          title: t("近两年就医情况", "The last two years"),
          text: t(
            "请就被保险人最近两年的情况如实回答以下全部问题。不确定的可以选“不确定”。",
            "Please answer all of these for the insured, for the last two years. If you are not sure, say so.",
          ),
          accept: t("同意", "I agree"),
          decline: t("暂不同意", "Not now"),
          questions: [
            { id: "hospital", ask: t("是否住院或做过手术？", "Any stay in hospital or operation?") },
            {
              id: "abnormal",
              ask: t("体检是否有异常并建议复查？", "Any finding that a doctor wanted checked?"),
            },
            { id: "medicine", ask: t("是否连续用药超过30天？", "Any medicine for more than 30 days?") },
          ],
        },
      ],
      waitingFor: {
        kind: "checkpoint",
        id: "recent",
        options: [
          ...["hospital", "abnormal", "medicine"].flatMap((id, place) => [
            option(`${id}:yes`, { zh: `${place + 1} 是`, en: `${place + 1} Yes` }),
            option(`${id}:no`, { zh: `${place + 1} 否`, en: `${place + 1} No` }),
            option(`${id}:unsure`, { zh: `${place + 1} 不确定`, en: `${place + 1} Not sure` }),
          ]),
          option("accept", { zh: "以上均为否", en: "No to all" }),
          option("decline", { zh: "暂不同意", en: "Not now" }),
        ],
      },
      to: {
        ...Object.fromEntries(
          ["hospital", "abnormal"].flatMap((id) =>
            ["yes", "no", "unsure"].map((word) => [`${id}:${word}`, "same"]),
          ),
        ),
        "*": "kept",
      },
    },
    idCard: {
      says: [ask({ zh: "请输入身份证号码。", en: "Your ID number?" })],
      waitingFor: typed("idNumber", "id-card", true),
    },
    phone: {
      says: [ask({ zh: "请输入手机号。", en: "Your mobile number?" })],
      waitingFor: typed("mobile", "phone"),
    },
    money: {
      says: [ask({ zh: "想借多少？", en: "How much?" })],
      waitingFor: typed("amount", "money"),
    },
    date: {
      says: [ask({ zh: "是哪一天发生的？", en: "On which day?" })],
      waitingFor: typed("day", "date"),
    },
    several: {
      says: [ask({ zh: "哪几份保单需要报案？", en: "Which policies?" })],
      waitingFor: {
        kind: "slot",
        id: "policies",
        input: { type: "choices" },
        options: [
          option("P1", { zh: "安享一生", en: "Secure Life" }),
          option("P2", { zh: "百万医疗", en: "Million Medical" }),
          option("P3", { zh: "意外保障", en: "Accident Cover" }),
        ],
      },
      to: { "*": "kept" },
    },
    documents: {
      says: [
        ask({ zh: "请上传住院发票，也可以稍后补传。", en: "Please upload the invoice, or do it later." }),
      ],
      waitingFor: {
        kind: "slot",
        id: "papers",
        input: { type: "documents", upload: true },
        options: [option("skip", { zh: "稍后补传", en: "Later" })],
      },
      to: { "*": "kept" },
    },
    bye: {
      says: [say({ zh: "感谢您的咨询，再见。", en: "Goodbye." })],
      waitingFor: { kind: "nothing", id: "" },
      ends: true,
    },
    unknown: {
      says: [say({ zh: "抱歉，我没有听懂。", en: "Sorry, I did not understand." })],
      waitingFor: { kind: "nothing", id: "" },
    },
  }
}

function lossDisclosure(locale: Locale) {
  if (locale === "en") {
    return {
      title: "Notice of the loss on surrender",
      text: [
        "On surrender today you receive CNY 9,600.00.",
        "You have paid premiums of CNY 20,000.00; your loss is CNY 10,400.00.",
        "All cover under the policy and its riders ends when your request arrives.",
        "1. The refund is the cash value of the policy less loans and interest owed.",
        "2. A new policy may ask new questions about your health and may have waiting periods again; at a higher age premiums may be higher or cover may be refused.",
        "3. The refund goes to the account that paid the premiums or to another account of your own within 30 days after your notice.",
        "4. You can withdraw the request until it is confirmed.",
        "5. If you need money for a time, a policy loan or a reduced paid-up policy may serve you better; you can ask about both here.",
      ].join("\n"),
      accept: "I agree",
      decline: "Not now",
    }
  }
  return {
    title: "退保损失告知",
    text: [
      "您今天退保可以拿回9,600.00元。",
      "您已交保险费20,000.00元，退保将损失10,400.00元。",
      "退保申请送达后，本合同及附加险的保障全部终止。",
      "一、退保金额为保单的现金价值，扣除未还的保单贷款及利息。",
      "二、今后重新投保可能需要重新健康告知、重新计算等待期，并可能因年龄或健康状况被加费、除外或不予承保。",
      "三、退保金额将在收到您的解除合同通知之日起三十日内，退回原交费账户或您本人名下的其他账户。",
      "四、在我们确认受理之前，您可以随时撤回退保申请。",
      "五、如果您只是临时需要用钱，保单贷款、减额交清可能更适合您，可以在本对话中询问。",
    ].join("\n"),
    accept: "同意",
    decline: "暂不同意",
  }
}
