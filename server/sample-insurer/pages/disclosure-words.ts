import type { Result } from "../disclosures/assess.ts"
import type { ConsentRequest } from "../disclosures/consent.ts"
import type { DisclosureState, Purpose } from "../disclosures/disclosure.ts"
import type { UnderwritingAct } from "../disclosures/underwriting.ts"
import type { Words } from "./words.ts"

type DisclosureWords = {
  readonly title: string
  readonly note: string
  readonly none: string
  readonly consent: string
  readonly confirmation: string
  readonly consents: Readonly<Record<ConsentRequest["state"], string>>
  readonly answers: Readonly<Record<"given" | "declined", string>>
  readonly purposes: Readonly<Record<Purpose, string>>
  readonly states: Readonly<Record<DisclosureState, string>>
  readonly results: Readonly<Record<Result, string>>
  readonly words: Readonly<Record<"yes" | "unsure", string>>
  readonly acts: Readonly<Record<UnderwritingAct, string>>
}

/** What the page says of disclosures and consents. */
export const disclosureWords: Readonly<Record<Words["lang"], DisclosureWords>> = {
  zh: {
    title: "健康告知与核保",
    note: "代替被保险人授权和确认，代替核保人员作出结论。",
    none: "还没有健康告知。",
    consent: "健康信息授权",
    confirmation: "健康告知本人确认",
    consents: { asked: "等待本人答复", given: "已同意", declined: "未同意" },
    answers: { given: "本人同意", declined: "本人不同意" },
    purposes: { newPolicy: "投保告知", reinstatement: "复效告知", supplement: "补充告知" },
    states: {
      draft: "草稿",
      sealed: "已封存",
      accepted: "已接受条件",
      refused: "未接受条件",
      withdrawn: "已撤回",
    },
    results: {
      standard: "标准承保",
      loaded: "加费",
      exclusion: "除外",
      postponed: "延期",
      declined: "暂不能承保",
      morePapers: "待补资料",
      examination: "待检查",
      underwriter: "待人工核保",
    },
    words: { yes: "是", unsure: "不确定" },
    acts: {
      standard: "标准承保",
      loaded: "加费",
      exclusion: "除外",
      postponed: "延期",
      declined: "不承保",
      papers: "资料已收到",
    },
  },
  en: {
    title: "Health disclosures and underwriting",
    note: "Consent and confirm in the insured's place, decide in the underwriter's.",
    none: "There is no disclosure yet.",
    consent: "Consent for health information",
    confirmation: "Confirmation of the health disclosure",
    consents: { asked: "waits for the answer", given: "given", declined: "declined" },
    answers: { given: "Consent", declined: "Decline" },
    purposes: { newPolicy: "Application", reinstatement: "Reinstatement", supplement: "Supplement" },
    states: {
      draft: "draft",
      sealed: "sealed",
      accepted: "terms accepted",
      refused: "terms refused",
      withdrawn: "withdrawn",
    },
    results: {
      standard: "standard",
      loaded: "loaded",
      exclusion: "exclusion",
      postponed: "postponed",
      declined: "not accepted",
      morePapers: "papers needed",
      examination: "examination needed",
      underwriter: "for the underwriter",
    },
    words: { yes: "yes", unsure: "not sure" },
    acts: {
      standard: "Standard",
      loaded: "Load",
      exclusion: "Exclude",
      postponed: "Postpone",
      declined: "Decline",
      papers: "Papers arrived",
    },
  },
}
