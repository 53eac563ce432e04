/**
 * How a text calls the parties: contracts say 您 and 我们, or 投保人 and 保险人, or 本公司. Who has read a contract asks in its
 * words, and near-alike clauses of two contracts often differ in nothing else.
 */
export type Voice = { readonly insurer: string | null; readonly customer: string | null }

/** Returns the voice of a passage: the words that it uses most. */
export function voiceOf(passage: string): Voice {
  const read = passage.replaceAll("被保险人", "")
  return { insurer: most(read, INSURER), customer: most(read, CUSTOMER) }
}

/** Returns how well a passage's voice fits the question's, about -1.5 to 2. */
export function voiceFit(question: string): (voice: Voice) => number {
  const read = question.replaceAll("被保险人", "")
  const isFormal = read.includes("保险人")
  const isPlain = !isFormal && /保险公司|你们|贵公司/.test(read)
  const isHolder = read.includes("投保人")
  const isOwn = !isHolder && /[我您你]|消费者/.test(read)
  return ({ insurer, customer }) => {
    let fit = 0
    if (isFormal && insurer !== null) fit += insurer === "保险人" ? 1 : -1
    if (isPlain && insurer !== null) fit += insurer === "保险人" ? -0.3 : 0.3
    if (isHolder) fit += customer === "投保人" ? 1 : customer === null ? -0.5 : -1
    if (isOwn && customer !== null) fit += customer === "您" ? 0.5 : -0.3
    return fit
  }
}

const INSURER = ["保险人", "本公司", "我们"]
const CUSTOMER = ["投保人", "您"]

function most(text: string, names: readonly string[]): string | null {
  const counts = names.map((name) => ({ name, count: text.split(name).length - 1 }))
  const [best] = counts.sort((a, b) => b.count - a.count)
  return best === undefined || best.count === 0 ? null : best.name
}
