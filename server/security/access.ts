import type { KeyObject } from "node:crypto"
import { chmodSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { deriveKey } from "./master-key.ts"
import { hashToken, isToken } from "./secrets.ts"

/** The keys with which other parties come in, besides the customers' own tokens. */
export type Access = {
  /** Agents and operations. */
  readonly operatorToken: string
  /** Systems that send outside events. */
  readonly eventsKey: string
  isOperator(presented: string): boolean
  isEventSource(presented: string): boolean
  /** Whether this is the channel's server, which alone may say who the customer is. */
  isChannelServer(presented: string): boolean
}

export type AccessSettings = {
  readonly operatorToken?: string
  readonly eventsKey?: string
  readonly channelKey?: string
}

/**
 * Returns who may do what. Operator token and events key not set in the environment are derived from the master key,
 * so that they stay the same over restarts. There is no derived channel key: without one nobody may name a customer.
 */
export function createAccess(master: KeyObject, settings: AccessSettings): Access {
  const derived = (purpose: string) => deriveKey(master, purpose).export().toString("base64url")
  const operatorToken = settings.operatorToken ?? derived("operator-token")
  const eventsKey = settings.eventsKey ?? derived("events-key")
  const operatorHash = hashToken(operatorToken)
  const eventsHash = hashToken(eventsKey)
  const channelHash = settings.channelKey === undefined ? null : hashToken(settings.channelKey)
  return {
    operatorToken,
    eventsKey,
    isOperator: (presented) => isToken(presented, operatorHash),
    isEventSource: (presented) => isToken(presented, eventsHash),
    isChannelServer: (presented) => channelHash !== null && isToken(presented, channelHash),
  }
}

/** Writes the operator token to `DATA/operator.token`, readable by its owner alone, for whoever runs the desk. */
export function saveOperatorToken(dataDir: string, token: string): string {
  const file = join(dataDir, "operator.token")
  writeFileSync(file, `${token}\n`, { mode: 0o600 })
  chmodSync(file, 0o600)
  return file
}
