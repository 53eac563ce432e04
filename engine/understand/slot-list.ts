import type { SlotView } from "../types.ts"
import { remembered } from "./remembered.ts"

type Slots = Readonly<Record<string, SlotView>>
type SlotList = readonly (readonly [slot: string, view: SlotView])[]

/** Returns the slots of a record with their names: one list for all who read a message. */
export const slotList = remembered((slots: Slots): SlotList => Object.entries(slots))

/** Returns those that belong to a flow that is open. */
export const openSlots = remembered(
  (slots: Slots): SlotList => slotList(slots).filter(([, view]) => view.elsewhere !== true),
)
