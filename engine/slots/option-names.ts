import { barePhrase } from "./phrase.ts"
import type { ChoiceOption } from "./recognition.ts"
import { toUtterance } from "./utterance.ts"

/** Returns a name in the form in which texts are compared, without spaces around it. */
export function comparable(name: string): string {
  return toUtterance(name).lower.trim()
}

/** Returns what an option is called, its label first, in the form in which texts are compared. */
export function comparableNames(option: ChoiceOption): readonly string[] {
  return namesOf(option).comparable
}

/** Returns whether a phrase without what does not matter, as `barePhrase` gives it, is one of an option's names. */
export function isCalled(option: ChoiceOption, bare: string): boolean {
  return namesOf(option).bare.includes(bare)
}

type Names = { readonly comparable: readonly string[]; readonly bare: readonly string[] }

/** An option is looked for in many messages, by several readers of each: its names are made comparable once. */
const namesByOption = new WeakMap<ChoiceOption, Names>()

function namesOf(option: ChoiceOption): Names {
  let names = namesByOption.get(option)
  if (names === undefined) {
    const said = [option.label, ...(option.says ?? [])]
    names = { comparable: said.map(comparable), bare: said.map(barePhrase) }
    namesByOption.set(option, names)
  }
  return names
}
