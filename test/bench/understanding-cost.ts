import * as chrono from "chrono-node"
import MiniSearch from "minisearch"
import { createUnderstanding, understandingInput } from "../../engine/index.ts"
import { loadRelease } from "../../server/cli/load-release.ts"
import { median, pairedMicroseconds, type Ratio } from "./measure.ts"

const NOW = "2026-03-02T10:00:00+08:00"
const ENTRIES = 500
/** About 30 characters each: a wish, a question, a value, talk, and all of them with a slip. */
const SAID = [
  "我上周三在医院做了手术现在想申请理赔需要准备哪些材料呢麻烦了",
  "你好我买的那份重疾险想退掉不要了现在退的话大概能拿回来多少钱",
  "昨天下午三点多开车追尾了人没什么事但是车灯碎了一共花了两千三",
  "我这个月的保费好像扣了两次能不能帮我查一下是怎么回事谢谢您了",
  "不对不对我刚才说错了应该是二月二十八号那天晚上八点左右发生的",
]

/** What understanding one message costs, in terms of one date parse of chrono-node and one query of minisearch. */
export async function understandingCost(): Promise<readonly Ratio[]> {
  const release = await loadRelease(new URL("../../flows", import.meta.url).pathname)
  const knowledge = [...padded(release.knowledge)]
  const begun = performance.now()
  const understanding = createUnderstanding({ ...release, knowledge })
  const trainedMs = performance.now() - begun
  const context = understandingInput(release, { locale: "zh", now: NOW })

  const firstUs = processorTime(() => understanding.understand(context, SAID[0] ?? ""))

  const search = new MiniSearch<{ readonly id: string; readonly text: string }>({
    fields: ["text"],
    tokenize: bigrams,
  })
  search.addAll(knowledge.map(({ id, ask }) => ({ id, text: (ask.zh ?? []).join(" ") })))
  const now = new Date(NOW)
  let at = 0
  const next = () => {
    at += 1
    return SAID[at % SAID.length] ?? ""
  }
  const understand = () => understanding.understand(context, next())
  const plain = () => {
    const text = next()
    chrono.zh.hans.parse(text, now)
    search.search(text)
  }
  const [ownUs, plainUs] = pairedMicroseconds(understand, plain)
  const medianUs = median(Array.from({ length: 201 }, () => processorTime(understand)))

  const long = SAID.join("").repeat(70).slice(0, 10_000)
  const [longUs, shortUs] = pairedMicroseconds(
    () => understanding.understand(context, long),
    () => understanding.understand(context, next()),
  )
  const us = (value: number) => `${value.toFixed(0)} µs`
  return [
    {
      ...{
        name: "understanding a message / chrono-node + minisearch",
        ratio: ownUs / plainUs,
        bound: { atMost: 5 },
      },
      note: `${us(ownUs)} against ${us(plainUs)}; learned in ${trainedMs.toFixed(0)} ms`,
    },
    {
      ...{ name: "first message / median", ratio: firstUs / medianUs, bound: { atMost: 10 } },
      note: `${us(firstUs)} against ${us(medianUs)}`,
    },
    {
      name: "a character of 10,000 / of 30",
      ratio: longUs / long.length / (shortUs / 30),
      bound: { atMost: 1 },
      note: `${us(longUs)} against ${us(shortUs)}`,
    },
  ]
}

/** Microseconds of the processor, not of the clock: the first message comes only once, and others use the machine. */
function processorTime(run: () => void): number {
  const start = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(start)
  return user + system
}

function bigrams(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2))
}

/** The flow set's entries, and as many variants of them as make 500. */
function padded<
  Entry extends { readonly id: string; readonly ask: Readonly<Record<string, readonly string[]>> },
>(entries: readonly Entry[]): readonly Entry[] {
  const more = Array.from({ length: Math.max(0, ENTRIES - entries.length) }, (_, at) => {
    const entry = entries[at % entries.length] as Entry
    const round = Math.floor(at / entries.length)
    const ask = Object.fromEntries(
      Object.entries(entry.ask).map(([locale, said]) => [
        locale,
        said.map((text) => `${SUBJECTS[round] ?? round}${text}`),
      ]),
    )
    return { ...entry, id: `${entry.id}-${round}`, ask }
  })
  return [...entries, ...more]
}

const SUBJECTS = ["团体险", "旅行险", "少儿险", "养老险", "家财险", "宠物险", "航意险"]
