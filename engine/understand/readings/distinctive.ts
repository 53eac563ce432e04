import { recognize } from "../../slots/recognize.ts"
import { clauseTest, phrasePatterns } from "../phrase-book.ts"
import { isControl } from "./control.ts"
import { callsPerson } from "./urgent.ts"

/**
 * Returns whether the name of an option says by itself that this option is meant, also where its choice is not being
 * asked. Words of agreement, refusal, thanks, going on or stopping, and those that call a person, say so of many.
 */
export function isDistinctive(name: string): boolean {
  if (isGeneric.some((test) => test(name)) || isControl(name) || callsPerson(name)) return false
  return isJudgement(name) || recognize("boolean", name, { now: "", locale: "" }) === null
}

const JUDGEMENT = phrasePatterns((words) => words.judgement, "^")
const isJudgement = (name: string) => JUDGEMENT.some((pattern) => name.search(pattern) >= 0)

const isGeneric = [
  clauseTest((words) => words.whole.acknowledgement),
  clauseTest((words) => words.whole.goOn),
  clauseTest((words) => words.whole.thanks),
  clauseTest((words) => words.whole.greeting),
  clauseTest((words) => words.whole.refusal),
  clauseTest((words) => words.whole.noneOfThem),
  clauseTest((words) => words.whole.doNotKnow),
]
