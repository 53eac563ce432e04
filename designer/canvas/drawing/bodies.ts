import type { SayDocument, StateDocument } from "../../../engine/document/schema.ts"
import { isCard, isConditional, isFile, isLink } from "../../../engine/states/kind.ts"
import { type AnyState, isStateType, type StateOf, type StateType } from "../../../engine/states/registry.ts"
import { nameOfPath } from "../../condition/nameOfPath.ts"
import { parsedState } from "../../model/parsedState.ts"
import { periodInWords } from "../../model/periodInWords.ts"
import type { DrawContext } from "./context.ts"
import type { DrawnChip, DrawnLine } from "./drawing.ts"

/** What a node says of itself besides title and exits. */
export type Body = {
  readonly kind: string
  readonly lines: readonly DrawnLine[]
  readonly chips: readonly DrawnChip[]
}

/** Returns the body of a state; of one that cannot be read, only its kind. */
export function bodyOf(state: StateDocument, context: DrawContext): Body {
  const { t } = context
  if (!isStateType(state.type)) return { kind: t("type.unknown", { type: state.type }), lines: [], chips: [] }
  const parsed = parsedState(state)
  const plain = { kind: t(`type.${state.type}`), lines: [], chips: [] }
  return parsed === null ? plain : { ...plain, ...body(parsed, context) }
}

type Bodies = { readonly [T in StateType]: (state: StateOf<T>, context: DrawContext) => Partial<Body> }

function body(state: AnyState, context: DrawContext): Partial<Body> {
  // The body and the state are paired by `type`.
  return (bodies[state.type] as (state: AnyState, context: DrawContext) => Partial<Body>)(state, context)
}

const bodies: Bodies = {
  message: (state, context) => ({
    lines: [
      ...(state.wording === undefined ? [] : [wordingLine(state.wording, context)]),
      ...sayLine(state.say, context, state.wording === undefined ? 3 : 2),
    ],
  }),
  collect: (state, context) => ({
    chips: state.slots.map((name) => {
      const slot = context.slot(name)
      return {
        type: slot?.type ?? "",
        text: context.text(slot?.title) || name,
        isSensitive: slot?.sensitive !== undefined,
      }
    }),
    lines:
      state.confirm === undefined ? [] : [{ icon: "evidence", text: context.t("body.summary"), lines: 1 }],
  }),
  decision: () => ({}),
  checkpoint(state, context) {
    const { t } = context
    const lines: DrawnLine[] = []
    if (state.wording !== undefined) lines.push(wordingLine(state.wording, context))
    for (const id of questionnairesOf(state.questionnaire)) {
      const title = context.text(context.around.questionnaires[id]?.title)
      lines.push({ icon: "wording", text: t("body.document", { title: title || id }) })
    }
    if (state.level !== undefined)
      lines.push({ icon: "identity", text: t("body.level", { level: state.level }) })
    if (state.kind !== "identity") {
      const binds = (state.binds ?? []).map((path) => nameOfPath(path, context))
      const evidence = t(`evidence.${state.evidence ?? "explicit"}`)
      lines.push({
        icon: "evidence",
        text: binds.length === 0 ? evidence : t("body.binds", { evidence, binds: binds.join(t("body.and")) }),
      })
    }
    return { kind: t("body.checkpointKind", { kind: t(`checkpoint.${state.kind}`) }), lines }
  },
  service(state, context) {
    const operation = context.around.operations[state.service]
    const lines: DrawnLine[] = [{ icon: "service", text: context.text(operation?.title) || state.service }]
    const kept = state.save === undefined ? "" : nameOfPath(`data.${state.save}`, context)
    // A name that is the operation's own says nothing new.
    if (kept !== "" && kept !== lines[0]?.text)
      lines.push({ icon: "save", text: context.t("body.save", { name: kept }) })
    return {
      kind: context.t(operation === undefined ? "type.service" : `effect.${operation.effect}`),
      lines,
    }
  },
  handoff(state, context) {
    const { t } = context
    const queue = context.around.settings.queues[state.queue]
    const sla = state.sla ?? queue?.sla
    const lines: DrawnLine[] = [{ icon: "queue", text: context.text(queue?.title) || state.queue }]
    if (sla !== undefined)
      lines.push({ icon: "clock", text: t("body.sla", { period: periodInWords(sla, t) }) })
    return { lines }
  },
  subflow: (state, context) => ({
    lines: [{ icon: "flow", text: context.text(context.around.flows[state.flow]?.title) || state.flow }],
  }),
  wait(state, context) {
    const { t } = context
    if (state.until === undefined) return { lines: [{ icon: "event", text: t("body.waitsForEvent") }] }
    const text =
      "after" in state.until
        ? t("body.until", { period: periodInWords(state.until.after, t) })
        : isPath(state.until.at)
          ? t("body.untilAt", { path: nameOfPath(state.until.at, context) })
          : t("entry.at")
    return { lines: [{ icon: "clock", text, lines: 1 }] }
  },
  group: (state, { t }) => ({
    kind: t("body.steps", { count: countOf(state.states) }),
  }),
  final: () => ({}),
}

/** Whether an expression is nothing but the path of a value. */
function isPath(source: string): boolean {
  return /^[a-z]\w*(\.\w+)+$/.test(source)
}

/** A checkpoint names one questionnaire, or lets data choose among several. */
function questionnairesOf(named: StateOf<"checkpoint">["questionnaire"]): readonly string[] {
  if (named === undefined) return []
  return typeof named === "string" ? [named] : named.of.slice(0, 2)
}

function wordingLine(id: string, context: DrawContext): DrawnLine {
  const wording = context.around.wordings[id]
  const version = wording?.versions.at(-1)
  if (wording === undefined || version === undefined) return { icon: "wording", text: id }
  return {
    icon: "wording",
    text: context.t(version.approved === undefined ? "body.wordingDraft" : "body.wording", {
      title: context.text(wording.title),
      version: version.version,
    }),
  }
}

/** Returns the first words of what is said. */
function sayLine(say: SayDocument | undefined, context: DrawContext, lines: number): readonly DrawnLine[] {
  if (say === undefined) return []
  const [first] = Array.isArray(say) ? say : [say]
  if (first === undefined) return []
  return [{ icon: "say", text: firstWords(first, context), lines }]
}

function firstWords(item: Exclude<SayDocument, readonly unknown[]>, context: DrawContext): string {
  if (typeof item === "string") return item
  if (isCard(item)) {
    const { title, figure, rows, note } = item.card
    const parts = [title, figure?.label, ...(rows ?? []).map(({ label }) => label), note]
    return parts
      .map((part) => readable(context.text(part), context))
      .filter((part) => part !== "")
      .slice(0, 4)
      .join(" · ")
  }
  if (isLink(item)) return readable(context.text(item.link.label), context)
  if (isFile(item)) return readable(context.text(item.file.label), context)
  if (isConditional(item)) return readable(context.text(item.say), context)
  return readable(context.text(item), context)
}

/** Returns a text with the names of its variables in words: {slots.policyNo} → ‹保单号›. */
export function readable(text: string, context: Parameters<typeof nameOfPath>[1]): string {
  return text.replaceAll(/\{([a-z][\w.]*)\}/gi, (_, path: string) => `‹${nameOfPath(path, context)}›`)
}

export function countOf(states: Readonly<Record<string, StateDocument>>): number {
  return Object.values(states).reduce((count, state) => {
    const parsed = parsedState(state)
    return count + (parsed?.type === "group" ? countOf(parsed.states) : 1)
  }, 0)
}
