import { allMatches } from "../all-matches.ts"
import { type Recognition, recognition, withoutOverlaps } from "../recognition.ts"
import type { Utterance } from "../utterance.ts"

/**
 * Returns the hospitals that a text names: 在县中医院, 住的是市一院, "at St Mary's hospital". A name is what stands between a word
 * such as 在 or "at" and the word for a hospital; a hospital without a name is none.
 */
export function findHospitals(utterance: Utterance): readonly Recognition[] {
  const found = [CHINESE, ENGLISH].flatMap((pattern) => allMatches(utterance.plain, pattern))
  return withoutOverlaps(
    found.flatMap((match) => {
      const name = (match.groups?.name ?? "").replace(SAYING, "")
      if (name === "" || NO_NAME.test(name)) return []
      const start = match.index + match[0].lastIndexOf(name)
      const end = start + name.length
      return [recognition(utterance, start, end, utterance.text.slice(start, end), true)]
    }),
  )
}

const CHINESE =
  /(?:住(?:的|在|进|到)?了?(?:的)?(?:医院)?是|住(?:的|在|进|到)了?|送(?:到|去|进|的)?了?|去(?:的|了)?|转(?:到|去|进)|看(?:的|病)?是|在|到|是|^|[\s,，。;；!！])(?<name>(?:[\u4e00-\u9fff]{1,12}?(?:医院|卫生院|保健院|诊所)|(?:[\u4e00-\u9fff]{0,4}?[市省县区州医大附][一二三四五六七八九十]院)))/g
const ENGLISH =
  /(?<![A-Za-z])(?:at|to|in|from) (?<name>(?:the )?(?:(?!(?:the|a|an|my|our|his|her|and|in|at|to|from|was|were|went|hospital|local|same|any|this|that)(?![A-Za-z]))[A-Za-z][A-Za-z.'’]* ){1,4}(?:hospital|clinic|infirmary|medical cent(?:er|re)))(?![A-Za-z])/gi
/** 我在省二院: who went where stands before the name. */
const SAYING = /^.*(?:在|去了?|到|住了?|送|是)(?=.{2})/
const NO_NAME =
  /^(?:(?:医|卫生|保健)院|诊所)$|的(?:医|卫生|保健)院$|^(?:这|那|哪|什么|同一|一)[个家]?(?:医院)?|(?:我|你|他|她|哪家|哪个|什么|附近|就近|当地|定点|指定|公立|私立|三甲|大|小|别的|其他|上|进|出|住|入|看|去|到|在|换)(?:医|卫生)院$|住院|入院|出院|[了过吗呢吧]/
