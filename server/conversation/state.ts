import type { Conversation } from "../../engine/types.ts"
import type { ConversationKeys } from "../security/keyring.ts"
import { sealJson, unsealJson } from "../security/vault.ts"
import { applyPatch, type Patch, toPatch } from "./patch.ts"
import type { Change, StateRow } from "./store.ts"

/** How many bytes are stored of a state: whole, and of the patches since then. */
export type StateWeight = { readonly whole: number; readonly patches: number }

/** Patches may weigh this much before they are compared with the whole. */
const LEAST_PATCHES = 65_536

/**
 * Returns what a turn stores of the state. That is what it changed, since a turn changes little of a long conversation;
 * whole it is stored where the turn keeps no entries beside which a patch could stand, and when the patches have grown
 * as heavy as it is, so that both what is written and what is read again stay in proportion to it.
 */
export function toStoredState(
  keys: ConversationKeys,
  before: { readonly conversation: Conversation; readonly weight: StateWeight },
  after: Conversation,
  mayPatch: boolean,
): { readonly state: Change["state"]; readonly weight: StateWeight } {
  const { id, seq } = after
  const { weight } = before
  if (mayPatch && weight.patches < Math.max(weight.whole, LEAST_PATCHES)) {
    const patch = sealJson(keys, id, patchPlace(seq), toPatch(before.conversation, after))
    return { state: { patch }, weight: { ...weight, patches: weight.patches + patch.length } }
  }
  const whole = sealJson(keys, id, statePlace(seq), after)
  return { state: { whole }, weight: { whole: whole.length, patches: 0 } }
}

/** Returns the state that is stored. */
export function fromStoredState(
  keys: ConversationKeys,
  id: string,
  { seq, whole, patches }: StateRow,
): { readonly conversation: Conversation; readonly weight: StateWeight } {
  let state: unknown = unsealJson(keys, id, statePlace(seq), whole)
  for (const [index, sealed] of patches.entries()) {
    const patch = unsealJson<Patch | null>(keys, id, patchPlace(seq + 1 + index), sealed)
    if (patch !== null) state = applyPatch(state, patch)
  }
  const weight = { whole: whole.length, patches: patches.reduce((sum, { length }) => sum + length, 0) }
  // Sealed as a conversation, and authenticated since.
  return { conversation: state as Conversation, weight }
}

/** Where the state after a turn is sealed. */
function statePlace(seq: number): string {
  return `state/${seq}`
}

/** Where what a turn changed is sealed. */
function patchPlace(seq: number): string {
  return `patch/${seq}`
}
