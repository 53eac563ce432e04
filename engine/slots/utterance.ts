import { simplified } from "./traditional.ts"

/**
 * A text prepared for recognisers. `plain` has the same length and positions as `text`: full-width forms are
 * folded to half-width, traditional to simplified characters, all dashes, quotes and spaces to one each.
 * `lower` is `plain` in lower case.
 */
export type Utterance = { readonly text: string; readonly plain: string; readonly lower: string }

/** Characters read of a text; what follows is ignored, so that a pasted book costs no more than a page. */
const MOST_CHARACTERS = 2000

/** Returns `text`, cut to the characters that are read, with its plain and lower-case forms. */
export function toUtterance(text: string): Utterance {
  const read = text.length > MOST_CHARACTERS ? cut(text) : text
  const plain = ORDINARY.test(read) ? read : fold(read)
  return { text: read, plain, lower: lowerCase(plain) }
}

/**
 * Whether nothing but fillers stands around the span: 大概…左右吧, "it was about …", punctuation. Such a message
 * is an answer and nothing else.
 */
export function isWhole(utterance: Utterance, start: number, end: number): boolean {
  return (
    consistsOf(FILLER_BEFORE, utterance.lower.slice(0, start)) &&
    consistsOf(FILLER_AFTER, utterance.lower.slice(end))
  )
}

const ORDINARY = /^[\x20-\x7e]*$/
const MOST_FILLERS = 40
const MARK = "[\\s,.;:!?、。…~\"'()\\u3008-\\u3011]"
const FILLER_BEFORE = new RegExp(
  `${MARK}|大概|大约|约莫|大致|差不多|应该|可能|好像|也就|就是|我的|一共|总共|[就是我要想选那嗯哦呃额啊在于为共有的约]|(?:it's|it is|it was|its|about|around|roughly|approximately|maybe|um|uh|well|so|i think|just|in total|on|at|in|the|is|was|i'd say|my|please)(?![a-z])`,
  "y",
)
const FILLER_AFTER = new RegExp(
  `${MARK}|左右|上下|这样|谢谢|就行|就好|就可以|一共|总共|[吧呢啊哦了的呀哈哟嘛]|(?:in total|total|altogether|all in|please|thanks|thank you|or so|i think|i guess)(?![a-z])`,
  "y",
)

function consistsOf(filler: RegExp, text: string): boolean {
  if (text.length > MOST_FILLERS) return false
  filler.lastIndex = 0
  while (filler.lastIndex < text.length) {
    if (!filler.test(text)) return false
  }
  return true
}

function cut(text: string): string {
  const last = text.charCodeAt(MOST_CHARACTERS - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? MOST_CHARACTERS - 1 : MOST_CHARACTERS)
}

function fold(text: string): string {
  let folded = ""
  let from = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    const usual = USUAL[unit] ?? unit
    if (usual === unit) continue
    folded += text.slice(from, at) + String.fromCharCode(usual)
    from = at + 1
  }
  return from === 0 ? text : folded + text.slice(from)
}

function lowerCase(plain: string): string {
  const lower = plain.toLowerCase()
  return lower.length === plain.length ? lower : plain.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

const SAME_WIDTH: Readonly<Record<string, string>> = {
  "\t": " ",
  "\n": " ",
  "\r": " ",
  "\u00a0": " ",
  "\u200b": " ",
  "\u202f": " ",
  "\u2009": " ",
  "\u3000": " ",
  "\ufeff": " ",
  "‐": "-",
  "‑": "-",
  "‒": "-",
  "–": "-",
  "—": "-",
  "―": "-",
  "−": "-",
  "〜": "~",
  "∼": "~",
  "‘": "'",
  "’": "'",
  "“": '"',
  "”": '"',
  "￥": "¥",
  "﹪": "%",
  〇: "零",
}

/** By UTF-16 unit its usual form of the same width; every text goes through it, so it is a plain table. */
const USUAL = Uint16Array.from({ length: 0x1_0000 }, (_, unit) =>
  unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit,
)
for (const [unit, usual] of [...Object.entries(SAME_WIDTH), ...simplified])
  USUAL[unit.charCodeAt(0)] = usual.charCodeAt(0)
