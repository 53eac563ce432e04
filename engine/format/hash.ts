import type { Json } from "../types.ts"
import { canonicalJson } from "./json.ts"

/** Returns the SHA-256 of a JSON value's canonical form, 64 lower-case hexadecimal digits. */
export function hashJson(value: Json): string {
  return sha256(canonicalJson(value))
}

/**
 * Returns the SHA-256 (FIPS 180-4) of a text in UTF-8, 64 lower-case hexadecimal digits. Synchronous and without any
 * platform API, so that engine, browser and server hash alike; about a microsecond for each 64 bytes.
 */
export function sha256(text: string): string {
  const length = putPaddedUtf8(text)
  state.set(INITIAL)
  for (let block = 0; block < length; block += 64) compress(block)
  let hex = ""
  for (const word of state)
    hex += `${byteHex(word >>> 24)}${byteHex(word >>> 16)}${byteHex(word >>> 8)}${byteHex(word)}`
  return hex
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"))

function byteHex(word: number): string {
  return HEX[word & 0xff] ?? ""
}

/** The first 32 bits of the fractional parts of the square roots of the first eight primes. */
const INITIAL = Int32Array.from([
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
])

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const ROUND = Int32Array.from([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
  0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
  0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
  0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
  0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
  0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
  0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
  0xc67178f2,
])

/** Of the text that is being hashed: its bytes, the hash so far, and the message schedule of a block. */
let room = new DataView(new ArrayBuffer(4096))
const state = new Int32Array(8)
const schedule = new Int32Array(64)

function compress(block: number): void {
  for (let index = 0; index < 16; index += 1) schedule[index] = room.getInt32(block + index * 4)
  for (let index = 16; index < 64; index += 1) {
    const w15 = schedule[index - 15] ?? 0
    const w2 = schedule[index - 2] ?? 0
    const s0 = rotate(w15, 7) ^ rotate(w15, 18) ^ (w15 >>> 3)
    const s1 = rotate(w2, 17) ^ rotate(w2, 19) ^ (w2 >>> 10)
    schedule[index] = ((schedule[index - 16] ?? 0) + s0 + (schedule[index - 7] ?? 0) + s1) | 0
  }
  let a = state[0] ?? 0
  let b = state[1] ?? 0
  let c = state[2] ?? 0
  let d = state[3] ?? 0
  let e = state[4] ?? 0
  let f = state[5] ?? 0
  let g = state[6] ?? 0
  let h = state[7] ?? 0
  for (let index = 0; index < 64; index += 1) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (ROUND[index] ?? 0) + (schedule[index] ?? 0)) | 0
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  state[0] = (state[0] ?? 0) + a
  state[1] = (state[1] ?? 0) + b
  state[2] = (state[2] ?? 0) + c
  state[3] = (state[3] ?? 0) + d
  state[4] = (state[4] ?? 0) + e
  state[5] = (state[5] ?? 0) + f
  state[6] = (state[6] ?? 0) + g
  state[7] = (state[7] ?? 0) + h
}

function rotate(value: number, bits: number): number {
  return (value >>> bits) | (value << (32 - bits))
}

/**
 * Puts the text in UTF-8 into the room, padded to whole blocks with its length in bits; a lone surrogate becomes
 * U+FFFD. Returns the length of all blocks.
 */
function putPaddedUtf8(text: string): number {
  const most = (Math.floor((text.length * 3 + 8) / 64) + 1) * 64
  if (room.byteLength < most) room = new DataView(new ArrayBuffer(most * 2))
  const put = (byte: number): void => {
    room.setUint8(length, byte)
    length += 1
  }
  let length = 0
  for (let index = 0; index < text.length; index += 1) {
    let code = text.charCodeAt(index)
    if (code >= 0xd800 && code <= 0xdfff) {
      const next = text.charCodeAt(index + 1)
      const isPair = code <= 0xdbff && next >= 0xdc00 && next <= 0xdfff
      code = isPair ? 0x10000 + ((code - 0xd800) << 10) + (next - 0xdc00) : 0xfffd
      if (isPair) index += 1
    }
    if (code < 0x80) {
      put(code)
    } else if (code < 0x800) {
      put(0xc0 | (code >> 6))
      put(0x80 | (code & 0x3f))
    } else if (code < 0x10000) {
      put(0xe0 | (code >> 12))
      put(0x80 | ((code >> 6) & 0x3f))
      put(0x80 | (code & 0x3f))
    } else {
      put(0xf0 | (code >> 18))
      put(0x80 | ((code >> 12) & 0x3f))
      put(0x80 | ((code >> 6) & 0x3f))
      put(0x80 | (code & 0x3f))
    }
  }
  const end = (Math.floor((length + 8) / 64) + 1) * 64
  const bits = length * 8
  put(0x80)
  while (length < end - 8) put(0)
  room.setUint32(end - 8, Math.floor(bits / 0x1_0000_0000))
  room.setUint32(end - 4, bits >>> 0)
  return end
}
