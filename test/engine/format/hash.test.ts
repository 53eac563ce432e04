import { createHash } from "node:crypto"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { canonicalJson, hashJson, sameJson, sha256 } from "../../../engine/format/index.ts"

describe("sha256", () => {
  it.each([
    ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    [
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    ],
  ])("[F8] gives the digest of FIPS 180-4 for %j", (text, digest) => {
    expect(sha256(text)).toBe(digest)
  })

  it("[F8] agrees with the platform on every text", () => {
    const platform = (text: string) => createHash("sha256").update(text, "utf8").digest("hex")
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(sha256(text)).toBe(platform(text))
      }),
    )
    for (let length = 50; length < 140; length += 1) {
      expect(sha256("保".repeat(length))).toBe(platform("保".repeat(length)))
      expect(sha256("x".repeat(length))).toBe(platform("x".repeat(length)))
    }
    expect(sha256("\ud800")).toBe(platform("\ud800"))
  })
})

describe("canonicalJson", () => {
  it("[F8] sorts keys at every depth and leaves out what is undefined", () => {
    expect(canonicalJson({ b: [{ d: 1, c: undefined, a: null }], a: "保" })).toBe(
      '{"a":"保","b":[{"a":null,"d":1}]}',
    )
    expect(hashJson({ a: 1, b: 2 })).toBe(hashJson({ b: 2, a: 1 }))
  })

  it("[F8] is equal for equal values only, and survives JSON", () => {
    const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)))
    fc.assert(
      fc.property(json, json, (a, b) => {
        expect(JSON.parse(canonicalJson(a))).toEqual(a)
        expect(sameJson(a, JSON.parse(canonicalJson(a)))).toBe(true)
        expect(sameJson(a, b)).toBe(canonicalJson(a) === canonicalJson(b))
      }),
    )
  })
})
