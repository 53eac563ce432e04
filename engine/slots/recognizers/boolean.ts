import { type Recognizer, recognition } from "../recognition.ts"
import type { Utterance } from "../utterance.ts"

/**
 * Yes or no, also in soft forms: 嗯 好的 行吧 没错 可以 / 不用 算了 没有, yeah, sure, nope, not really, 👌. The first clause
 * that answers counts. Certain when the clause says nothing else. Questions (可以吗), doubt (不确定, maybe) and
 * 不好意思 answer nothing.
 */
export const boolean: Recognizer = {
  find(utterance) {
    const answers = answersOf(utterance)
    const plain = answers.filter(({ isHesitation }) => !isHesitation)
    const first = plain[0] ?? answers[0]
    if (first === undefined) return []
    const end = first.start + first.length
    const isContradicted = plain.some(({ value, certain }) => certain && value !== first.value)
    const certain = first.certain && !isContradicted && !QUALIFIED.test(utterance.lower.slice(end))
    return [recognition(utterance, first.start, end, first.value, certain)]
  },
}

type Answer = {
  readonly value: boolean
  readonly at: number
  readonly length: number
  readonly certain: boolean
}

/** 同意, 但是…: what follows takes back some of the answer. */
const QUALIFIED = /但|不过|可是|除非|前提|就是|只是|只不过|(?<![a-z])(?:but|unless|except|however)(?![a-z])/
const BREAK = /[\s,.;:!?、。…~"'()]/
const YES_EMOJI = /^(?:👌|👍|✅|🙆|💯|☑|✔)/u
const NO_EMOJI = /^(?:👎|🙅|❌|🚫|✖)/u
const FILLER =
  /^(?:那就|那|就|哦|噢|喔|呃|额|啊|唉|诶|其实|暂时|目前|现在|先|还|真的|确实|[嗯恩]+|我觉得|我想|当然|well |oh |um |uh |so |i said |i think |i guess )/
const PARTICLE = "[的啊呀哦噢喔了呢吧嘛哈哟啦呐滴哒]{0,2}"

const YES_ZH =
  "是的?|对头|对对?对?|没错|不错|正确|好{1,3}|行{1,2}|可以|可行|没问题|没有问题|没毛病|同意|确认|确定|肯定|愿意|需要|要|有|嗯{1,4}|恩{1,3}|唔|中|" +
  "成|得(?!了吧)|妥|ok{1,3}|okay|当然|必须|行{3,4}|是{2,4}|对{3,4}|要得|好der|木问题|继续|办吧|办|我要|想要|就这样|就这么办|没意见|没有意见|知道|明白|了解|收到|接受|答应|认可|批准|赞成|属实|是我|是我本人|是本人|本人|有过|想|能|会|系|冇问题"
const NO_ZH =
  "不是|不对|不行|不可以|不可|不好|不用|不要|不必|不需要|不想|不愿意?|不同意|不接受|不确认|不能|不会|不成|不中|不得|不了|不|没有|没|无|没有过|从来没有|从没有?|从未|" +
  "未曾|没得过|木有|米有|莫得|么有|不{2,4}|(?<twice>没有|不是|不会|不用|不要|不行|不对|没)\\k<twice>{1,2}|用不着|没必要|没那个必要|大可不必|拉倒|打住|否|非|否定|拒绝|拒|算了|免了|反对|别|甭|都没有|都没|都不是|全部?没有|一个都没有|以上都没有|没这回事|唔系|唔要|冇|假的|错|错误|休想"
const YES_EN =
  "yes|yeah|yep|yup|yea|ya|yah|aye|y|sure|sure thing|ok|okay|okey|k|alright|all right|right|that's " +
  "right|correct|that's correct|exactly|absolutely|definitely|certainly|of course|fine|that's fine|" +
  "agree|agreed|i agree|i do|i am|i have|i will|i did|true|please do|go ahead|sounds good|" +
  "affirmative|no problem|not a problem|by all means|sounds (?:good|great|fine)(?: to me)?|works for me|indeed|it is|uh huh|uh-huh|mhm|mm-hmm"
const NO_EN =
  "no|nope|nah|nay|n|no way|never|not really|not at all|negative|disagree|i disagree|i don't|i do " +
  "not|i'm not|i am not|i haven't|i have not|i won't|i didn't|don't|false|no thanks|no thank you|" +
  "none|not yet|incorrect|wrong|that's wrong|not interested|it isn't|it's not|of course not|" +
  "certainly not|absolutely not|definitely not|hell no|god no|not that i know of|not that i'm aware of|i'm afraid not|afraid not|i think not|i guess not|" +
  "not now|nothing"
const WHOLE_YES = new RegExp(`^(?:${YES_ZH})${PARTICLE}$|^(?:${YES_EN})$`)
const WHOLE_NO = new RegExp(`^(?:${NO_ZH})${PARTICLE}$|^(?:${NO_EN})$`)
/** Words that lean to an answer; they are worth confirming. */
const SOFT_YES = new RegExp(
  `^(?:先?(?:就)?先?这样|也行|也可以|都行|都可以|都好|勉强可以|勉强行|凑合|将就|马马虎虎|差不多|不介意|不反对|没说不行|没什么不行|那行|i guess so|i suppose so|i think so|why not|i don't mind|whatever you say|if i must)${PARTICLE}$`,
)
const SOFT_NO = new RegExp(
  `^(?:要不算了|还是算了|不如算了|下次|改天|以后再说|得了|何必|i don't think so|i doubt it|maybe later|another time|i'd rather not|rather not)${PARTICLE}$`,
)
/** 不是不同意: two negations lean to a yes. 没有不舒服 has only one, 不是不是 is a no said twice. */
const DOUBLE_NO =
  /^我?也?(?:不是|并不是|并非|倒不是|没说)说?我?(?:不(?!是)|没)[^,.;!?]{0,5}$|^我?也?没有不(?:同意|愿意|行|可以|想)$/
/** 抽, 住过, 做过的: the question's verb said back. */
const ECHO =
  /^我?(?:也|都|经常|偶尔|一直|天天|每天|以前)?(?:抽|吸|喝|吃|住|做|得|怀)(?:过|着)?(?:烟|酒|药|院|手术|病)?(?:的|呢|啊|点|一点)?$/
const WHOLES = [ECHO, WHOLE_YES, WHOLE_NO, SOFT_YES, SOFT_NO]
const FIRST_NO =
  /^(?:不是|不对|不行|不可以|不用|不要|不必|不需要|不想|不同意|不接受|不能|不会|没有|从来没有?|从没|否|拒绝|算了|no|nope|nah|never|not really|not at all|disagree|i disagree|i don't|i do not)(?![a-z])/
const FIRST_YES =
  /^(?:是的|对的|没错|好的|好啊|好呀|好吧|行啊|行吧|可以|没问题|没有问题|同意|确认|愿意|需要|嗯+|ok|okay|yes|yeah|yep|yup|yea|sure|alright|agreed|agree|correct|absolutely|definitely|certainly|of course)(?![a-z])/
const DOUBT =
  /不确定|不太确定|不清楚|不太清楚|不知道|不晓得|不记得|不太记得|记不清|忘记?了|不好说|说不好|说不准|不一定|也许|或许|不明白|不懂|没听懂|没想好|没看懂|看情况|随便|待定|再说|再看看|再想想|考虑一?下|maybe|perhaps|not sure|unsure|no idea|don't know|dont know|do not know|not certain|can't remember|depends|dunno/
const QUESTION =
  /[吗么?]$|^(?:是不是|有没有|能不能|可不可以|要不要|会不会|对不对|好不好|行不行|需不需要|为什么|怎么|什么|哪)/
const NO_ANSWER =
  /^(?:不用谢|不好意思|对不起|好像|好多|好几|对了|对于|要是|要不|不过|不管|不但|不仅|没关系|没事|无论|有点|有时|是不|别人|别的|非常|中午|中国|成为|会议|能否|不客气|无所谓|可以吗|不光|不如|没什么|没啥|有什么|有哪)/

type Told = Answer & { readonly start: number; readonly isHesitation: boolean }

/**
 * The clauses that answer, up to one that doubts and takes their certainty. 嗯 before another answer (嗯, 不用了)
 * is only hesitation.
 */
function answersOf(utterance: Utterance): readonly Told[] {
  const answers: Told[] = []
  for (const clause of clausesOf(utterance)) {
    const answer = answerOf(clause.text)
    if (answer === "doubt") return answers.filter((told) => !told.isHesitation).map(uncertainly)
    if (answer === null) continue
    const said = clause.text.slice(answer.at, answer.at + answer.length)
    answers.push({ ...answer, start: clause.start + answer.at, isHesitation: /^[嗯恩唔]+$/.test(said) })
  }
  return answers
}

function uncertainly(told: Told): Told {
  return { ...told, certain: false }
}

function answerOf(clause: string): Answer | "doubt" | null {
  const emoji = YES_EMOJI.exec(clause) ?? NO_EMOJI.exec(clause)
  if (emoji !== null) {
    const length = emoji[0].length + (/^[\u{1f3fb}-\u{1f3ff}]/u.test(clause.slice(emoji[0].length)) ? 2 : 0)
    return { value: YES_EMOJI.test(clause), at: 0, length, certain: true }
  }
  if (DOUBT.test(clause)) return "doubt"
  const at = WHOLES.some((pattern) => pattern.test(clause)) ? 0 : fillersOf(clause)
  const said = clause.slice(at)
  if (QUESTION.test(said)) return null
  const length = said.length
  if (ECHO.test(said)) return { value: true, at, length, certain: false }
  if (SOFT_YES.test(said) || DOUBLE_NO.test(said)) return { value: true, at, length, certain: false }
  if (SOFT_NO.test(said)) return { value: false, at, length, certain: false }
  if (WHOLE_NO.test(said)) return { value: false, at, length, certain: true }
  if (WHOLE_YES.test(said)) return { value: true, at, length, certain: true }
  if (NO_ANSWER.test(said)) return null
  const no = FIRST_NO.exec(said)
  if (no !== null) return { value: false, at, length: no[0].length, certain: false }
  const yes = FIRST_YES.exec(said)
  if (yes !== null && /^ not?(?![a-z])/.test(said.slice(yes[0].length))) {
    return { value: false, at, length: said.indexOf(" ", yes[0].length + 1) + 1 || length, certain: true }
  }
  if (yes !== null)
    return {
      value: true,
      at,
      length: yes[0].length,
      certain: !/但|不过|可是|but /.test(said) && isMostly(yes[0], said),
    }
  return refusalOf(said, at)
}

/** 不抽, 没住过院: a short refusal of what was asked; 没…不 is two negations. */
function refusalOf(said: string, at: number): Answer | null {
  const match =
    /^(?:我|他|她|都|从来|从|一直|并|也|全部?|以上){0,3}(?:不|没|没有|未|无)[^不没未无]{1,6}$/.exec(said)
  return match === null ? null : { value: false, at, length: said.length, certain: false }
}

/** "yeah that sounds good" answers as plainly as "yeah". */
function isMostly(yes: string, said: string): boolean {
  return said.length - yes.length <= (/^[a-z]/.test(said) ? 24 : 6)
}

function fillersOf(clause: string): number {
  let at = 0
  for (let rounds = 0; rounds < 4; rounds += 1) {
    const filler = FILLER.exec(clause.slice(at))
    if (filler === null || filler[0].length >= clause.length - at) break
    at += filler[0].length
  }
  return at
}

/** Clauses between punctuation; English words stay together, Chinese words part at spaces. */
function clausesOf({ lower }: Utterance): readonly { readonly text: string; readonly start: number }[] {
  const clauses: { text: string; start: number }[] = []
  let start = 0
  for (let at = 0; at <= lower.length && clauses.length < 40; at += 1) {
    const character = lower.charAt(at)
    if (at < lower.length && (!BREAK.test(character) || isWithin(lower, at))) continue
    const isAsked = character === "?" ? 1 : 0
    const clause = lower.slice(start, at + isAsked)
    if (clause.trim() !== "" && clause !== "?") clauses.push({ text: clause, start })
    start = at + 1
  }
  return clauses
}

/** The apostrophe of "don't" and the space between Latin words part no clause. */
function isWithin(lower: string, at: number): boolean {
  const character = lower.charAt(at)
  const inLatin = /[a-z]/.test(lower.charAt(at - 1)) && /[a-z]/.test(lower.charAt(at + 1))
  return (character === "'" || character === " " || character === "-") && inLatin
}
