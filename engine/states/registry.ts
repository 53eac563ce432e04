import type { StateDocument } from "../document/schema.ts"
import { type CheckpointState, checkpoint } from "./checkpoint.ts"
import { type CollectState, collect } from "./collect.ts"
import { type DecisionState, decision } from "./decision.ts"
import { type FinalState, final } from "./final.ts"
import { type GroupState, group } from "./group.ts"
import { type HandoffState, handoff } from "./handoff.ts"
import type { StateKind } from "./kind.ts"
import { type MessageState, message } from "./message.ts"
import { type ServiceState, service } from "./service.ts"
import { type SubflowState, subflow } from "./subflow.ts"
import { type WaitState, wait } from "./wait.ts"

export type AnyState =
  | MessageState
  | CollectState
  | DecisionState
  | CheckpointState
  | ServiceState
  | HandoffState
  | SubflowState
  | WaitState
  | GroupState
  | FinalState
export type StateType = AnyState["type"]
export type StateOf<T extends StateType> = Extract<AnyState, { type: T }>

/** Every state type of the language, by name. */
export const stateKinds: { readonly [T in StateType]: StateKind<StateOf<T>> } = {
  message,
  collect,
  decision,
  checkpoint,
  service,
  handoff,
  subflow,
  wait,
  group,
  final,
}

export function isStateType(type: string): type is StateType {
  return Object.hasOwn(stateKinds, type)
}

/** Returns the kind of a parsed state; the pairing of document and kind is by its `type`, so the cast is sound. */
export function kindOf(state: AnyState | StateDocument): StateKind<AnyState> {
  if (!isStateType(state.type)) throw new Error(`Unknown state type "${state.type}".`)
  return stateKinds[state.type] as unknown as StateKind<AnyState>
}
