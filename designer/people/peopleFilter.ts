import type { Person, Topic } from "../api/about.ts"

/** Returns whether all words of a search stand in a person's name, reason, heading or numbers, whatever their case. */
export function isFound(person: Person, sought: string): boolean {
  const { name, reasonZh, reasonEn, topic, policyNos, idLast4, mobile } = person
  const all = [name, reasonZh, reasonEn, topic?.zh ?? "", topic?.en ?? "", ...policyNos, idLast4, mobile]
  const text = all.join(" ").toLowerCase()
  return sought
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** Returns the headings of the people, each once, in the order in which they first occur. */
export function topicsOf(people: readonly Person[]): readonly Topic[] {
  const found = new Map<string, Topic>()
  for (const { topic } of people) if (topic !== null && !found.has(topic.id)) found.set(topic.id, topic)
  return [...found.values()]
}
