import type {
  Conversation,
  Effect,
  Entry,
  EntryBody,
  Input,
  PendingCall,
  Run,
  TurnResult,
  WaitingFor,
} from "../../engine/types.ts"
import type { Engine, Release, Releases } from "../../server/conversation/engine.ts"

/**
 * A real, if tiny, engine at the shell's port: one run that does what the message says. It follows the rules on which
 * the shell relies: pure, one turn per input, inputs wait in the inbox while a service works, ids from seq and index.
 *
 * 查 X: a read · 办 X: a write · 计时 D: a timer · 转人工: a hand-off · 关联 X: a key for events · 选: a choice ·
 * 健康 X: a value of the class health · 坏: a bug · 结束: the end; anything else is echoed.
 */
export const smallEngine: Engine = {
  compileFlowSet: (files) => {
    try {
      const { id, ...rest } = JSON.parse(files["flowset.yaml"] ?? "")
      return { release: { ...rest, id, files }, diagnostics: [] }
    } catch {
      const place = { file: "flowset.yaml", line: 1, column: 1 }
      const problem = {
        rule: "json",
        severity: "error",
        ...{ message: "no JSON", help: "mend it", ...place },
        says: { message: { id: "no JSON", values: [] }, help: { id: "mend it", values: [] } },
      } as const
      return { diagnostics: [problem] }
    }
  },
  openConversation: ({ id, locale, channel, release }) => ({
    ...{ id, locale, channel, release, customer: { id: null, level: 0 }, stack: [], runs: {}, inbox: [] },
    ...{ status: "open", seq: 0, entries: 0, misses: 0, evidence: [], known: {}, shown: {}, silences: 0 },
  }),
  turn,
  waitingFor: (_, conversation) => waitingFor(conversation),
  holderOf: (conversation) => {
    const handoff = runOf(conversation)?.handoff
    return handoff === undefined ? "bot" : handoff.status === "accepted" ? "agent" : "queue"
  },
  stateOf: (_, conversation) => (runOf(conversation) === undefined ? "" : "desk/ask"),
  mood: () => ({ mood: "calm", because: [] }),
  understandContext: (_, conversation, now) => ({
    ...{ locale: conversation.locale, now, slots: {}, filled: { seq: conversation.seq }, intents: [] },
  }),
  nextInput: (conversation) =>
    (runOf(conversation)?.pending.length ?? 0) > 0 ? null : (conversation.inbox[0] ?? null),
  createUnderstanding: () => ({
    understand: ({ filled }) => [
      { command: "set-slot", slot: "readAt", value: filled.seq ?? null, confidence: 1, certain: true },
    ],
    knowledge: () => [],
    check: () => ({ accepted: [], refused: [] }),
    vocabulary: () => ({ flows: [], entries: [] }),
  }),
}

const OPERATIONS: Release["operations"] = {
  "policy.find": {
    request: { method: "GET", path: "/policies/{policyNo}" },
    output: { type: "object", required: ["premium"], properties: { premium: { type: "number" } } },
    errors: { NOT_FOUND: { http: 404 } },
    effect: "read",
    timeout: "PT1S",
  },
  "policy.submit": {
    request: { method: "POST", path: "/submissions" },
    output: { type: "object", required: ["number"] },
    effect: "write",
    timeout: "PT1S",
    retry: { times: 1, backoff: "PT0.01S" },
  },
}

/** The files of a flow set that the small engine compiles. */
export function smallFlowSet(id: string): Readonly<Record<string, string>> {
  const settings = {
    ...{ name: { zh: "示例" }, timeZone: "Asia/Shanghai", queues: { general: {}, second: {} } },
    events: { "claim.decided": { type: "object", required: ["result"] } },
  }
  const rest = {
    settings,
    locales: ["zh", "en"],
    flows: { desk: { isPattern: false } },
    wordings: { loss: {} },
  }
  return { "flowset.yaml": JSON.stringify({ id, ...rest, operations: OPERATIONS }) }
}

function runOf(conversation: Conversation): Run | undefined {
  return conversation.runs.r1
}

function waitingFor(conversation: Conversation): WaitingFor {
  const run = runOf(conversation)
  if (conversation.status === "ended") return { kind: "nothing", id: "" }
  if ((run?.pending.length ?? 0) > 0) return { kind: "service", id: run?.pending[0]?.operation ?? "" }
  if (run?.handoff !== undefined) return { kind: "agent", id: run.handoff.queue }
  if (conversation.question?.kind === "choice") {
    return {
      kind: "choice",
      id: "which",
      options: [
        { key: "yes", label: "好" },
        { key: "no", label: "不" },
      ],
    }
  }
  return { kind: "slot", id: "wish" }
}

function turn(releases: Releases, before: Conversation, input: Input): TurnResult {
  const seq = before.seq + 1
  const entries: Entry[] = []
  const effects: Effect[] = []
  const add = (body: EntryBody, dataClass?: Entry["dataClass"]) => {
    const index = before.entries + entries.length + 1
    const common = { index, turn: seq, at: input.now, run: "r1", state: "desk/ask" }
    entries.push({ ...body, ...common, ...(dataClass === undefined ? {} : { dataClass }) })
  }
  const say = (text: string) =>
    add({ kind: "bot.said", open: {}, personal: { content: { is: "text", text } } })
  const effectId = () => `${before.id}/${seq}/${effects.length}`

  const isBusy = (runOf(before)?.pending.length ?? 0) > 0
  if (isBusy && input.kind !== "service" && input.kind !== "problem") {
    return { conversation: { ...before, seq, inbox: [...before.inbox, input] }, entries, effects }
  }
  const [head] = before.inbox
  const isHead = head !== undefined && head.kind === input.kind && !("call" in input)
  let next: Conversation = { ...before, seq, inbox: isHead ? before.inbox.slice(1) : before.inbox }
  const setRun = (change: Partial<Run>) => {
    const run = runOf(next) ?? newRun(releases.current.id)
    next = { ...next, stack: ["r1"], runs: { r1: { ...run, ...change } } }
  }
  const call = (operation: string, of: string, key?: string) => {
    const id = effectId()
    const input_ = operation === "policy.find" ? { policyNo: of } : { item: of }
    const pending: PendingCall = { id, path: "ask", visit: 1, operation, input: input_ }
    setRun({ pending: [...(runOf(next)?.pending ?? []), pending] })
    add({ kind: "service.called", open: { operation, call: id }, personal: { input: input_ } })
    effects.push({
      ...{ effect: "call", id, run: "r1", operation, input: input_ },
      ...(key === undefined ? {} : { key }),
    })
  }
  const hear = (text: string, readAt: unknown) => {
    const [verb = "", of = ""] = text.split(" ")
    add({ kind: "customer.said", open: { how: "text" }, personal: { text } })
    next = withoutQuestion(next)
    switch (verb) {
      case "查":
        return call("policy.find", of)
      case "办":
        return call("policy.submit", of, `key-${of}`)
      case "坏":
        throw new Error("a bug in the small engine")
      case "选":
        next = {
          ...next,
          question: { run: "r1", path: "ask", visit: 1, kind: "choice", id: "which", entry: 0 },
        }
        return say("选哪个?")
      case "计时": {
        const due = new Date(Date.parse(input.now) + Number(of) * 1000).toISOString()
        effects.push({ id: effectId(), effect: "set-timer", timer: `t${seq}`, due })
        return add({ kind: "timer.set", open: { timer: `t${seq}`, name: "nudge", due } })
      }
      case "关联":
        effects.push({
          id: effectId(),
          effect: "correlate",
          run: "r1",
          correlation: { claimNo: of, kind: "c" },
        })
        return say("好的")
      case "健康":
        return add({ kind: "slot.filled", open: { slot: "illness" }, personal: { value: of } }, "health")
      case "转人工": {
        const handoff = { id: `${before.id}-h${seq}`, path: "ask", visit: 1, queue: "general" }
        setRun({ handoff: { ...handoff, status: "queued", since: input.now } })
        add({ kind: "handoff.requested", open: { handoff: handoff.id, queue: "general" } })
        effects.push({
          ...{ id: effectId(), effect: "queue-handoff", handoff: handoff.id, queue: "general", priority: 1 },
          ...{ reason: `客户说:${of}`, skills: ["zh"], outcomes: ["solved"], fills: ["wish"] },
        })
        return
      }
      case "结束":
        next = { ...next, status: "ended" }
        add({ kind: "run.ended", open: { flow: "desk", outcome: "done" } })
        return add({ kind: "conversation.ended", open: {} })
      default:
        return say(`${text} (read at ${readAt}, taken at ${before.seq})`)
    }
  }

  if (runOf(next) === undefined) setRun({})
  switch (input.kind) {
    case "open":
      add({ kind: "conversation.opened", open: { channel: before.channel } })
      if (input.customer !== undefined) next = { ...next, customer: input.customer }
      say("您好")
      break
    case "message": {
      const [read] = input.commands
      hear(input.text, read?.command === "set-slot" ? read.value : null)
      break
    }
    case "choice":
      add({ kind: "customer.said", open: { how: "choice" }, personal: { text: input.choice } })
      next = withoutQuestion(next)
      say(`选了${input.choice}, seen ${input.seen}`)
      break
    case "upload":
      add({
        ...{ kind: "customer.said", open: { how: "upload" } },
        personal: { text: input.document.name, document: input.document },
      })
      break
    case "service": {
      const pending = runOf(next)?.pending ?? []
      setRun({ pending: pending.filter((one) => one.id !== input.call) })
      say(`${input.result.is} ${JSON.stringify("output" in input.result ? input.result.output : {})}`)
      break
    }
    case "timer":
      add({ kind: "timer.fired", open: { timer: input.timer, name: "nudge" } })
      say(`您还在吗? ${input.now}`)
      break
    case "event":
      add({
        kind: "event.received",
        open: { event: input.event, taken: before.status === "open" },
        personal: { payload: input.payload },
      })
      say(`收到${input.event}`)
      break
    case "problem":
      add({ kind: "problem", open: { code: input.code, message: "" } })
      say("出了点问题")
      break
    case "agent":
      actAsAgent(input)
      break
  }
  return { conversation: { ...next, entries: before.entries + entries.length }, entries, effects }

  function actAsAgent({ agent, does, handoff }: Extract<Input, { kind: "agent" }>) {
    const held = runOf(next)?.handoff
    if (held === undefined) return
    const open = { handoff, queue: held.queue, agent: agent.id }
    switch (does.act) {
      case "accept":
        setRun({ handoff: { ...held, status: "accepted", agent } })
        return add({ kind: "handoff.accepted", open, personal: { name: agent.name } })
      case "message":
      case "note":
        return add({
          ...{ kind: "agent.said", personal: { name: agent.name, text: does.text } },
          open: { agent: agent.id, ...(does.act === "note" ? { note: true } : {}) },
        })
      case "transfer":
        setRun({ handoff: { ...held, status: "queued", queue: does.queue } })
        effects.push({
          ...{ id: effectId(), effect: "queue-handoff", handoff, queue: does.queue, priority: 2, reason: "" },
          ...{ skills: [], outcomes: ["solved"], fills: ["wish"] },
        })
        return add({ kind: "handoff.transferred", open: { ...open, queue: does.queue } })
      case "wording":
        return say(`话术 ${does.wording}`)
      case "return":
      case "resolve": {
        const { handoff: _, ...run } = runOf(next) ?? newRun("")
        next = { ...next, runs: { r1: run } }
        effects.push({ id: effectId(), effect: "close-handoff", handoff })
        return add({ kind: does.act === "return" ? "handoff.returned" : "handoff.resolved", open })
      }
    }
  }
}

function withoutQuestion({ question: _, ...rest }: Conversation): Conversation {
  return rest
}

function newRun(release: string): Run {
  return {
    ...{ id: "r1", flow: "desk", release, memory: [], remembered: [], timers: [], pending: [], evidence: [] },
    position: [{ flow: "desk", value: "ask", history: {}, visits: {} }],
    scopes: { "": { flow: "desk", slots: { wish: { status: "filled", value: "理赔" } }, data: {} } },
    ...{ keys: {}, answers: {}, told: [], correlation: {}, events: [], visits: 0 },
  }
}
