import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto"

/** Gives the ids and tokens of new conversations. */
export type Secrets = {
  /** `c_` and 128 bits, of which at least 80 are random. */
  conversationId(): string
  /** A bearer token of 256 bits. */
  token(): string
}

const MOMENT_BYTES = 6

/**
 * Returns secrets from the system's random source. An id begins with the millisecond it was given at: conversations held
 * at the same time then stand together in every index, and a commit writes few pages for all of them.
 */
export function createSecrets(): Secrets {
  return {
    conversationId: () => {
      const bytes = randomBytes(16)
      bytes.writeUIntBE(Date.now(), 0, MOMENT_BYTES)
      return `c_${bytes.toString("base64url")}`
    },
    token: () => randomBytes(32).toString("base64url"),
  }
}

/**
 * Returns secrets that repeat from run to run, for a server with a fixed clock: HMAC-SHA-256 of a count under `seed`.
 * Anybody who knows the seed knows the tokens, so never serve customers with it. `opened` conversations exist already,
 * so that a restart over the same data gives no id twice.
 */
export function createRepeatableSecrets(seed: string, opened: number): Secrets {
  const counter = (what: string, bytes: number) => {
    let count = opened
    return () => {
      count += 1
      const digest = createHmac("sha256", seed).update(`${what}/${count}`).digest()
      return digest.subarray(0, bytes).toString("base64url")
    }
  }
  const id = counter("conversation", 16)
  return { conversationId: () => `c_${id()}`, token: counter("token", 32) }
}

/** Returns the SHA-256 of a token, which is what is stored of it. */
export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest()
}

/** Whether a presented token is the one with this hash, compared in constant time. */
export function isToken(presented: string, hash: Buffer): boolean {
  return timingSafeEqual(hashToken(presented), hash)
}
