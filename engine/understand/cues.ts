import { phraseFinder, textTest } from "./phrase-book.ts"

/** Returns whether a clause asks something. */
export const isQuestion = textTest((words) => words.question)
/** Returns whether a clause wants something done. */
export const isWish = textTest((words) => words.wish)
/** Returns whether a clause asks for something to be done, as a question only for politeness: 能不能帮我退掉. */
export const isRequest = textTest((words) => words.request)
/** Returns whether a clause says that something is not wanted: 我不是要退保. */
export const isNotWished = textTest((words) => words.notWished)
/** Returns whether a clause is about the customer's own affairs, not about things in general. */
export const isPersonal = textTest((words) => words.personal)
/** Returns whether a clause asks how to do, or whether one may do, a thing. */
export const isHowTo = textTest((words) => words.howTo)
/** Returns whether a fact is wanted (how much, how long, which, why), even where it is asked for as a favour. */
export const asksForFact = textTest((words) => words.fact)

/** Returns whether a clause asks what a thing is, which chooses nothing. */
export const asksMeaning = textTest((words) => words.meaning)

/** Returns whether a clause has the form of a question only for politeness: could you phone me this afternoon. */
export const isPoliteWish = (clause: string) => isRequest(clause) && !asksForFact(clause)
/** Returns whether a clause asks something, not only for something to be done. */
export const asks = (clause: string) => isQuestion(clause) && !isPoliteWish(clause)

/** Returns the words of a text that are clearly no business of an insurer's service. */
export function otherBusiness(text: string): readonly string[] {
  return findOtherBusiness(text).map(({ start, end }) => text.slice(start, end))
}

const findOtherBusiness = phraseFinder((words) => words.otherBusiness)
