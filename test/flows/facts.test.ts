import { beforeAll, describe, expect, it } from "vitest"
import { compileFlowSet, type Release } from "../../engine/index.ts"
import { shippedFlows } from "../../server/cli/arguments.ts"
import { readFlowFiles } from "../../server/release/flow-files.ts"
import { readRows } from "../data/read-rows.ts"

/** A fact of the law with its quote, as gathered from the texts of the statutes. */
type Fact = {
  readonly key: string
  readonly value: number | string | Readonly<Record<string, number>> | null
  readonly law: string
  readonly article: string
}
const facts = readRows<Fact>("law-facts.jsonl")

/** By fact, the entry of the knowledge that answers who asks about it. */
const answered: Readonly<Record<string, string>> = {
  "disclosure.scope": "disclosure-scope",
  "disclosure.rescission_window": "health-rescission-days",
  "disclosure.incontestable": "disclosure-two-years",
  "disclosure.intent_no_refund": "health-consequences-intent",
  "disclosure.gross_negligence_refund": "health-consequences-negligence",
  "exclusion.must_explain": "sale-must-explain",
  "claim.notify": "claim-late-report",
  "claim.docs_once": "claim-papers-once",
  "claim.assess_complex": "claim-time",
  "claim.pay_after_agreement": "claim-time",
  "claim.reject_notice": "claim-refusal-notice",
  "claim.advance_pay": "claim-advance",
  "claim.limitation_nonlife": "claim-limitation",
  "claim.limitation_life": "claim-limitation",
  "claim.fraud": "claim-fraud",
  "contract.interpretation": "claim-unclear-terms",
  "age.misstated": "wrong-age-premium",
  "renewal.lapse_after_notice": "premium-reminder",
  "renewal.lapse_after_due": "grace",
  "renewal.covered_in_grace": "claim-in-grace",
  "reinstate.window": "reinstatement",
  "premium.no_lawsuit_life": "premium-not-enforced",
  "beneficiary.consent": "beneficiaries",
  "suicide.exclusion": "suicide-clause",
  "surrender.right": "surrender-right",
  "surrender.refund_days": "surrender-time",
  "insurer.record_keep": "claim-records-kept",
  "jsjs2.claim_clock": "claim-complete-start",
  "jsjs2.inquiry_scope": "health-general-clause",
  "jsjs2.keep_premium": "health-insurer-knew",
  "jsjs3.reinstate_reply": "reinstatement-how-long",
  "jsjs3.beneficiary_effective": "beneficiary-change-effective",
  "jsjs3.cash_value_owner": "cash-value-owner",
  "pipl.sensitive_def": "privacy-bank-card",
  "pipl.minor_age": "health-consent-child",
  "pipl.separate_consent": "health-consent-separate",
  "pipl.necessity_notice": "health-consent-separate",
  "pipl.minor_consent": "health-consent-child",
  "pipl.notice_items": "privacy-data",
  "pipl.withdraw": "health-consent-withdraw",
  "pipl.no_refuse": "health-consent-separate",
  "pipl.automated_decision": "health-review-person",
  "pipl.minimum_retention": "identity-records-kept",
  "aml.record_keep": "identity-records-kept",
  "aml.agent_verify": "surrender-for-relative",
  "aml.beneficiary_verify": "beneficiary-verified",
  "svc.hotline": "human-service",
  "svc.app_deficiency": "application-time",
  "svc.underwrite": "application-time",
  "svc.callback": "cooling-off-callback",
  "svc.third_party_cash": "claim-collect-by-another",
  "svc.preservation_accept": "policy-change-time",
  "svc.preservation_deficiency": "policy-change-time",
  "svc.preservation_done": "policy-change-time",
  "svc.lapse_notice": "premium-suspension-notice",
  "svc.claim_assess": "claim-time",
  "svc.claim_reject": "claim-refusal-notice",
  "svc.claim_pay": "claim-time",
  "health.cooling_off": "cooling-off-days",
  "health.waiting": "claim-waiting-period",
  "health.long_term_def": "renewal-one-year-what",
  "health.genetic_ban": "health-genetic",
  "health.other_cover_ask": "health-why-other-cover",
  "health.callback": "cooling-off-callback",
  "complaint.simple": "complaint-time",
  "complaint.complex": "complaint-time",
  "complaint.extra": "complaint-time",
  "complaint.review": "complaint-review",
  "complaint.natural_days": "complaint-time",
  "complaint.group_max_reps": "complaint-together",
  "net.no_default_tick": "debit-only-with-consent",
  "net.no_auto_renew": "renewal-one-year-what",
  "net.service_channels": "human-service",
  "net.one_time_docs": "claim-photo",
  "net.human_assist": "human-service",
  "net.preservation_identity": "beneficiary-change-effective",
  "net.surrender_entry": "surrender-how",
  "net.traceable": "claim-records-kept",
  "net.refund_account": "refund-account",
  "sale.notice_items": "sale-must-explain",
  "sale.questionnaire_specific": "health-general-clause",
  "sale.no_proxy_money": "surrender-agent-collects",
  "sale.surrender_policy": "surrender-right",
  "sale.surrender_docs_once": "surrender-documents",
  "sale.agent_leave_notice": "agent-left",
  "trace.keep": "sale-recording",
  "trace.elderly": "sale-recording",
  "disc.claim_info": "claim-how",
  "disc.elderly": "elder-help",
  "disc.switch": "switch-insurance",
  "cdd.surrender_threshold": "identity-face",
}

/** By fact, why no customer of this insurer asks about it. */
const excused: Readonly<Record<string, string>> = {
  "pipl.pia": "the insurer's own assessment, which no customer is part of",
  "pipl.pia_keep": "the insurer's own records of that assessment",
  "pipl.fine_cap": "between the insurer and the authority",
  "tpl.docs_notice": "compulsory motor insurance, which the insurer does not sell",
  "tpl.assess": "compulsory motor insurance, which the insurer does not sell",
  "tpl.pay": "compulsory motor insurance, which the insurer does not sell",
  "tpl.disclosure_cure": "compulsory motor insurance, which the insurer does not sell",
  "tpl.no_cancel": "compulsory motor insurance, which the insurer does not sell",
  "svc.complaint_reply": "ten working days of 2010; the answer within 15 days of the rules of 2020 is told",
  "health.group_surrender": "group insurance, which the insurer does not sell",
  "trace.qc": "the insurer's own inspection of recordings",
  "cdd.effective": "from when on the insurer looks at customers anew; says nothing of a customer's matter",
  "cdd.2007.surrender_threshold": "replaced by the rules of 2025, whose threshold is told",
  "cp.2022.scope": "which chapters a regulation has",
}

let release: Release
beforeAll(async () => {
  const compiled = compileFlowSet(await readFlowFiles(shippedFlows))
  if (compiled.release === undefined) throw new Error("The shipped flows have errors.")
  release = compiled.release
})

describe("facts of the law", () => {
  it("are each answered by an entry of the knowledge, or excused", () => {
    const keys = facts.map(({ key }) => key)
    expect(keys).toHaveLength(105)
    expect([...Object.keys(answered), ...Object.keys(excused)].sort()).toEqual([...keys].sort())
  })

  it.each(facts.filter(({ key }) => answered[key] !== undefined))(
    "$key is told with its source and figures in both languages",
    ({ key, value, law, article }) => {
      const entry = release.knowledge.find(({ id }) => id === answered[key])
      if (entry === undefined) throw new Error(`There is no entry "${answered[key]}".`)
      const articles = articlesOf(article).map((number) => `statute:${law.replace(/（.*/, "")}#${number}`)
      expect(entry.about ?? []).toEqual(expect.arrayContaining(articles.slice(0, 1)))
      const texts = typeof entry.say === "string" ? {} : entry.say
      for (const locale of ["zh", "en"]) {
        const text = withParameters(texts[locale] ?? "")
        for (const figure of figuresOf(key, value)) expect(text, locale).toContain(figure)
      }
    },
  )
})

/** What is told of a value: 一次性 and 全天, two ways of service and "over a year" are words. */
function figuresOf(key: string, value: Fact["value"]): readonly string[] {
  if (IN_WORDS.has(key)) return []
  if (typeof value === "number") return [String(value)]
  return typeof value === "object" && value !== null ? Object.values(value).map(String) : []
}

const IN_WORDS: ReadonlySet<string> = new Set([
  "claim.docs_once",
  "sale.surrender_docs_once",
  "svc.hotline",
  "net.service_channels",
  "health.long_term_def",
])

function withParameters(text: string): string {
  return text.replaceAll(/\{parameters\.(\w+)\}/g, (_, name: string) => String(release.parameters[name]))
}

/** The numbers of 第十六条, 第十二/十三条. */
function articlesOf(article: string): readonly number[] {
  return [...article.matchAll(/[一二三四五六七八九十]+/g)].map(([said]) => {
    const [tens = "", ones = ""] = said.includes("十") ? said.split("十") : ["", said]
    const digit = (text: string) => "一二三四五六七八九".indexOf(text) + 1
    return (said.includes("十") ? (tens === "" ? 1 : digit(tens)) * 10 : 0) + (ones === "" ? 0 : digit(ones))
  })
}
