import type { Clock } from "../core/clock.ts"
import type { InsurerDatabase } from "../core/database.ts"
import { applicationsOf } from "../disclosures/case.ts"
import { cardsOf } from "../people/account.ts"
import { idLast4, people } from "../people/person.ts"
import { allPolicies } from "../policies/policy.ts"
import { type Role, roleIn } from "../policies/role.ts"
import { namedPeople } from "../seed/named-people.ts"
import { type Topic, topics } from "../seed/topics.ts"

export type CardAnswer = "OK" | "NOT_OWN" | "CLOSED" | "UNSUPPORTED_BANK"

/** Somebody who can be tried, with all that a conversation asks for. */
export type Who = {
  readonly customer: string
  readonly name: string
  readonly reasonZh: string
  readonly reasonEn: string
  /** The heading under which the person is listed. */
  readonly topic: Topic
  readonly topicZh: string
  readonly topicEn: string
  readonly policies: readonly { readonly policyNo: string; readonly role: Role }[]
  readonly idType: string
  readonly idNumber: string
  readonly idLast4: string
  /** Empty when none is registered. */
  readonly mobile: string
  /** What arrives at the mobile; empty when nothing can be read there. */
  readonly code: string
  readonly hasFace: boolean
  readonly accounts: readonly {
    readonly accountId: string
    readonly last4: string
    readonly paying: boolean
  }[]
  /** Cards that account.verify can be told by number, with its answer. */
  readonly cards: readonly { readonly number: string; readonly answer: CardAnswer }[]
}

const topicOf = new Map(namedPeople.map(({ id, topic }) => [id, topic]))

/** Returns the named people by customer id. */
export function whoCanBeTried(db: InsurerDatabase, clock: Clock): readonly Who[] {
  const policies = allPolicies(db, clock)
  return people(db, clock, "named").map((person) => {
    const cards = cardsOf(db, person.id)
    const topic = topicOf.get(person.id) ?? "ordinary"
    return {
      customer: person.id,
      name: person.name,
      reasonZh: person.reasonZh ?? "",
      reasonEn: person.reasonEn ?? "",
      topic,
      topicZh: topics[topic].zh,
      topicEn: topics[topic].en,
      policies: [
        ...policies.flatMap((policy) => {
          const role = roleIn(db, policy, person.id)
          return role === null ? [] : [{ policyNo: policy.policyNo, role }]
        }),
        ...applicationsOf(db, person.id).map((policyNo) => ({ policyNo, role: "policyholder" as const })),
      ],
      idType: person.idType,
      idNumber: person.idNumber,
      idLast4: idLast4(person),
      mobile: person.mobile ?? "",
      code: person.mobile === null || person.mobileLost ? "" : person.code,
      hasFace: person.hasFace,
      accounts: cards
        .filter((card) => card.known)
        .map(({ accountId, last4, paying }) => ({ accountId, last4, paying })),
      cards: cards.map((card) => ({ number: card.number, answer: answerOf(card) })),
    }
  })
}

function answerOf(card: {
  readonly own: boolean
  readonly open: boolean
  readonly supported: boolean
}): CardAnswer {
  if (!card.own) return "NOT_OWN"
  if (!card.open) return "CLOSED"
  return card.supported ? "OK" : "UNSUPPORTED_BANK"
}
