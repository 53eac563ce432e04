import { comparable, type Terms, toViews, type Views } from "./terms.ts"

/**
 * Returns the views of a question without what only makes it a question (什么情况下, 需要多久, "how do I"), the pairs with the
 * words that clauses use for what it asks, at less weight: who asks 多久 is answered by 之日起三十日内.
 */
export function questionViews(question: string): Views {
  const read = comparable(question)
  const content = without(read, FRAMES)
  const pairs = new Map(toViews(content).pairs)
  const clauses = CLAUSE_WORDS.flatMap(([asked, written]) => (asked.test(read) ? [written] : [])).join(",")
  for (const [term, count] of toViews(comparable(clauses)).pairs)
    pairs.set(term, (pairs.get(term) ?? 0) + WRITTEN * count)
  return { characters: toViews(without(content, PARTICLES)).characters, pairs: pairs as Terms }
}

const WRITTEN = 0.3

function without(text: string, patterns: readonly RegExp[]): string {
  return patterns.reduce((left, pattern) => left.replace(pattern, ","), text)
}

/** What makes a question of any sentence. */
const FRAMES: readonly RegExp[] = [
  /(?:根据|按照|依据)(?:材料|合同|条款|上述|以上|本合同|该条款|提供的材料)(?:的?(?:规定|内容|约定))?/g,
  /(?:提供的|上述|以上|这份|该)?材料[中里](?:所?提到的|提及的|提到|说|中的)?/g,
  /在?(?:这份|这个|该|此)?(?:保险)?(?:合同|条款)[中里](?:所?提到的|提及的|所说的|提到|规定的)?/g,
  /在?(?:什么|哪些|何种|哪种|怎样的)情况下/g,
  /什么意思|指的?是什么|是指什么|是什么|有什么|做什么|什么样的?|为什么|什么时候|什么时间|什么/g,
  /(?:是|有|包括|包含)?哪些(?:方面|内容|情况|情形)?|哪[几个种里1位方些]?/g,
  /多长时间|多久|多少天?|几(?:天|年|个月|次|种)/g,
  /如何|怎么样?|怎样|为何|何时/g,
  /如果|假如|假设|若是|要是|那么|除了|以外|之外/g,
  /是否|能否|可否|会不会|能不能|可不可以|是不是|有没有/g,
  /(?:我|您|你|消费者|客户)们?的?/g,
  /\b(?:what|when|where|which|who|how|why|whether|do|does|did|is|are|was|were|can|could|will|would|should|may|must|i|my|me|you|your|we|our|the|a|an|of|to|for|in|on|at|by|it|if|and|or|long|much|many|have|has|get|please)\b/g,
]

/** What single characters say nothing by. */
const PARTICLES: readonly RegExp[] = [
  /需要|可以|能够|应该|必须|是吗|请问|想要?|还能|还可以|能(?=获得|得到)|会被?/g,
  /保险公司|(?<!被)保险人|本公司|公司/g,
  /处理|发生|具体|情况|怎么办|这[份个种]|[该某就都还也]|一般|通常/g,
  /[的了吗呢吧啊在是有和与或及于]/g,
]

/** How customers ask, and the words of the clauses that answer. */
const CLAUSE_WORDS: readonly (readonly [RegExp, string])[] = [
  [/多长时间|多久|什么时候|什么时间|何时|时限|期限|几天|多少天|多少个工作天|how long|when/, "天内,之天起"],
  [/资料|材料|文件|证件|单据|手续/, "证明和资料,有效身份证件"],
  [
    /不赔|拒赔|不予赔|不承担|免赔|不保|免责|除外|不属于.{0,6}责任|不在.{0,6}范围|拒绝(?:赔|承担|理赔)/,
    "责任免除,不承担给付保险金的责任",
  ],
  [/赔偿|赔付|理赔|赔/, "给付保险金"],
  [/更换|更改|修改|变动|换/, "变更"],
  [/工作|职业|上班/, "职业,工种"],
  [/警方|警察|报警/, "公安部门,报案"],
  [/地址|住址|电话|搬家/, "住所,通讯地址,联系方式"],
  [/签订|签署|订立/, "订立,成立"],
  [/到期|满期/, "届满,期满"],
  [/死|去世|离世|过世/, "身故"],
  [/隐瞒|虚报|谎报|未告知|没有?告知|忘记告知/, "如实告知"],
  [/填错|误报|报错|不符|写错|报小|报大/, "错误,不真实"],
  [/退钱|退多少|拿到|拿回/, "退还,给付"],
  [/构成|组成|包括哪些(?:内容|文件)/, "构成"],
  [/打架|斗殴/, "斗殴"],
  [/抓捕|拒捕/, "刑事强制措施"],
  [/酒驾|喝酒|醉驾/, "酒后驾驶"],
  [/精神/, "精神和行为障碍"],
  [/残疾|伤残/, "伤残,残疾"],
  [/住院费|看病|医药费|报销/, "医疗费用"],
  [/起诉|打官司|诉讼|纠纷|争议/, "争议处理"],
  [/续保|继续投保|再次投保|重新投保/, "续保"],
  [/退保|解约|不想要/, "解除合同,现金价值"],
  [/不[交缴]|没[交缴]|未[交缴]|逾期|欠[缴费]|未支付|忘了?[交缴]/, "宽限期,效力中止"],
  [/恢复|复效/, "复效,恢复效力"],
  [/缴/, "交"],
  [/保费/, "保险费"],
  [/步骤|流程|怎么做|如何申请|手续/, "申请书"],
  [/谁/, "受益人,被保险人"],
  [/几份|多家|同时投保|两家|多份/, "重复保险"],
  [/提醒|提示/, "提示,明确说明"],
  [/离婚|夫妻|妻子|丈夫|家属|家人/, "配偶"],
  [/孩子|小孩|儿童/, "未成年"],
  [/标准|条件/, "满足"],
  [
    /(?:没有?|未能?)(?:及时|按时|按期)(?:支付|给付|赔|付)|逾期(?:支付|给付|赔付|履行)|拖(?:延|欠|着)/,
    "未及时履行,利息损失",
  ],
  [/实际(?:支付|[交付])/, "实付,实交"],
  [/杀/, "故意杀害"],
  [/受保人/, "被保险人"],
  [/谁(?:可以|能)(?:买|投保)|投保人可以|投保(?:条件|资格|要求)/, "投保范围,均可作为"],
  [/时效|(?:解除|行使).{0,8}多[久长]/, "超过,不行使而消灭"],
  [/同时(?:死亡|身故|去世)/, "同一事件,先后顺序"],
  [/什么意思|什么是|[是所]指|定义/, "是指"],
]
