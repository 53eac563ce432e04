import { createCipheriv, createDecipheriv, type KeyObject, randomFillSync } from "node:crypto"

const VERSION = 1
const IV_BYTES = 12
const TAG_BYTES = 16
const HEADER_BYTES = 1 + IV_BYTES + TAG_BYTES

const pool = Buffer.alloc(IV_BYTES * 256)
let taken = pool.length

function nextIv(): Buffer {
  if (taken === pool.length) {
    randomFillSync(pool)
    taken = 0
  }
  taken += IV_BYTES
  return pool.subarray(taken - IV_BYTES, taken)
}

/**
 * Encrypts with AES-256-GCM. `place` says what the bytes are and where they belong (`<conversation>/entry/12`); it is
 * authenticated, so that sealed bytes moved to another row do not open. Layout: version, IV, tag, ciphertext.
 */
export function seal(key: KeyObject, place: string, plain: string | Buffer): Buffer {
  const iv = nextIv()
  const cipher = createCipheriv("aes-256-gcm", key, iv)
  cipher.setAAD(Buffer.from(place))
  const text = typeof plain === "string" ? cipher.update(plain, "utf8") : cipher.update(plain)
  cipher.final()
  const sealed = Buffer.allocUnsafe(HEADER_BYTES + text.length)
  sealed[0] = VERSION
  iv.copy(sealed, 1)
  cipher.getAuthTag().copy(sealed, 1 + IV_BYTES)
  text.copy(sealed, HEADER_BYTES)
  return sealed
}

/** Returns what was sealed. Throws when the key or the place is another, or a bit of it has changed. */
export function unseal(key: KeyObject, place: string, sealed: Buffer): Buffer {
  if (sealed[0] !== VERSION || sealed.length < HEADER_BYTES) {
    throw new Error(`What is stored at "${place}" is not a sealed value of version ${VERSION}.`)
  }
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(1, 1 + IV_BYTES))
  decipher.setAAD(Buffer.from(place))
  decipher.setAuthTag(sealed.subarray(1 + IV_BYTES, HEADER_BYTES))
  const text = decipher.update(sealed.subarray(HEADER_BYTES))
  try {
    decipher.final()
  } catch {
    throw new Error(
      `What is stored at "${place}" does not open: it was changed, moved, or sealed under another key.`,
    )
  }
  return text
}
