import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto"

/** Gives the ids and tokens of new conversations and uploads. */
export type Secrets = {
  /** A new id, `c_…` for a conversation: 128 bits. */
  id(prefix: string): string
  /** A new bearer token: 256 bits. */
  token(): string
}

/** Returns secrets from the system's random source. */
export function createSecrets(): Secrets {
  return {
    id: (prefix) => `${prefix}_${randomBytes(16).toString("base64url")}`,
    token: () => randomBytes(32).toString("base64url"),
  }
}

/**
 * Returns secrets that repeat from run to run, for a server with a fixed clock: HMAC-SHA-256 of a counter under
 * `seed`. Anybody who knows the seed knows the tokens, so never serve customers with it. `first` is where the counter
 * starts, so that a restart over the same data does not give an id twice.
 */
export function createRepeatableSecrets(seed: string, first: number): Secrets {
  let count = first
  const next = (bytes: number): string => {
    count += 1
    return createHmac("sha256", seed).update(String(count)).digest().subarray(0, bytes).toString("base64url")
  }
  return { id: (prefix) => `${prefix}_${next(16)}`, token: () => next(32) }
}

/** Returns the SHA-256 of a token, which is what is stored of it. */
export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest()
}

/** Whether a presented token is the one with this hash, compared in constant time. */
export function isToken(presented: string, hash: Buffer): boolean {
  return timingSafeEqual(hashToken(presented), hash)
}
