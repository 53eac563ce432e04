import { createSecretKey, hkdfSync, type KeyObject, randomBytes } from "node:crypto"
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, statSync, writeSync } from "node:fs"
import { join } from "node:path"

const KEY_BYTES = 32

/**
 * Returns the master key: from `base64` (the environment) when given, else from `DATA/master.key`, which is created
 * at the first start, readable by its owner alone. Throws when the key is not 32 bytes of base64, or when others may
 * read the file.
 */
export function loadMasterKey(dataDir: string, base64?: string): KeyObject {
  if (base64 !== undefined && base64 !== "") return parseKey(base64, "COLLOQUY_MASTER_KEY")
  const file = join(dataDir, "master.key")
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true })
    const handle = openSync(file, "wx", 0o600)
    writeSync(handle, `${randomBytes(KEY_BYTES).toString("base64")}\n`)
    closeSync(handle)
  }
  if ((statSync(file).mode & 0o077) !== 0) {
    throw new Error(`The key file "${file}" can be read by others than its owner: run chmod 600 on it.`)
  }
  return parseKey(readFileSync(file, "utf8"), file)
}

/** Returns a key for one purpose, derived from the master key by HKDF (RFC 5869). */
export function deriveKey(master: KeyObject, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync("sha256", master, "", `colloquy/${purpose}`, KEY_BYTES)))
}

function parseKey(text: string, source: string): KeyObject {
  const bytes = Buffer.from(text.trim(), "base64")
  if (bytes.length !== KEY_BYTES || bytes.toString("base64") !== text.trim()) {
    throw new Error(
      `The master key in ${source} is not 32 bytes in base64: create one with "openssl rand -base64 32".`,
    )
  }
  return createSecretKey(bytes)
}
