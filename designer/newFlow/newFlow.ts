import { create } from "zustand"
import type { FlowOrigin } from "../../engine/edit/commands/flows.ts"
import type { EditCommand } from "../../engine/index.ts"

/** Whether the dialog that makes a flow is open. */
export const useNewFlow = create<{ readonly isOpen: boolean }>()(() => ({ isOpen: false }))

export function askForNewFlow(): void {
  useNewFlow.setState({ isOpen: true })
}

/** What a flow is made of, as it is being filled in. */
export type NewFlowDraft = {
  readonly titles: Readonly<Record<string, string>>
  /** Null as long as it follows the English title. */
  readonly id: string | null
  readonly from: "empty" | "form" | "copy"
  /** The flow's file that is copied. */
  readonly copy: string
}

/** Returns the id that a title suggests: its Latin words, small, joined by hyphens. */
export function idFrom(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^[^a-z]+|-+$/g, "")
}

export function idOf({ id, titles }: NewFlowDraft): string {
  return id ?? idFrom(titles.en ?? Object.values(titles).join(" "))
}

/** Returns the command that makes the flow; titles stand in the order of the locales, and none that was left empty. */
export function creation(draft: NewFlowDraft, locales: readonly string[]): EditCommand {
  const titles = locales.map((locale) => [locale, (draft.titles[locale] ?? "").trim()] as const)
  const from: FlowOrigin = draft.from === "copy" ? { copy: draft.copy } : draft.from
  return {
    name: "flow.create",
    args: { id: idOf(draft), title: Object.fromEntries(titles.filter(([, text]) => text !== "")), from },
  }
}
