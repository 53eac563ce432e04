import { type Recognition, type Recognizer, recognition, withoutOverlaps } from "../recognition.ts"
import type { Utterance } from "../utterance.ts"
import { isCommonSurname, surnameLength } from "./surnames.ts"

/**
 * A person's full name, as said: 我叫张伟, 姓名是欧阳娜娜, 阿凡提·买买提, "my name is John Smith". A bare Chinese name of a
 * common surname is certain when it is the whole text; a surname with a title (王先生) is no full name.
 */
export const personName: Recognizer = {
  find(utterance) {
    const introduced = [
      ...chineseIntroduced(utterance),
      ...chineseSpelled(utterance),
      ...chineseRelated(utterance),
      ...englishIntroduced(utterance),
    ]
    const found =
      introduced.length > 0
        ? introduced
        : [
            ...chineseWhole(utterance),
            ...chineseLeading(utterance),
            ...englishWhole(utterance),
            ...englishLeading(utterance),
          ]
    return withoutOverlaps(found)
  },
}

const INTRODUCTION =
  /(?:(?:我|他|她|对方)?的?(?:名字|姓名|全名|大名)(?:是叫|叫做|叫|是|为|:)?|(?:本人|名)叫|叫做|我叫|他叫|她叫|(?<=(?:孩子|儿子|女儿|小孩|爸爸|妈妈|爸|妈|父亲|母亲|老公|老婆|丈夫|妻子|先生|太太|爱人|哥哥|弟弟|姐姐|妹妹|奶奶|爷爷))叫|(?:投保人|被保险?人|受益人|联系人|收款人|开户人|户名|持卡人|报案人|申请人|出险人|伤者|患者|死者)(?:姓名)?(?:是|叫|为|:)|我是|我本人是|这里是|这是)[\s:,"']*/g
/** What can follow a name directly in a sentence. */
const FOLLOWS =
  /^(?:$|[^\u4e00-\u9fff·]|的|是|想|要|我|你|您|他|她|电话|手机|身份|保单|今年|今天|昨天|现在|已|在|有|和|跟|与|来|了|呢|啊|吧|这|那|需要|办|申请|报案|咨询|男|女|住|生于|出生|联系|号码|请|麻烦|谢谢|以及|受|被|因|就|也|不|没|,)/
const TITLE =
  /^(?:先生|女士|小姐|太太|老师|医生|大夫|经理|总|阿姨|叔叔|师傅|同学|主任|某|家|姓|氏|方|律师|警官)/
const HAN = /[\u4e00-\u9fff]/
/** Second characters that make a word, not a name, of a surname. */
const NO_NAME =
  /^(?:高[兴血速铁中低级度薪价额危龄烧温考原手]|方[便面法式向案]|马[上虎路]|安[全排心装慰]|常[见常规用]|任[何务意]|全[部都额家体身款]|都[要是没不有行可]|成[功为年人本]|和[平]|平[安时均]|温度|黄[金色]|白[天色血]|金[额钱融]|钱[款包]|时[间候]|周[一二三四五六日天末围岁期年]|于是|应[该当]|关[于系闭节]|向[前后]|单[独位身]|易[错]|水[费灾]|花[钱费]|元旦|何[时处必]|文[件字化]|项[目]|石[头]|古代|车[险祸辆主子]|米饭|毛病|费用|计[划]|明[天年白日确细]|江[苏西]|贾[假]|连[续带接]|宁[夏波愿]|贵|云南|吉林|夏[天季]|秦皇|温州|徐州|杭州|郑州|兰州|柳州|常州|沈阳|贺州|申[请报诉]|管[理他用]|路[上费]|游[泳]|包[括含]|纪[念]|程[序度]|段时|余[额下]|史[上]|尚[未]|武[汉]|盛[大]|强[制险烈]|利[息率益]|查[询看一下]|满[期意]|封|边|危[险重]|门[诊]|步行|那[个就么好]|农村|居[住民]|皮[肤]|初[一二三]|左[右边手脚]|齐[全]|严重|康[复]|施工|莫名|葛|单子|党员|卫生|景区|童年|简[单]|车上|麦|华为|蓝色|房[子产贷]|屈|艾滋|司机|甘肃|海|于[我]|龙[卷]|雷[击雨]|谢谢|许多|何况|曾经|易|苏州|夏|林|白血|钟头|冷静|古|江西|田里)/

function chineseIntroduced(utterance: Utterance): readonly Recognition[] {
  const { plain } = utterance
  if (!/[叫名是为:]/.test(plain)) return []
  return [...plain.matchAll(INTRODUCTION)].flatMap((match) => {
    const start = match.index + match[0].length
    const isWeak = /^(?:我是|我本人是|这里是|这是)/.test(match[0])
    const name = nameAt(plain, start, isWeak)
    return name === null
      ? []
      : [recognition(utterance, start, name.end, utterance.text.slice(start, name.end), name.certain)]
  })
}

/** 姓王名小明, 我姓张，单名一个伟字: a name in its parts. */
function chineseSpelled(utterance: Utterance): readonly Recognition[] {
  return [
    ...utterance.plain.matchAll(
      /姓(?<surname>[\u4e00-\u9fff]{1,2}?)[,、\s]{0,2}(?:单名一个|单名|名叫|名字叫|名)(?<given>[\u4e00-\u9fff]{1,2}?)(?:字|(?=[,.;!?、。\s]|$))/g,
    ),
  ].flatMap((match) => {
    const { surname = "", given = "" } = match.groups ?? {}
    if (surnameLength(surname, 0) !== surname.length) return []
    return [recognition(utterance, match.index, match.index + match[0].length, surname + given, true)]
  })
}

const RELATED =
  /(?:被保险人|被保人|投保人|受益人|联系人|报案人|出险人|伤者|患者|客户|我?(?:老婆|老公|爱人|妻子|丈夫|儿子|女儿|孩子|小孩|爸爸|妈妈|父亲|母亲|爷爷|奶奶|哥哥|弟弟|姐姐|妹妹|同事|朋友))[\s:,]?/g

/** 被保险人王小明, 我老婆刘芳: who it is and the name, without a verb between them. */
function chineseRelated(utterance: Utterance): readonly Recognition[] {
  const { plain } = utterance
  return [...plain.matchAll(RELATED)].flatMap((match) => {
    const start = match.index + match[0].length
    const name = nameAt(plain, start, true)
    return name === null
      ? []
      : [recognition(utterance, start, name.end, utterance.text.slice(start, name.end), false)]
  })
}

/** The name at `start`; a weak introduction (我是) asks for a common surname and a clear end. */
function nameAt(
  plain: string,
  start: number,
  isWeak: boolean,
): { readonly end: number; readonly certain: boolean } | null {
  const dotted = DOTTED.exec(plain.slice(start, start + 24))
  if (dotted !== null) return { end: start + dotted[0].length, certain: true }
  const surname = surnameLength(plain, start)
  if (
    surname === 0 ||
    TITLE.test(plain.slice(start + surname)) ||
    NO_NAME.test(plain.slice(start, start + 3))
  )
    return null
  if (isWeak && !isCommonSurname(plain.slice(start, start + surname))) return null
  for (const given of [2, 1]) {
    const end = start + surname + given
    if (!isHan(plain, start, end) || !FOLLOWS.test(plain.slice(end, end + 4))) continue
    if (given === 2 && FOLLOWS.test(plain.slice(end - 1, end + 3)) && isFunctionWord(plain.charAt(end - 1)))
      continue
    return { end, certain: !isWeak || !HAN.test(plain.charAt(end)) }
  }
  const end = start + surname + 2
  return !isWeak && isHan(plain, start, end) ? { end, certain: false } : null
}
const DOTTED = /^[\u4e00-\u9fff]{1,10}(?:[·•・][\u4e00-\u9fff]{1,10}){1,3}/

function isFunctionWord(character: string): boolean {
  return /[的是想要我你您他她在有和跟与了呢啊吧这那就也不没请被因]/.test(character)
}

function isHan(plain: string, start: number, end: number): boolean {
  return end <= plain.length && /^[\u4e00-\u9fff]+$/.test(plain.slice(start, end))
}

/** A message that is nothing but a name: 张伟, 欧阳娜娜, 张伟和李娜 are told apart by the marks between them. */
function chineseWhole(utterance: Utterance): readonly Recognition[] {
  const match =
    /^[\s,.!?。、]*([\u4e00-\u9fff·•・]{2,12}?|[\u4e00-\u9fff] [\u4e00-\u9fff]{1,2})(?:啊|呀|吧|哈|谢谢)?[\s,.!?。、]*$/.exec(
      utterance.plain,
    )
  const name = match?.[1]
  if (match === null || name === undefined) return []
  const start = utterance.plain.indexOf(name)
  const end = start + name.length
  if (name.includes(" ")) return surnameLength(name, 0) === 1 ? [spaced(utterance, start, end)] : []
  const isDotted = DOTTED.exec(name)?.[0] === name
  if (isDotted) return [recognition(utterance, start, end, utterance.text.slice(start, end), true)]
  const surname = surnameLength(name, 0)
  const given = name.length - surname
  if (surname === 0 || given < 1 || given > 2 || TITLE.test(name.slice(surname)) || NO_NAME.test(name))
    return []
  if (
    [...name.slice(surname)].some((character) =>
      /[的是想要我你您他她在有了呢啊吧这那就也不没请被因吗什么怎哪个]/.test(character),
    )
  )
    return []
  return [
    recognition(
      utterance,
      start,
      end,
      utterance.text.slice(start, end),
      isCommonSurname(name.slice(0, surname)),
    ),
  ]
}

/** 张 伟: with the space that some put between the two parts. */
function spaced(utterance: Utterance, start: number, end: number): Recognition {
  return recognition(utterance, start, end, utterance.text.slice(start, end).replace(" ", ""), false)
}

/** 陈小明 13812345678: a name before the numbers that go with it. */
function chineseLeading(utterance: Utterance): readonly Recognition[] {
  const { plain } = utterance
  const match =
    /^\s*([\u4e00-\u9fff]{2,4}?)(?=[\s,:、]*(?:的?(?:电话|手机|身份证|联系)[^\d]{0,6})?[\s,:、]*\+?\d[\d\s-]{6})/.exec(
      plain,
    )
  const start = match === null ? 0 : match[0].length - (match[1] ?? "").length
  const name = match === null ? null : nameAt(plain, start, true)
  return name === null
    ? []
    : [recognition(utterance, start, name.end, utterance.text.slice(start, name.end), false)]
}

const WORD = "[A-Za-z][A-Za-z'-]{0,24}\\.?"
const ENGLISH_INTRODUCTION = new RegExp(
  `(?<![A-Za-z])(?:(?:my|his|her|the|full|legal|insured's|beneficiary's)?\\s?(?:full |legal |first and last )?name(?:'s| is|:| was)|(?:i am|i'm|this is|it's) called|they call me|call me|the (?:insured|policyholder|beneficiary|patient) is)\\s+(${WORD}(?: ${WORD}){0,3})`,
  "gi",
)
const ENGLISH_WEAK =
  /(?<![A-Za-z])(?:[Ii] am|[Ii]'m|[Tt]his is|[Nn]ame:|[Ii]t's)\s+([A-Z][a-z'-]+(?: [A-Z][A-Za-z'.-]*){1,3})(?![A-Za-z])/g
const STOP =
  /^(?:and|i|im|i'm|my|but|from|calling|here|with|the|policy|phone|number|is|was|on|at|for|please|thanks|thank|not|born|living|a|an|to|so|who|in)$/i

function englishIntroduced(utterance: Utterance): readonly Recognition[] {
  const { plain } = utterance
  if (!/[A-Za-z]{2}/.test(plain)) return []
  const strong = [...plain.matchAll(ENGLISH_INTRODUCTION)].flatMap((match) => {
    const words = (match[1] ?? "").split(" ")
    const stop = words.findIndex((word) => STOP.test(word))
    const kept = (stop < 0 ? words : words.slice(0, stop)).join(" ").replace(/\.$/, "")
    const start = match.index + match[0].length - (match[1] ?? "").length
    return kept === "" ? [] : [recognition(utterance, start, start + kept.length, kept, kept.includes(" "))]
  })
  const weak = [...plain.matchAll(ENGLISH_WEAK)].map((match) => {
    const name = match[1] ?? ""
    const start = match.index + match[0].length - name.length
    return recognition(utterance, start, start + name.length, name, false)
  })
  return [...strong, ...weak]
}

/** Two to four capitalised words and nothing else. */
function englishWhole(utterance: Utterance): readonly Recognition[] {
  const match =
    /^[\s"']*((?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?[A-Z][A-Za-z'-]{1,24}(?: [A-Z][A-Za-z'.-]{0,24}){1,3})[\s."',!]*$/.exec(
      utterance.plain,
    )
  const name = match?.[1]?.replace(/\.$/, "")
  if (name === undefined) return pinyinWhole(utterance)
  if (NO_ENGLISH_NAME.test(name)) return []
  const start = utterance.plain.indexOf(name)
  return [recognition(utterance, start, start + name.length, name, true)]
}

/** Harold Smith, sorry to trouble you: a name before what else is said. */
function englishLeading(utterance: Utterance): readonly Recognition[] {
  const match = /^[\s"']*([A-Z][a-z'-]{1,24}(?: [A-Z][a-z'.-]{0,24}){1,3})\s?[,;.!]\s/.exec(utterance.plain)
  const name = match?.[1]
  if (name === undefined || NO_ENGLISH_NAME.test(name)) return []
  const start = utterance.plain.indexOf(name)
  return [recognition(utterance, start, start + name.length, name, true)]
}

/** zhang wei, typed without capitals. */
function pinyinWhole(utterance: Utterance): readonly Recognition[] {
  const match = /^\s*(([a-z]{2,7}) [a-z]{2,12}(?: [a-z]{2,7})?)[\s.!]*$/.exec(utterance.plain)
  if (match?.[1] === undefined || !PINYIN_SURNAMES.has(match[2] ?? "")) return []
  const start = utterance.plain.indexOf(match[1])
  return [recognition(utterance, start, start + match[1].length, match[1], false)]
}
const PINYIN_SURNAMES: ReadonlySet<string> = new Set(
  "wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin guo luo liang song zheng xie tang deng feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye wei su lv lu ding shen cui zhong tan fan liao shi jia xia fu fang zou xiong meng qin qiu hou lei duan".split(
    " ",
  ),
)
const NO_ENGLISH_NAME =
  /\b(?:Yes|No|Ok|Okay|Thank|Thanks|Please|Hello|Hi|Good|Not|Sure|Never|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|July|August|September|October|November|December|Street|Road|Avenue|I|The|My|Insurance|Policy|Claim|Bank|Card|Of|What|How|When|Why|Where|Who|Can|Could|Is|Do|Does)\b/
