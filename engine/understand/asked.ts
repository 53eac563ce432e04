import type { SlotView, UnderstandContext } from "../types.ts"

/** Returns the slot that is being asked, or the field of a list's record (`stays.hospital`); undefined for none. */
export function askedView({ asking, slots }: UnderstandContext): SlotView | undefined {
  if (asking?.kind !== "slot") return undefined
  const [name = "", field] = asking.slot.split(".")
  return slots[asking.slot] ?? (field === undefined ? undefined : slots[name]?.of?.[field])
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
