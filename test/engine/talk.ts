import { patternContracts } from "../../engine/check/pattern-contracts.ts"
import { wordingHash } from "../../engine/check/wording-hash.ts"
import {
  type AgentAct,
  type Command,
  type Conversation,
  type Customer,
  compileFlowSet,
  type Document,
  type Effect,
  type Entry,
  type EntryKind,
  type Evidence,
  type Input,
  type Json,
  openConversation,
  type Release,
  type ServiceResult,
  type SlotState,
  stateOf,
  textOf,
  turn,
  type Values,
  type WaitingFor,
  waitingFor,
} from "../../engine/index.ts"

type Files = Readonly<Record<string, string>>
type WithoutReading<C> = C extends Command ? Omit<C, "confidence" | "certain"> & Partial<C> : never
/** A command as a test gives it; certain unless it says otherwise. */
export type Spoken = WithoutReading<Command>

const settings = `
format: 1
name: 示例
locales: [zh]
currency: CNY
timeZone: Asia/Shanghai
calendar:
  workdays: [1, 2, 3, 4, 5]
  hours: ["09:00-18:00"]
  holidays: [2026-10-01/2026-10-07]
  extraWorkdays: [2026-09-20]
  quiet: ["21:30-08:30"]
parameters: {}
queues:
  general: { title: 人工服务, skills: [zh], sla: PT60S }
  night: { title: 夜间, skills: [zh], sla: PT30S, hours: ["00:00-24:00"] }
  desk: { title: 专席, skills: [zh], sla: PT120S, overflow: night }
defaults:
  to: { failed: ended, timeout: ended, unavailable: ended }
  states:
    ended: { type: final, outcome: failedToHelp }
`

/** What the patterns say, so that a test sees them; the others pass in silence. */
const patternTexts: Readonly<Record<string, string>> = {
  "cannot-understand": "没有听懂。",
  "consent-withdrawn": "已经撤回。",
  correct: "已经更正。",
  "human-requested": "正在转人工。",
  "service-down": "暂时查不到。",
  silence: "您还在吗？",
  "too-late-to-correct": "已经提交，改不了了。",
}

function pattern(id: string): string {
  const { takes, outcomes, gives = [] } = patternContracts[id] ?? { takes: {}, outcomes: [] }
  const [first = "done", ...others] = outcomes
  const given = gives.length === 0 ? {} : { output: Object.fromEntries(gives.map((name) => [name, "'1'"])) }
  const text = patternTexts[id]
  const which = {
    type: "decision",
    cases: Object.fromEntries(others.map((name) => [name, { when: "customer.level == 9" }])),
    to: {
      ...Object.fromEntries(others.map((name) => [name, name])),
      else: text === undefined ? first : "text",
    },
  }
  const states = {
    ...(others.length === 0 ? {} : { which }),
    ...(text === undefined ? {} : { text: { type: "message", say: text, to: first } }),
    ...Object.fromEntries(outcomes.map((name) => [name, { type: "final", outcome: name, ...given }])),
  }
  return JSON.stringify({
    ...{ format: 1, id, title: id, outcomes, start: Object.keys(states)[0], states },
    ...(Object.keys(takes).length === 0 ? {} : { takes }),
    ...(gives.length === 0 ? {} : { gives: Object.fromEntries(gives.map((name) => [name, "text"])) }),
  })
}

const patterns: Files = Object.fromEntries(
  Object.keys(patternContracts).map((id) => [`patterns/${id}/flow.yaml`, pattern(id)]),
)

/** Returns a compiled flow set of these files over a small base; throws what \`check\` finds wrong. */
export function flowSet(files: Files): Release {
  const { release, diagnostics } = compileFlowSet({ "flowset.yaml": settings, ...patterns, ...files })
  if (release === undefined) {
    const found = diagnostics.filter(({ severity }) => severity === "error")
    throw new Error(found.map(({ file, line, message }) => `${file}:${line} ${message}`).join("\n"))
  }
  return release
}

/** Returns a flow of one file: its fields in YAML, with what every flow must have. */
export function flow(id: string, fields: string, outcomes = "[done, failedToHelp, kept]"): Files {
  const text = `format: 1\nid: ${id}\ntitle: ${id}\noutcomes: ${outcomes}\n${fields}`
  return { [`${id}/flow.yaml`]: text }
}

/** Returns a wording: by version its text, from when and until when it is in force. */
export function wording(
  id: string,
  versions: readonly { version: string; text: string; from?: string; to?: string }[],
): Files {
  const list = versions.map(({ version, text, from = "2026-01-01", to }) =>
    approved({
      ...{ version, effectiveFrom: from, text: { zh: text } },
      ...(to === undefined ? {} : { effectiveTo: to }),
      ...{ accept: { zh: ["同意", "我已知晓并同意"] }, decline: { zh: ["暂不同意"] } },
    }),
  )
  return { [`wordings/${id}.yaml`]: JSON.stringify({ format: 1, id, title: id, versions: list }) }
}

type Asked = {
  id: string
  ask: string
  when?: string
  group?: string
  title?: string
  type?: "integer" | "number" | "height" | "weight"
  followUps?: string[]
}

/** Returns a questionnaire of these questions. */
export function questionnaire(id: string, questions: Asked[]): Files {
  const version = approved({ version: "1", effectiveFrom: "2026-01-01", questions })
  return { [`questionnaires/${id}.yaml`]: JSON.stringify({ format: 1, id, title: id, versions: [version] }) }
}

function approved<V extends Parameters<typeof wordingHash>[0]>(version: V) {
  return { ...version, approved: { by: "compliance", on: "2025-12-20", sha256: wordingHash(version) } }
}

export type Talk = ReturnType<typeof talk>

/** Opens a conversation in which a test speaks in commands; state goes through JSON before every turn. */
export function talk(
  release: Release,
  options: { flow?: string; now?: string; customer?: Customer; slots?: Values; channel?: string } = {},
) {
  const releases = { current: release, all: { [release.id]: release } }
  let now = options.now ?? "2026-03-02T10:00:00+08:00"
  let conversation: Conversation = openConversation({
    id: "C1",
    locale: release.locales[0] ?? "zh",
    channel: options.channel ?? "web",
    release: release.id,
  })
  const entries: Entry[] = []
  const effects: Effect[] = []
  const timers = new Map<string, string>()
  const calls: Extract<Effect, { effect: "call" }>[] = []
  const answered = new Set<string>()
  let last: readonly Entry[] = []

  const take = (input: Input) => {
    const stored: Conversation = JSON.parse(JSON.stringify(conversation))
    const result = turn(releases, stored, input)
    conversation = result.conversation
    last = result.entries
    entries.push(...result.entries)
    effects.push(...result.effects)
    for (const effect of result.effects) {
      if (effect.effect === "call") calls.push(effect)
      if (effect.effect === "set-timer") timers.set(effect.timer, effect.due)
      if (effect.effect === "cancel-timer") timers.delete(effect.timer)
    }
  }
  const top = () => conversation.runs[conversation.stack.at(-1) ?? Object.keys(conversation.runs)[0] ?? ""]
  const handoff = () => Object.values(conversation.runs).find((run) => run.handoff !== undefined)?.handoff

  take({
    kind: "open",
    now,
    ...(options.flow === undefined ? {} : { flow: options.flow }),
    ...(options.customer === undefined ? {} : { customer: options.customer }),
    ...(options.slots === undefined ? {} : { slots: options.slots }),
  })

  return {
    conversation: () => conversation,
    entries,
    effects,
    calls,
    timers,
    now: () => now,
    /** Says a text that was understood as these commands. */
    say(text: string, ...commands: readonly Spoken[]) {
      const read = commands.map((command) => ({ confidence: 1, certain: true, ...command }) as Command)
      take({ kind: "message", text, commands: read, seen: conversation.entries, now })
    },
    /** The same with an older screen. */
    sayAt(seen: number, text: string, ...commands: readonly Spoken[]) {
      const read = commands.map((command) => ({ confidence: 1, certain: true, ...command }) as Command)
      take({ kind: "message", text, commands: read, seen, now })
    },
    tell(slot: string, value: Json) {
      this.say(JSON.stringify(value), { command: "set-slot", slot, value })
    },
    choose(choice: string, seen = conversation.entries) {
      take({ kind: "choice", choice, seen, now })
    },
    upload(document: Document) {
      take({ kind: "upload", document, seen: conversation.entries, now })
    },
    agent(does: AgentAct, id = "A1") {
      take({ kind: "agent", handoff: handoff()?.id ?? "none", agent: { id, name: "李" }, does, now })
    },
    event(event: string, payload: Json = {}, correlation?: Values) {
      take({ kind: "event", event, payload, now, ...(correlation === undefined ? {} : { correlation }) })
    },
    /** Answers the oldest call of an operation that was not answered yet. */
    answer(operation: string, result: ServiceResult) {
      const call = calls.find((one) => one.operation === operation && !answered.has(one.id))
      if (call === undefined) throw new Error(`No call of "${operation}" is open.`)
      answered.add(call.id)
      take({ kind: "service", call: call.id, result, now })
    },
    /** Delivers a result for a call by its id, whether it is open or not. */
    replay(call: string, result: ServiceResult) {
      take({ kind: "service", call, result, now })
    },
    returns(operation: string, output: Json = {}) {
      this.answer(operation, { is: "returned", output })
    },
    take,
    fire(timer: string) {
      timers.delete(timer)
      take({ kind: "timer", timer, now })
    },
    /** Moves the clock without firing anything. */
    setNow(moment: string) {
      now = moment
    },
    /** Moves the clock and fires on its way what falls due. */
    wait(until: string) {
      for (;;) {
        const due = [...timers]
          .filter(([, at]) => Date.parse(at) <= Date.parse(until))
          .sort((a, b) => Date.parse(a[1]) - Date.parse(b[1]))[0]
        if (due === undefined) break
        timers.delete(due[0])
        if (Date.parse(due[1]) > Date.parse(now)) now = due[1]
        take({ kind: "timer", timer: due[0], now })
      }
      now = until
    },
    /** What the bot said in the last turn, one text per bubble. */
    said(): readonly string[] {
      return last.flatMap((entry) => (entry.kind === "bot.said" ? [textOf(entry.personal.content)] : []))
    },
    last: () => last,
    at: () => stateOf(releases, conversation),
    waiting: (): WaitingFor => waitingFor(releases, conversation),
    slot(name: string, scope = ""): SlotState | undefined {
      return top()?.scopes[scope]?.slots[name]
    },
    data: (scope = ""): Values => top()?.scopes[scope]?.data ?? {},
    evidence(): readonly Evidence[] {
      return [...conversation.evidence, ...Object.values(conversation.runs).flatMap((run) => run.evidence)]
    },
    handoff,
    of<K extends EntryKind>(kind: K) {
      return entries.filter((entry): entry is Entry & { readonly kind: K } => entry.kind === kind)
    },
    outcomes: (): readonly string[] =>
      entries.flatMap((entry) =>
        entry.kind === "run.ended" ? [`${entry.open.flow} ${entry.open.outcome}`] : [],
      ),
    lastEntry: () => conversation.entries,
  }
}
