import { plainEnd, plainValue, quotedScalar, unfamiliar } from "./scan-scalar.ts"
import { collection, type Entry, type TreeNode } from "./tree.ts"

/** A value, and where it starts and ends in the text. */
export type Read = { readonly node: TreeNode; readonly start: number; readonly end: number }

const keyForm = /[A-Za-z_$\u00a1-\ufffd][^\s:#,[\]{}"'&*!|>%@`]*(?=:(?:[ \n]|$))/y
const wordsOfYaml = /^(?:true|false|null)$/i

/** Returns what reads the parts of a text that stand on one line. Each throws `unfamiliar` for what it does not know. */
export function createInlineReader(text: string) {
  const keyAt = (at: number): string => {
    const unit = text.charCodeAt(at)
    if (unit === 34 || unit === 39) return quotedScalar(text, at, endOfLineAt(at)).value
    keyForm.lastIndex = at
    const name = keyForm.exec(text)?.[0]
    if (name === undefined || wordsOfYaml.test(name)) throw unfamiliar
    return name
  }
  const endOfLineAt = (at: number): number => {
    const end = text.indexOf("\n", at)
    return end === -1 ? text.length : end
  }

  const isKeyAt = (at: number, end: number): boolean => {
    const unit = text.charCodeAt(at)
    if (unit === 34 || unit === 39) {
      const quoted = quotedScalar(text, at, end)
      return text.charCodeAt(quoted.end) === 58
    }
    keyForm.lastIndex = at
    return keyForm.test(text)
  }
  const inline = (at: number, end: number, base: number): Read => {
    const unit = text.charCodeAt(at)
    if (unit === 91 || unit === 123) return flow(at, end, base)
    if (unit === 34 || unit === 39) {
      const quoted = quotedScalar(text, at, end)
      return {
        node: { kind: "scalar", style: quoted.style, value: quoted.value },
        start: at,
        end: quoted.end,
      }
    }
    const stop = plainEnd(text, at, end, false)
    return {
      node: { kind: "scalar", style: "plain", value: plainValue(text.slice(at, stop)) },
      start: at,
      end: stop,
    }
  }

  const flow = (at: number, end: number, base: number): Read => {
    const isMap = text.charCodeAt(at) === 123
    const close = isMap ? 125 : 93
    const found: Entry[] = []
    const keys = new Set<string>()
    let position = at + 1
    const skip = () => {
      while (position < end && text.charCodeAt(position) === 32) position += 1
      if (position >= end) throw unfamiliar
    }
    skip()
    while (text.charCodeAt(position) !== close) {
      const start = position
      let name = ""
      let keyEnd = start
      if (isMap) {
        name = keyAt(start)
        if (keys.has(name)) throw unfamiliar
        keys.add(name)
        const unit = text.charCodeAt(start)
        keyEnd = unit === 34 || unit === 39 ? quotedScalar(text, start, end).end : start + name.length
        if (text.charCodeAt(keyEnd) !== 58 || text.charCodeAt(keyEnd + 1) !== 32) throw unfamiliar
        position = keyEnd + 1
        skip()
      }
      const read = flowValue(position, end, start)
      position = read.end
      found.push({
        key: name,
        at: start - base,
        keyEnd: keyEnd - start,
        start: read.start - start,
        end: read.end - start,
        span: read.end - start,
        node: read.node,
      })
      skip()
      if (text.charCodeAt(position) === 44) {
        position += 1
        skip()
      } else if (text.charCodeAt(position) !== close) throw unfamiliar
    }
    return { node: collection(isMap ? "map" : "list", "flow", found), start: at, end: position + 1 }
  }

  const flowValue = (at: number, end: number, base: number): Read => {
    const unit = text.charCodeAt(at)
    if (unit === 91 || unit === 123) return flow(at, end, base)
    if (unit === 34 || unit === 39) {
      const quoted = quotedScalar(text, at, end)
      if (text.charCodeAt(quoted.end) === 58) throw unfamiliar
      return {
        node: { kind: "scalar", style: quoted.style, value: quoted.value },
        start: at,
        end: quoted.end,
      }
    }
    const stop = plainEnd(text, at, end, true)
    return {
      node: { kind: "scalar", style: "plain", value: plainValue(text.slice(at, stop)) },
      start: at,
      end: stop,
    }
  }

  return { keyAt, isKeyAt, inline }
}
