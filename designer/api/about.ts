import * as z from "zod/mini"
import { requestJson } from "./request.ts"

const policySchema = z.object({ policyNo: z.string(), role: z.optional(z.string()) })
const filled = z.optional(z.nullable(z.string()))

/** A person as the sample insurer lists him, or already cut down to one policy. */
const personSchema = z.object({
  id: filled,
  customer: filled,
  name: z.string(),
  reasonZh: z.string(),
  reasonEn: z.string(),
  policyNo: filled,
  policies: z.optional(z.array(policySchema)),
  idLast4: filled,
  mobile: filled,
  code: filled,
  topic: filled,
  topicZh: filled,
  topicEn: filled,
})

const aboutSchema = z.object({
  name: z.record(z.string(), z.string()),
  locales: z.array(z.string()),
  release: z.string(),
  flows: z.optional(z.array(z.string())),
  insurer: filled,
  people: z.optional(z.unknown()),
})

/** A made-up customer whose conversation anyone may try; what is empty is not known of him. */
export type Person = {
  readonly id: string
  readonly name: string
  readonly reasonZh: string
  readonly reasonEn: string
  readonly policyNos: readonly string[]
  readonly idLast4: string
  readonly mobile: string
  readonly code: string
  /** The heading under which the insurer lists the person; null when it makes no headings. */
  readonly topic: Topic | null
}

export type Topic = { readonly id: string; readonly zh: string; readonly en: string }

export type About = {
  /** The insurer's name by locale. */
  readonly name: Readonly<Record<string, string>>
  readonly locales: readonly string[]
  readonly release: string
  /** Flows that a conversation can begin with; null when the server does not say. */
  readonly flows: readonly string[] | null
  /** Address of the sample insurer's own pages; null when there is none. */
  readonly insurer: string | null
  readonly people: readonly Person[]
}

/** Returns the insurer's name, the release in force, its flows, and who can be tried. */
export async function readAbout(): Promise<About> {
  const { name, locales, release, flows, insurer, people } = await requestJson("/api/about", aboutSchema)
  return {
    ...{ name, locales, release },
    flows: flows ?? null,
    insurer: insurer ?? null,
    people: toPeople(people),
  }
}

/** Without a core system that lists its people nobody can be tried, and the rest of the page stands. */
function toPeople(value: unknown): readonly Person[] {
  const listed = z.object({ people: z.array(z.unknown()) }).safeParse(value)
  const list: readonly unknown[] = Array.isArray(value) ? value : listed.success ? listed.data.people : []
  return list.flatMap((each) => {
    const parsed = personSchema.safeParse(each)
    if (!parsed.success) return []
    const { id, customer, name, reasonZh, reasonEn, policyNo, policies, idLast4, mobile, code } = parsed.data
    const { topic, topicZh, topicEn } = parsed.data
    const own = (policies ?? []).filter(({ role }) => role === undefined || role === "policyholder")
    const listedNos = (own.length > 0 ? own : (policies ?? [])).map((policy) => policy.policyNo)
    return {
      id: id ?? customer ?? `${name} ${reasonEn}`,
      ...{ name, reasonZh, reasonEn },
      policyNos: policyNo === null || policyNo === undefined ? listedNos : [policyNo],
      idLast4: idLast4 ?? "",
      mobile: mobile ?? "",
      code: code ?? "",
      topic: topic && topicZh && topicEn ? { id: topic, zh: topicZh, en: topicEn } : null,
    }
  })
}
