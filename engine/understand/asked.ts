import type { SlotView, UnderstandContext } from "../types.ts"

/** Returns the slot that is being asked, or the field of a list's record (`stays.hospital`); undefined for none. */
export function askedView({ asking, slots }: UnderstandContext): SlotView | undefined {
  return asking?.kind === "slot" ? viewOf(slots, asking.slot) : undefined
}

/** Returns a slot or a field of a list's record by its path. */
export function viewOf(slots: UnderstandContext["slots"], path: string): SlotView | undefined {
  const [name = "", field] = path.split(".")
  return slots[path] ?? (field === undefined ? undefined : slots[name]?.of?.[field])
}

/** Returns the list, with the name of its slot, whose record is being told or added to; null for none. */
export function askedList({
  asking,
  slots,
}: UnderstandContext): { readonly slot: string; readonly view: SlotView } | null {
  if (asking?.kind !== "slot" && asking?.kind !== "confirmation") return null
  const [slot = ""] = (asking.slot ?? "").split(".")
  const view = slots[slot]
  return view?.type === "list" ? { slot, view } : null
}
