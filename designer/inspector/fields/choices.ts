import { titleOfEvent } from "../../model/titleOfValue.ts"
import type { Form } from "../FormContext.ts"
import type { Choice } from "./inputs.tsx"

/** Lists of names to choose from, each by its title in the reader's language. */
export function stateChoices({ words, flow }: Form): readonly Choice[] {
  const found: Choice[] = []
  const walk = (states: Form["flow"]["states"]): void => {
    for (const [id, state] of Object.entries(states)) {
      found.push({ value: id, label: words.titleOf(id), group: words.t("choice.states") })
      if (state.type === "group" && typeof state.states === "object" && state.states !== null)
        walk(state.states as Form["flow"]["states"])
    }
  }
  walk(flow.states)
  const defaults = Object.keys(words.around.settings.defaults.states).filter((id) => !words.isOwn(id))
  return [
    ...found,
    ...defaults.map((id) => ({ value: id, label: words.titleOf(id), group: words.t("choice.defaults") })),
  ]
}

export function slotChoices({ flow, around, words }: Form): readonly Choice[] {
  const own = Object.entries(flow.slots ?? {})
  const shared = Object.entries(around.settings.slots ?? {}).filter(
    ([name]) => flow.slots?.[name] === undefined,
  )
  const toChoice =
    (group: string) =>
    ([value, slot]: (typeof own)[number]) => ({
      value,
      label: words.text(slot.title) || value,
      group,
    })
  return [
    ...own.map(toChoice(words.t("choice.ownSlots"))),
    ...shared.map(toChoice(words.t("choice.sharedSlots"))),
  ]
}

export function queueChoices({ around, words }: Form): readonly Choice[] {
  return Object.entries(around.settings.queues).map(([value, { title }]) => ({
    value,
    label: words.text(title) || value,
  }))
}

export function wordingChoices({ around, words }: Form): readonly Choice[] {
  return Object.values(around.wordings).map(({ id, title }) => ({
    value: id,
    label: words.text(title) || id,
  }))
}

export function questionnaireChoices({ around, words }: Form): readonly Choice[] {
  return Object.values(around.questionnaires).map(({ id, title }) => ({
    value: id,
    label: words.text(title) || id,
  }))
}

export function operationChoices({ around, words }: Form): readonly Choice[] {
  return Object.entries(around.operations).map(([value, { title, effect }]) => ({
    value,
    label: words.text(title) || value,
    group: words.t(`effect.${effect}`),
  }))
}

export function flowChoices({ around, flow, words }: Form): readonly Choice[] {
  return Object.values(around.flows)
    .filter(({ id }) => id !== flow.id)
    .map(({ id, title }) => ({ value: id, label: words.text(title) || id }))
}

export function eventChoices({ around, words }: Form): readonly Choice[] {
  return Object.keys(around.settings.events ?? {}).map((value) => ({
    value,
    label: words.text(titleOfEvent(value, around)),
  }))
}
