import { type Recognition, type Recognizer, recognition, withoutOverlaps } from "../recognition.ts"
import type { Utterance } from "../utterance.ts"

/**
 * A postal address, as said: 浙江省杭州市西湖区文三路138号3栋502室, "221B Baker Street, London". Certain with a place and a
 * street or house in it; a place with only a district, or a street alone, is uncertain; a city alone is none.
 */
export const address: Recognizer = {
  find(utterance) {
    return withoutOverlaps([...chineseAddresses(utterance), ...englishAddresses(utterance)])
  },
}

const HINT = /[省市区县旗镇乡村路街道巷弄号栋幢座楼室苑园庄寨屯]/
/** Runs of what may stand in an address; punctuation and other words end it. */
const RUN =
  /[\u4e00-\u9fff\dA-Za-z\-#·()]+(?:[ ,]{1,2}(?=[\u4e00-\u9fff\d#])[\u4e00-\u9fff\dA-Za-z\-#·()]+)*/g
const LEAD =
  /^.*?(?:地址(?:是|为|在|:|改成|改为|变更为|换成)?|住址(?:是|为|:)?|我?家?住在?|住的是|家在|位于|寄(?:到|去|往|给)|送到|搬(?:到|去)了?|现居|居住在|户籍(?:是|在|地)?|籍贯(?:是)?|改成|改为|改到|发生在|出事在|就在|人在|在)(?=[\u4e00-\u9fff])/
const PROVINCES =
  "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门"
const PLACE = new RegExp(
  `(?:(?:${PROVINCES})(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)?)?(?:[\\u4e00-\\u9fff]{2,8}?(?:自治州|地区|盟|市|州(?=[\\u4e00-\\u9fff]{2,5}[县市])))?(?:[\\u4e00-\\u9fff]{1,8}?(?:自治县|区(?!域|别|间)|县|旗|市))?`,
  "y",
)
const DETAIL = new RegExp(
  [
    "[\\u4e00-\\u9fff\\d]{1,10}?(?:街道|镇|乡|开发区|新区|高新区|工业园区?|产业园|园区)",
    "[\\u4e00-\\u9fff\\d]{1,12}?(?:大道|大街|胡同|路|街|巷|里弄|弄|道(?!路|理)|环线)(?:[东南西北中])?(?:[一二三四五六七八九十\\d]{1,3}段)?",
    "[\\u4e00-\\u9fff\\dA-Za-z]{1,14}?(?:小区|花园|花苑|家园|公寓|大厦|广场|中心|新村|社区|村|苑|城|府|园|庄|院|湾|里|屯|组|队)",
    "(?:[\\d一二三四五六七八九十百零]{1,6}|[A-Za-z])(?:-\\d{1,5}){0,3}(?:号院|号楼|号|栋|幢|座|楼|单元|层|室|房|户|门|弄|组|" +
      "期)(?:之[一二三四五\\d])?",
    "#?\\d{1,5}(?:-\\d{1,5}){1,3}",
    "[东南西北](?:门|区|楼)",
  ].join("|"),
  "y",
)

function chineseAddresses(utterance: Utterance): readonly Recognition[] {
  const { plain } = utterance
  if (!HINT.test(plain)) return []
  return [...plain.matchAll(RUN)].flatMap((match) => {
    const lead = LEAD.exec(match[0].slice(0, 60))?.[0].length ?? 0
    const found =
      readFrom(plain, match.index + lead, match.index + match[0].length) ??
      readFromPlace(plain, match.index, match.index + match[0].length)
    return found === null
      ? []
      : [
          recognition(
            utterance,
            found.start,
            found.end,
            utterance.text.slice(found.start, found.end),
            found.certain,
          ),
        ]
  })
}

type Found = { readonly start: number; readonly end: number; readonly certain: boolean }

/** Without words that lead in: from the first province or the first …市…区. */
function readFromPlace(plain: string, from: number, to: number): Found | null {
  const match = new RegExp(`(?:${PROVINCES})|[\\u4e00-\\u9fff]{2,3}市`).exec(plain.slice(from, to))
  return match === null ? null : readFrom(plain, from + match.index, to)
}

function readFrom(plain: string, start: number, to: number): Found | null {
  PLACE.lastIndex = start
  const place = PLACE.exec(plain)?.[0] ?? ""
  let end = start + place.length
  let details = 0
  let hasHouse = false
  for (let rounds = 0; rounds < 14 && end < to; rounds += 1) {
    const gap = /^[ ,]{0,2}/.exec(plain.slice(end, end + 2))?.[0].length ?? 0
    DETAIL.lastIndex = end + gap
    const detail = DETAIL.exec(plain)?.[0]
    if (detail === undefined || NO_DETAIL.test(detail)) break
    details += 1
    hasHouse ||= /[号栋幢座室弄]|\d-\d/.test(detail)
    end += gap + detail.length
  }
  const levels =
    (place.match(/[省市区县旗州盟]/g) ?? []).length +
    (new RegExp(`^(?:${PROVINCES})(?![省市])`).test(place) ? 1 : 0)
  if (details === 0) return levels >= 2 && place.length >= 5 ? { start, end, certain: false } : null
  if (levels === 0 && (details < 2 || !hasHouse)) return null
  return { start, end, certain: levels > 0 && (hasHouse || details >= 2) }
}
const NO_DETAIL =
  /知道|报道|味道|一号|^(?:我|你|您|他|她|这|那)|的|了|月|年|保单|手机|电话|身份证|卡号|编号|账号|尾号/

const STREET =
  "Street|St|Road|Rd|Avenue|Ave|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Place|Pl|Square|Sq|" +
  "Terrace|Way|Highway|Hwy|Parkway|Close|Crescent|Row"
const ENGLISH = new RegExp(
  `(?<![\\dA-Za-z])(?:(?:Flat|Apt|Apartment|Unit|Room|Rm|Suite|No)\\.? ?#?\\d{1,5}[A-Za-z]?,? )?(?:No\\.? ?)?\\d{1,5}[A-Za-z]? (?:[NSEW]\\.? |North |South |East |West )?(?:[A-Za-z0-9'-]{1,20} ){1,4}(?:${STREET})(?![A-Za-z])\\.?(?:,? (?:Apt|Apartment|Flat|Unit|Room|Suite|#)\\.? ?\\d{1,5}[A-Za-z]?)?(?:, ?[A-Z][A-Za-z .'-]{1,30}){0,3}(?:,? [A-Z]{2})?(?:,? ?\\d{5,6}(?:-\\d{4})?)?`,
  "gi",
)

function englishAddresses(utterance: Utterance): readonly Recognition[] {
  const { plain } = utterance
  if (!/\d[A-Za-z]? [A-Za-z]/.test(plain)) return []
  return [...plain.matchAll(ENGLISH)].map((match) => {
    const said = match[0].trimEnd().replace(/[,.]$/, "")
    const value = utterance.text.slice(match.index, match.index + said.length)
    return recognition(utterance, match.index, match.index + said.length, value, true)
  })
}
