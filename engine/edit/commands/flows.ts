import { isMap, type JsonMap, valueAt } from "../../document/json.ts"
import { printFile } from "../../document/print.ts"
import type { Json } from "../../types.ts"
import { type Draft, Refusal } from "../draft.ts"
import { labelled, nameOf } from "../flow-view.ts"
import type { Outcome } from "../plan.ts"
import { layoutFile } from "./layout.ts"

/** What a new flow starts from: one message, a form with a way to a person, or another flow. */
export type FlowOrigin = "empty" | "form" | { readonly copy: string }

export type CreateFlow = {
  /** Small letters, digits and hyphens; its folder is named so. */
  readonly id: string
  readonly title: Readonly<Record<string, string>>
  readonly from: FlowOrigin
}

/** Makes a flow in a folder of its own. */
export function createFlow(draft: Draft, { id, title, from }: CreateFlow): Outcome {
  if (!/^[a-z][a-z0-9-]*$/.test(id))
    throw new Refusal(
      `「${id}」不能作流程名称：请用小写字母、数字和连字符，例如 premium-refund。`,
      `"${id}" cannot name a flow: use small letters, digits and hyphens, such as premium-refund.`,
    )
  const file = `${id}/flow.yaml`
  assertFlowIsNew(draft, id)
  if (typeof from === "string") draft.write(file, printFile(templates[from](id, title)))
  else copyFlow(draft, from.copy, file, id, title)
  return { label: labelled("新建流程", "New flow", nameOf({ title }, id)), made: [file] }
}

/** Throws a refusal when a flow or pattern of this id is there. */
export function assertFlowIsNew(draft: Draft, id: string): void {
  const isTaken = Object.keys(draft.files.texts).some((each) =>
    new RegExp(`^(patterns/)?${id}/flow\\.yaml$`).test(each),
  )
  if (isTaken) throw new Refusal(`已有流程「${id}」。`, `There is already a flow "${id}".`)
}

/** Scenarios and what customers say stay with the flow that is copied: two flows cannot be started by the same words. */
function copyFlow(draft: Draft, from: string, file: string, id: string, title: CreateFlow["title"]): void {
  const source = draft.source(from)
  draft.write(file, source.text)
  draft.change(file, { do: "set", path: ["id"], value: id })
  draft.change(file, { do: "set", path: ["title"], value: { ...title } })
  for (const path of [["was"], ["triggers"]])
    if (valueAt(source.value, path) !== undefined) draft.change(file, { do: "remove", path })
  const layout = draft.files.texts[layoutFile(from)]
  if (layout !== undefined) draft.write(layoutFile(file), layout)
}

const templates: Readonly<Record<"empty" | "form", (id: string, title: CreateFlow["title"]) => JsonMap>> = {
  empty: (id, title) => ({
    ...{ format: 1, id, title: { ...title }, outcomes: ["done"], start: "greeting" },
    states: {
      greeting: {
        type: "message",
        title: { zh: "问候", en: "Greeting" },
        say: { zh: "您好，我来为您办理。", en: "Hello, let me help you with this." },
        to: "done",
      },
      done: { type: "final", title: { zh: "已办完", en: "Done" }, outcome: "done" },
    },
  }),
  form: (id, title) => ({
    ...{ format: 1, id, title: { ...title }, outcomes: ["done", "resolvedByPerson"] },
    slots: {
      request: {
        type: "text",
        title: { zh: "要办的事", en: "What to do" },
        ask: { zh: "请问您想办理什么？", en: "What would you like to do?" },
      },
      ready: {
        type: "boolean",
        title: { zh: "是否提交", en: "Whether to submit" },
        ask: { zh: "现在提交吗？", en: "Shall I submit it now?" },
      },
    },
    start: "greeting",
    states: {
      greeting: {
        type: "message",
        title: { zh: "问候", en: "Greeting" },
        say: { zh: "您好，先向您了解一下情况。", en: "Hello, let me first ask you about it." },
        to: "ask",
      },
      ask: {
        type: "collect",
        title: { zh: "了解情况", en: "The request" },
        slots: ["request", "ready"],
        to: { filled: "isReady" },
      },
      isReady: {
        type: "decision",
        title: { zh: "是否提交", en: "Submit?" },
        cases: { yes: { title: { zh: "提交", en: "Yes" }, when: "slots.ready" } },
        to: { yes: "person", else: "later" },
      },
      person: {
        type: "handoff",
        title: { zh: "转人工办理", en: "To a person" },
        queue: "general",
        reason: { zh: "客户提交了申请：{slots.request}", en: "A customer asks for: {slots.request}" },
        returns: ["resolvedByPerson"],
        to: { returned: "byPerson", resolvedByPerson: "byPerson" },
      },
      byPerson: {
        type: "final",
        title: { zh: "由人工处理", en: "Handled by a person" },
        outcome: "resolvedByPerson",
      },
      later: {
        type: "message",
        title: { zh: "稍后再办", en: "Later" },
        say: { zh: "好的，需要时随时找我。", en: "All right, I am here whenever you need me." },
        to: "done",
      },
      done: { type: "final", title: { zh: "已办完", en: "Done" }, outcome: "done" },
    },
  }),
}

export type RemoveFlow = { readonly file: string }

/** Takes a flow away with its layout and scenarios. A flow that others run stays. */
export function removeFlow(draft: Draft, { file }: RemoveFlow): Outcome {
  const text = draft.files.texts[file]
  if (text === undefined) throw new Refusal(`没有文件「${file}」。`, `There is no file "${file}".`)
  const folder = file.replace(/flow\.yaml$/, "")
  const value = draft.files.value(file) ?? null
  const id = String(valueAt(value, ["id"]) ?? folder.split("/").at(-2))
  const users = Object.keys(draft.files.texts).filter(
    (each) => each !== file && each.endsWith("/flow.yaml") && runs(draft.files.value(each) ?? null, id),
  )
  const [user] = users
  if (user !== undefined) {
    const name = nameOf(draft.files.value(user), user)
    throw new Refusal(
      `「${name.zh}」还在使用这个流程，请先改掉。`,
      `"${name.en}" still runs this flow: change that first.`,
    )
  }
  for (const each of Object.keys(draft.files.texts)) if (each.startsWith(folder)) draft.write(each, null)
  return { label: labelled("删除流程", "Delete flow", nameOf(value, id)) }
}

function runs(value: Json, id: string): boolean {
  if (Array.isArray(value)) return value.some((item: Json) => runs(item, id))
  if (!isMap(value)) return false
  return (
    (value.type === "subflow" && value.flow === id) || Object.values(value).some((item) => runs(item, id))
  )
}
