import { type Recognition, type Recognizer, recognition, withoutOverlaps } from "../recognition.ts"
import type { Utterance } from "../utterance.ts"

/**
 * Where something happened, roughly: 在家摔了一跤, "slipped in the kitchen". It is read after 在 before what happened
 * there, and in English after its preposition where it ends in a word for a place. Times stand after the same words and
 * are none.
 */
export const place: Recognizer = {
  find(utterance) {
    return withoutOverlaps([...chinesePlaces(utterance), ...englishPlaces(utterance)])
  },
}

const HAPPENED =
  "不小心|不慎|突然|摔|跌|滑|绊|崴|扭|撞|被|让|受伤|受了伤|伤|烫|烧|砸|磕|碰|割|切|夹|晕|触电|溺|掉|出(?:事|的事|了|车祸)|发生|遇到|走路|下楼|上楼|骑车|骑|开车|干活|做饭|炒菜|洗澡|打球|打篮球|踢球|跑步|锻炼|玩|搬"
const CHINESE = new RegExp(`(?:在|于)([\\u4e00-\\u9fff\\dA-Za-z·]{1,20}?)(?:的时候|时)?(?=${HAPPENED})`, "g")
const NO_PLACE =
  /^(?:这|那|此|哪|什么|不在|一起|一块|一直)|(?:今|昨|前|明|后)[天日晚早]|早上|上午|中午|下午|晚上|夜里|凌晨|刚才|当时|期间|之前|之后|以前|以后|时候|[年月日号点分]$|星期|周[一二三四五六日末]/

function chinesePlaces(utterance: Utterance): readonly Recognition[] {
  return [...utterance.plain.matchAll(CHINESE)].flatMap((match) => {
    const [said, where = ""] = match
    if (NO_PLACE.test(where)) return []
    const start = match.index + said.indexOf(where)
    const end = start + where.length
    return [recognition(utterance, start, end, utterance.text.slice(start, end), true)]
  })
}

const NOUNS =
  "home|house|work|school|kindergarten|kitchen|bathroom|bedroom|stairs|staircase|street|road|avenue|park|playground|garden|yard|station|platform|bus|train|subway|office|factory|workshop|site|farm|field|supermarket|market|shop|store|mall|restaurant|hotel|hospital|gym|pool|court|pitch|shower|garage|car park|parking lot|square|beach|mountain|village|building|gate|entrance|door|elevator|lift|corner|crossing|neighbourhood|neighborhood"
const ENGLISH = new RegExp(
  `(?<![A-Za-z])(?!in hospital)(?:at|in|on|outside|near) ((?:(?:the|my|our|his|her|their|a|an) )?(?:[A-Za-z'-]+ ){0,3}?(?:${NOUNS}))(?![A-Za-z])`,
  "gi",
)

function englishPlaces(utterance: Utterance): readonly Recognition[] {
  return [...utterance.plain.matchAll(ENGLISH)].map((match) => {
    const [said, where = ""] = match
    const start = match.index + said.length - where.length
    return recognition(
      utterance,
      start,
      start + where.length,
      utterance.text.slice(start, start + where.length),
      true,
    )
  })
}
