import { isChinese } from "../../format/language.ts"
import type { Locale } from "../../types.ts"

/** What customers of any service say around the matter itself. `{}` stands for what is said. */
type CustomerPhrases = {
  readonly around: Readonly<Record<"plain" | "polite" | "terse" | "chatty", readonly string[]>>
  readonly named: readonly string[]
  readonly correctedAtOnce: readonly string[]
  readonly correctedLater: readonly string[]
  readonly chatter: readonly string[]
  readonly impatience: readonly string[]
  readonly yes: readonly string[]
  readonly no: readonly string[]
  readonly more: readonly string[]
  readonly noMore: readonly string[]
  readonly skip: readonly string[]
  /** To a question of a card, by its answer. */
  readonly answered: Readonly<Record<"yes" | "no" | "unsure", readonly string[]>>
  readonly restNo: readonly string[]
  readonly join: string
}

const zh: CustomerPhrases = {
  around: {
    plain: ["{}", "{}。"],
    polite: ["您好，{}", "{}，谢谢", "麻烦您，{}", "{}，辛苦了"],
    terse: ["{}"],
    chatty: ["嗯，{}", "哦，{}", "是这样的，{}", "好，{}"],
  },
  named: ["{title}是{}", "{title}{}", "{title}：{}"],
  correctedAtOnce: ["{slip}，不对，是{}", "{slip}，说错了，应该是{}", "不是{slip}，是{}"],
  correctedLater: ["{title}说错了，应该是{}", "{title}不对，改成{}", "{title}错了，是{}"],
  chatter: ["谢谢您", "好的，谢谢", "今天天气不错", "你好", "等一下"],
  impatience: ["喂？", "在吗", "快点", "怎么还没好"],
  yes: ["是的", "对", "没错", "对的"],
  no: ["不是", "不对", "不用了"],
  more: ["有", "还有"],
  noMore: ["没有了", "没了"],
  skip: ["跳过", "不想说"],
  answered: { yes: ["{title}有", "{title}是"], no: ["{title}没有", "{title}否"], unsure: ["{title}不确定"] },
  restNo: ["其余均为否", "其他都没有"],
  join: "，",
}

const en: CustomerPhrases = {
  around: {
    plain: ["{}", "{}."],
    polite: ["hello, {}", "{}, thank you", "{} please"],
    terse: ["{}"],
    chatty: ["well, {}", "oh, {}", "so, {}"],
  },
  named: ["{title} is {}", "my {title} is {}", "{title}: {}"],
  correctedAtOnce: ["{slip}, no, {}", "{slip}, sorry, I meant {}", "not {slip}, {}"],
  correctedLater: [
    "the {title} is wrong, it should be {}",
    "please change the {title} to {}",
    "I got the {title} wrong, it is {}",
  ],
  chatter: ["thank you", "nice weather today", "hello", "just a moment"],
  impatience: ["hello?", "are you there", "hurry up", "what is taking so long"],
  yes: ["yes", "that's right", "correct"],
  no: ["no", "no thanks"],
  more: ["yes", "one more"],
  noMore: ["no", "that's all"],
  skip: ["skip", "I'd rather not say"],
  answered: {
    yes: ["{title} yes", "{title}: yes"],
    no: ["{title} no", "{title}: no"],
    unsure: ["{title} not sure"],
  },
  restNo: ["no to the others", "no to all the others"],
  join: ", ",
}

export function customerPhrases(locale: Locale): CustomerPhrases {
  return isChinese(locale) ? zh : en
}
