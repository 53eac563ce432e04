import type { Keyring } from "../security/keyring.ts"
import type { Secrets } from "../security/secrets.ts"
import type { Deliver, DeliverDeps } from "./delivery.ts"

/** The parts of the runtime that conversations, events and the desk are made of. */
export type Shell = DeliverDeps & {
  readonly deliver: Deliver
  readonly keyring: Keyring
  readonly secrets: Secrets
  /** The customer now has the entries up to this one. */
  readonly noteSent: (conversation: string, entry: number) => void
  /** How long an answer waits for a service. */
  readonly patienceMs: number
}
