import { allMatches } from "../all-matches.ts"
import type { Period } from "./period.ts"
import { completeEnd } from "./ranges.ts"
import type { Today } from "./today.ts"

/**
 * Joins two days that verbs make the ends of a stay, in whichever order they are told: 25号住院，28号出院, 前天出的院，25号住进去的,
 * "got out on Friday, went in on Monday". Where a stretch of days is wanted they are its first and last.
 */
export function joinStays(plain: string, periods: readonly Period[], today: Today): readonly Period[] {
  const joined: Period[] = []
  for (let at = 0; at < periods.length; at += 1) {
    const first = periods[at]
    const second = periods[at + 1]
    if (first === undefined) break
    const others = [periods[at - 1], periods[at + 2]] as const
    const stay = second === undefined ? null : stayOf(plain, first, second, others, today)
    if (stay !== null) at += 1
    joined.push(stay ?? first)
  }
  return joined
}

function stayOf(
  plain: string,
  first: Period,
  second: Period,
  [before, after]: readonly [Period | undefined, Period | undefined],
  today: Today,
): Period | null {
  if (first.grain !== "day" || second.grain !== "day") return null
  const lead = afterLastBreak(plain.slice(before?.end ?? 0, first.start))
  const between = plain.slice(first.end, second.start)
  const tail = beforeFirstBreak(plain.slice(second.end, after?.start ?? plain.length))
  const mark = BREAK.exec(between)
  const ofFirst = endIn(lead)
  // Without a break the words between belong to the day that has none yet: 25号住院28号出院, 住院25号出院28号.
  const [behind, ahead] =
    mark === null
      ? ofFirst === null && HAN.test(between)
        ? [between, ""]
        : ["", between]
      : [between.slice(0, mark.index), afterLastBreak(between)]
  const one = ofFirst ?? endIn(behind)
  const other = endIn(ahead) ?? endIn(tail)
  if (one === null || other === null || one === other) return null
  const [begin, end] = one === "first" ? completeEnd(first, second) : completeEnd(second, first)
  if (begin.from === null || end.to === null || end.to < begin.from) return null
  if (today.prefer === "past" && end.to > today.day) return null
  return {
    start: first.start,
    end: second.end,
    from: begin.from,
    to: end.to,
    grain: "span",
    certain: first.certain && second.certain,
  }
}

/** Which end of a stay the words beside a day name; `null` where they name none, or both. */
function endIn(words: string): "first" | "last" | null {
  const isFirst = BEGUN.test(words)
  const isLast = ENDED.test(words)
  return isFirst === isLast ? null : isFirst ? "first" : "last"
}

const HAN = /[\u3400-\u9fff]/
const BREAK =
  /[,，、;；。!！?？\n]|\.(?=\s|$)|\s(?:and|then|but)(?=\s)|(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])/i
const BREAKS = new RegExp(BREAK.source, "gi")

const BEGUN =
  /住(?:的|了|进)?(?:医?院|进)|住进|入(?:的|了)?院|(?:进|送)(?:的|了|去)?(?:医?院)|进去|收治|开始|(?<![a-z])(?:admitted|hospitali[sz]ed|went (?:in|to (?:the )?hospital)|checked in|came in|got in|taken in|entered|started|began)(?![a-z])/i
const ENDED =
  /(?<![没未])(?:出(?:的|了)?院|出来|结束)|(?<![没未])(?:办(?:的|了)?|回(?:的|了)?)(?:出院|家)|(?<![a-z])(?:discharged|released|(?:came|got|went|was|am|been) (?:out|home)|back home|let (?:me|him|her|us) (?:out|go)|left|checked out|ended|finished)(?![a-z])/i

function afterLastBreak(words: string): string {
  const last = allMatches(words, BREAKS).at(-1)
  return last === undefined ? words : words.slice(last.index + last[0].length)
}

function beforeFirstBreak(words: string): string {
  const first = BREAK.exec(words)
  return first === null ? words : words.slice(0, first.index)
}
