import { describe, expect, it } from "vitest"
import { createUnderstanding } from "../../engine/index.ts"
import { loadRelease } from "../../server/cli/load-release.ts"
import { judge } from "../../server/evaluation/judge.ts"
import { parseEvaluationRow } from "../../server/evaluation/row.ts"
import { readRows } from "../data/read-rows.ts"

const release = await loadRelease(new URL("../../flows", import.meta.url).pathname)
const rows = readRows<Record<string, unknown>>("flow-set.jsonl").map((row, at) =>
  parseEvaluationRow(row, at + 1),
)

const now = "2026-03-02T10:00:00+08:00"
const understanding = createUnderstanding(release)

/** The commands of a first message, in short. */
const read = (text: string) => {
  const locale = /\p{Script=Han}/u.test(text) ? "zh" : "en"
  return understanding
    .understand({ locale, now, slots: {}, intents: [], filled: {} }, text)
    .map((command) => {
      if (command.command === "set-slot") return `${command.flow}/${command.slot}=${command.value}`
      if (command.command === "complain") return "start-flow complaint"
      return "flow" in command ? `${command.command} ${command.flow}` : command.command
    })
}

/**
 * What customers say to the services of the flow set, in their own manner: hurried, chatty, misspelt, dialect; none of it
 * stands in the flows. Rows of a service that the flow set does not have yet are left out.
 */
const verdicts = judge(
  rows.filter(
    ({ kind, row }) =>
      kind !== "understand" ||
      typeof row.command?.flow !== "string" ||
      release.flows[row.command.flow] !== undefined,
  ),
  { release, understanding, now, locale: "zh" },
)
const share = (name: string, isRight: (verdict: (typeof verdicts)[number]) => boolean) => {
  const own = verdicts.filter((one) => one.name === name)
  return own.filter(isRight).length / own.length
}

describe("the flow set understands its customers", () => {
  it("[U5] begins what they want for 0.8 of their first words", () => {
    expect(share("understand", ({ isRight }) => isRight)).toBeGreaterThanOrEqual(0.8)
  })

  it("[U5] finds the entry that answers first for 0.85 of their questions, among five for 0.95", () => {
    expect(share("knowledge", ({ isRight }) => isRight)).toBeGreaterThanOrEqual(0.85)
    expect(share("knowledge", ({ place = 0 }) => place > 0)).toBeGreaterThanOrEqual(0.95)
  })

  it.each([
    ["我要把终身寿险退了，不划算", ["start-flow surrender", "surrender/reason=returns"]],
    [
      "昨天在家摔了一跤要理赔",
      ["start-flow claims", "claims/place=家", "claims/kind=accident", "claims/eventOn=2026-03-01"],
    ],
    ["我上个月买的保险，现在住院了要理赔", ["start-flow claims", "claims/kind=medical"]],
    // What is a reason for the one is no wish for the other.
    [
      "cash is tight, I want to give up my policy, hospital bills please",
      ["start-flow surrender", "surrender/reason=money"],
    ],
    ["hospital bills, surrender my policy", ["start-flow surrender", "surrender/reason=money"]],
    [
      "please cancel my policy and refund me, hospital bills, thank you",
      ["start-flow surrender", "surrender/reason=money"],
    ],
    [
      "退保，收益太低，保单号P20230001234",
      ["start-flow surrender", "surrender/policyNo=P20230001234", "surrender/reason=returns"],
    ],
    ["帮我把保单退掉，没收入", ["start-flow surrender", "surrender/reason=money"]],
    ["I want to make a claim, ill", ["start-flow claims", "claims/kind=medical"]],
    ["claim my hospital bills", ["start-flow claims", "claims/kind=medical"]],
    ["请人工复核", ["ask-knowledge"]],
    ["I want to claim", ["start-flow claims"]],
    ["check on my claim please", ["start-flow claims-status"]],
    // What is said of oneself in passing begins nothing beside what is asked.
    [
      "姑娘啊 你好 我老了打字慢 前几天肚子疼得不得了 去县中医院住了几天 说是阑尾炎 想问你们能不能报",
      ["start-flow claims", "claims/hospital=县中医院", "claims/kind=medical"],
    ],
    // What is told is kept for the flow that is asked about.
    [
      "hi there love, its margaret here, i slipped on the wet floor at the supermarket on saturday and hurt my wrist something awful, can you help me dear",
      ["clarify", "claims/place=the supermarket", "claims/kind=accident", "claims/eventOn=2026-02-28"],
    ],
    // A wish put as a question is none, and what it tells is heard.
    [
      "能不能明天下午给我回个电话",
      ["start-flow callback", "callback/wishedAt=afternoon", "callback/wishedOn=2026-03-03"],
    ],
    [
      "could you phone me this afternoon",
      ["start-flow callback", "callback/wishedAt=afternoon", "callback/wishedOn=2026-03-02"],
    ],
    // A greeting alone would be no answer to what is asked beside it.
    ["HELLO??? my car insurance claim where is my money its been 3 weeks", ["unknown"]],
    ["hello, my daughter set this up for me", ["chitchat"]],
  ])("[U2] takes from %s all that it tells", (text, commands) => {
    expect(read(text)).toEqual(commands)
  })

  it("[U11] asks what a policy number alone is for, and keeps it for whatever is chosen", () => {
    const [first, ...values] = read("我的保单号是P20230001234")
    expect(first).toBe("clarify")
    expect(values).toContain("renewal/policyNo=P20230001234")
    expect(read("P20230001234还有效吗")).toEqual([
      "start-flow policy-status",
      "policy-status/policyNo=P20230001234",
    ])
  })

  it.each([
    [
      "surrender",
      "你好我是去年六月份在你们那儿通过一个姓王的业务员买的一个重疾险每年交八千多现在家里实在困难孩子要上大学我不想再交了想把它退了看能退回来多少",
    ],
    [
      "claims",
      "喂那个我妈上礼拜三在菜市场门口滑了一跤把胳膊摔断了住了五天院昨天刚出来花了一万二医保报了六千多剩下的你们能不能给报一下",
    ],
    [
      "claims",
      "姑娘我跟你说我老头子今年七十三了前天夜里突然说不出话送到县医院说是脑梗现在还在重症监护室躺着我们以前买过你们一个保险不知道能不能用上",
    ],
    [
      "complaint",
      "我在你们这买的保险业务员当时说随时能取跟存款一样现在急用钱去问说要扣好多这不是骗人吗你们给我个说法",
    ],
    [
      "surrender",
      "hi so i bought a policy with you guys like three years ago and i pay every month but i lost my job in january and i really cant keep up with it any more so i want to cancel it and get whatever i can back",
    ],
    [
      "renewal",
      "hello i got a message saying my payment did not go through because my card expired and i have a new one now so i want to pay it before the cover stops",
    ],
    [
      "claims-status",
      "i sent in my claim about three weeks ago with all the papers and nobody has told me anything since and i keep getting an automated message so can you tell me what is going on",
    ],
  ])("[U5] begins %s for a run-on: %s", (flow, text) => {
    expect(read(text)).toContain(`start-flow ${flow}`)
  })
})
