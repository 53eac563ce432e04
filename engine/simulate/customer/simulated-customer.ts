import type { AskedQuestion, Json, Locale, SlotView, WaitingFor } from "../../types.ts"
import type { CustomerDocument } from "./customers-file.ts"
import { drawManner, type Manner } from "./manner.ts"
import { customerPhrases } from "./phrases.ts"
import { createRandom } from "./random.ts"
import { sayValue, type Telling } from "./say-value.ts"
import type { Situation } from "./situation.ts"

/** What a customer does next. `gives-up`: he is asked what he does not know, or cannot answer. */
export type CustomerAct =
  | { readonly is: "says"; readonly text: string }
  | { readonly is: "chooses"; readonly key: string }
  | { readonly is: "uploads"; readonly name: string }
  | { readonly is: "waits-for-desk" }
  | { readonly is: "is-done" }
  | { readonly is: "gives-up"; readonly why: string }

/** A customer with facts and a goal. Keeps in mind what he said; the same seed behaves the same. */
export type SimulatedCustomer = {
  readonly manner: Manner
  /** What he begins with; `slots` are those of the flow that he wants. */
  begins(slots: Readonly<Record<string, SlotView>>): string
  /** Returns what he says when he comes back, of the ways to say it. */
  comesBack(ways: Readonly<Record<string, readonly string[]>>): string
  replies(situation: Situation): CustomerAct
  /** The slots that he has told or chosen, and not taken back. */
  readonly told: Set<string>
  /** How many turns he spent on what no service needs: chatter, slips, other wishes. */
  extraTurns(): number
}

/** Returns the customer that a document and a seed describe. */
export function createCustomer(
  document: CustomerDocument,
  { flow, locale, seed }: { readonly flow: string; readonly locale: Locale; readonly seed: number },
): SimulatedCustomer {
  const random = createRandom(seed)
  const manner = drawManner(random)
  const words = customerPhrases(locale)
  const telling: Telling = { locale, now: document.now, random }
  const facts = document.facts ?? {}
  const told = new Set<string>()
  /** Slips that he has not corrected yet. */
  const pending = new Set<string>()
  const slipped = new Set<string>()
  const uploaded = new Map<string, number>()
  const budget = { chatter: 2, asides: 1, impatience: 1, wants: 2 }
  let extra = 0

  const fill = (phrase: string, text: string, title = "", slip = "") =>
    phrase
      .replace("{title}", () => title)
      .replace("{slip}", () => slip)
      .replace("{}", () => text)
  const style = (text: string) => fill(random.pick(words.around[manner.style]), text)
  const says = (text: string): CustomerAct => ({ is: "says", text })
  const presses = (situation: Situation, key: string) =>
    situation.waiting.options?.some((option) => option.key === key) === true && !random.chance(manner.words)
  /** Answers by a button, or in one of the ways to say it. */
  const either = (situation: Situation, key: string, ways: readonly string[]): CustomerAct =>
    presses(situation, key) ? { is: "chooses", key } : says(random.pick(ways))

  return {
    manner,
    told,
    extraTurns: () => extra,
    begins(slots) {
      for (const slot of document.tells ?? []) told.add(slot)
      return style([wish(), ...tellsAhead(slots, 3)].join(words.join))
    },
    comesBack: (ways) => style(random.pick(ways[locale] ?? [""])),
    replies(situation) {
      const { waiting } = situation
      if (waiting.kind === "agent") return { is: "waits-for-desk" }
      if (waiting.kind === "nothing" && waiting.id === "" && budget.wants > 0) {
        // Nothing came of his first words: he says it in another way.
        budget.wants -= 1
        return says(style(wish()))
      }
      if (waiting.kind === "nothing" || waiting.kind === "event" || waiting.kind === "service")
        return { is: "is-done" }
      if (situation.isPattern) return repliesToPattern(situation)
      return besides(situation) ?? answers(situation)
    },
  }

  function wish(): string {
    return random.pick(document.wants[locale] ?? Object.values(document.wants)[0] ?? [""])
  }

  /** Facts that were not told yet, as he would say them unasked. */
  function tellsAhead(slots: Readonly<Record<string, SlotView>>, most: number): readonly string[] {
    if (!random.chance(manner.tellsAhead)) return []
    const open = random.shuffle((document.mentions ?? []).filter((slot) => !told.has(slot)))
    return open.slice(0, 1 + Math.floor(random.next() * most)).flatMap((slot) => {
      const view = slots[slot]
      const value = facts[slot]
      const text = view === undefined || value === undefined ? null : sayValue(view, value, telling)
      if (view === undefined || text === null) return []
      told.add(slot)
      const [title] = view.names
      return view.type === "choice" || title === undefined
        ? text
        : fill(random.pick(words.named), text, title)
    })
  }

  /** Something else than the answer: a slip corrected, another wish, chatter; null when he answers. */
  function besides(situation: Situation): CustomerAct | null {
    const { asked, waiting, context } = situation
    if (waiting.kind !== "slot" && waiting.kind !== "choice") return null
    if (asked === undefined || FREE.has(asked.view.type)) return null
    for (const slot of pending) {
      const view = context.slots[slot]
      const value = facts[slot]
      if (slot === asked.slot || view === undefined || value === undefined) continue
      // Before a choice, which may be the last, he does not leave it wrong.
      if (waiting.kind === "slot" && !random.chance(0.6)) continue
      const text = sayValue(view, value, telling)
      if (text === null) continue
      pending.delete(slot)
      return says(fill(random.pick(words.correctedLater), text, view.names[0] ?? slot))
    }
    const aside = document.asides?.[locale] ?? []
    if (budget.asides > 0 && aside.length > 0 && random.chance(manner.asides)) {
      budget.asides -= 1
      extra += 4
      return says(random.pick(aside))
    }
    if (budget.chatter > 0 && random.chance(manner.chatter)) {
      budget.chatter -= 1
      extra += 1
      return says(random.pick(words.chatter.filter((text) => !isAnswer(text, asked.view))))
    }
    if (budget.impatience > 0 && random.chance(manner.impatience)) {
      budget.impatience -= 1
      extra += 1
      return says(random.pick(words.impatience))
    }
    return null
  }

  function answers(situation: Situation): CustomerAct {
    switch (situation.waiting.kind) {
      case "checkpoint":
        return answersCheckpoint(situation)
      case "confirmation":
        return confirms(situation)
      default:
        return answersSlot(situation)
    }
  }

  function answersSlot(situation: Situation): CustomerAct {
    const { asked, waiting } = situation
    const change = changeOf(waiting, (slot) => pending.has(slot))
    if (change !== undefined) return changes(change)
    if (asked === undefined) return { is: "gives-up", why: `cannot answer "${waiting.id}"` }
    const { slot, view } = asked
    const name = waiting.id
    const value = factOf(asked)
    if (view.type === "documents") return uploads(situation, slot, value)
    if (value === undefined || value === null) return passesOver(situation)
    told.add(name)
    // A slip that only a service found out: what it asks for anew is the customer's own doing.
    if (pending.delete(name)) extra += 1
    const slip = document.slips?.[name]
    if (slip !== undefined && !slipped.has(name) && random.chance(manner.slips)) {
      const wrong = sayValue(view, slip, telling)
      const right = sayValue(view, value, telling)
      if (wrong !== null && right !== null) {
        slipped.add(name)
        extra += 1
        if (random.chance(0.5)) return says(fill(random.pick(words.correctedAtOnce), right, "", wrong))
        pending.add(name)
        return says(style(wrong))
      }
    }
    const key = view.type === "boolean" ? (value === true ? "yes" : "no") : String(value)
    if (presses(situation, key)) return { is: "chooses", key }
    const text = sayValue(view, value, telling)
    if (text === null)
      return { is: "gives-up", why: `is asked for "${name}" and ${JSON.stringify(value)} is not offered` }
    if (FREE.has(view.type)) return says(text)
    const ahead = tellsAhead(situation.context.slots, 2)
    const [title] = view.names
    const isNamed = title !== undefined && view.type !== "choice" && (ahead.length > 0 || random.chance(0.2))
    const own = isNamed ? fill(random.pick(words.named), text, title) : text
    return says(style([own, ...ahead].join(words.join)))
  }

  function factOf(asked: NonNullable<Situation["asked"]>): Json | undefined {
    const fact = facts[asked.slot]
    if (asked.field === undefined) return fact
    const record = Array.isArray(fact) ? fact[asked.record ?? 0] : undefined
    return typeof record === "object" && record !== null && !Array.isArray(record)
      ? (Reflect.get(record, asked.field) as Json | undefined)
      : undefined
  }

  function uploads(situation: Situation, slot: string, value: Json | undefined): CustomerAct {
    const names = Array.isArray(value) ? value : []
    const next = uploaded.get(slot) ?? 0
    uploaded.set(slot, next + 1)
    const name = names[next] ?? names.at(-1)
    return name === undefined || name === PUT_OFF
      ? passesOver(situation)
      : { is: "uploads", name: String(name) }
  }

  /** He does not know, or would rather not say. */
  function passesOver(situation: Situation): CustomerAct {
    const { waiting, asked } = situation
    if (waiting.options?.some(({ key }) => key === "skip") === true)
      return either(situation, "skip", words.skip)
    if (asked?.view.type === "boolean") return either(situation, "no", words.no)
    return { is: "gives-up", why: `does not know "${waiting.id}"` }
  }

  function answersCheckpoint(situation: Situation): CustomerAct {
    const { waiting, context } = situation
    const options = waiting.options ?? []
    const wrong = changeOf(waiting, (slot) => pending.has(slot) || isWrong(situation, slot))
    if (wrong !== undefined) return changes(wrong)
    const label = (key: string) => options.find((option) => option.key === key)?.label ?? key
    if (document.declines?.includes(waiting.id) === true)
      return either(situation, "decline", [label("decline")])
    const questions = context.asking?.kind === "checkpoint" ? (context.asking.questions ?? []) : []
    const answered = answersQuestions(situation, questions)
    if (answered !== null) return answered
    const accept = context.asking?.kind === "checkpoint" ? context.asking.accept : []
    return either(situation, "accept", accept.length === 0 ? [label("accept")] : accept)
  }

  /**
   * Answers a card of questions, either one by one on the card or all that he has something to tell of in a message;
   * null when all that is left is a no. Telling some is a turn for each, which is the customer's own doing.
   */
  function answersQuestions(situation: Situation, questions: readonly AskedQuestion[]): CustomerAct | null {
    const isShown = (id: string) =>
      situation.waiting.options?.some(({ key }) => key === `${id}:unsure`) === true
    const open = questions.filter(
      ({ id, given }) => given === undefined && facts[id] !== undefined && isShown(id),
    )
    const [first] = open
    if (first === undefined) {
      const isLeft = questions.some(({ given }) => given === undefined)
      const hasTold = questions.some(({ id }) => facts[id] !== undefined && facts[id] !== "no")
      return isLeft && hasTold ? either(situation, "rest:no", words.restNo) : null
    }
    const pressed = `${first.id}:${facts[first.id]}`
    if (first.type !== undefined ? random.chance(1 - manner.words) : presses(situation, pressed)) {
      if (open.length > 1) extra += 1
      return { is: "chooses", key: pressed }
    }
    const parts = open.map(({ id, title, type }) => sayAnswer(title ?? id, facts[id] ?? "", type))
    const others = questions.some(({ id, given }) => given === undefined && facts[id] === undefined)
    return says(
      [...parts, ...(others && random.chance(0.5) ? [random.pick(words.restNo)] : [])].join(words.join),
    )
  }

  /** An answer to a question of a card, which names what it is about. */
  function sayAnswer(title: string, value: Json, type: string | undefined): string {
    if (type === undefined)
      return fill(random.pick(words.answered[value as "yes" | "no" | "unsure"]), "", title)
    const text = sayValue({ type, names: [] }, value, telling) ?? String(value)
    return fill(random.pick(words.named), text, title)
  }

  function confirms(situation: Situation): CustomerAct {
    const { waiting, heldIn } = situation
    const change = changeOf(waiting, (slot) => isWrong(situation, slot))
    if (change !== undefined) return changes(change)
    const value = heldIn(waiting.id)
    const fact = facts[waiting.id]
    if (Array.isArray(fact) && Array.isArray(value) && fact.length > 0) {
      const hasMore = value.length < fact.length
      return either(situation, hasMore ? "yes" : "no", hasMore ? words.more : words.noMore)
    }
    if (fact !== undefined && value !== undefined && JSON.stringify(fact) !== JSON.stringify(value)) {
      told.delete(waiting.id)
      return either(situation, "no", words.no)
    }
    if (fact !== undefined) told.add(waiting.id)
    return either(situation, "yes", words.yes)
  }

  /** Whether a value that is read back is not what he meant. */
  function isWrong({ heldIn }: Situation, slot: string): boolean {
    const fact = facts[slot]
    const value = heldIn(slot)
    return fact !== undefined && value !== undefined && JSON.stringify(value) !== JSON.stringify(fact)
  }

  function changes({ key, slot }: Change): CustomerAct {
    pending.delete(slot)
    told.delete(slot)
    extra += 2
    return { is: "chooses", key }
  }

  /** A question beside the service: he chooses what he meant, and what lets him go on. */
  function repliesToPattern(situation: Situation): CustomerAct {
    const { waiting, run, asked } = situation
    const options = waiting.options ?? []
    const leadsOn = options.find(({ key }) => {
      const choice = run?.pattern?.choices?.[key]
      if (choice?.choice !== "command") return choice !== undefined && key !== options.at(-1)?.key
      const { command } = choice
      if (command.command === "start-flow") return command.flow === flow
      return (
        command.command === "set-slot" &&
        JSON.stringify(facts[command.slot]) === JSON.stringify(command.value)
      )
    })
    const key = leadsOn?.key ?? options.find((option) => GO_ON.has(option.key))?.key
    if (key !== undefined) return { is: "chooses", key }
    if (asked?.view.type === "boolean") {
      const isWanted = run?.scopes[""]?.data.offers === flow
      return either(situation, isWanted ? "yes" : "no", isWanted ? words.yes : words.no)
    }
    const last = options.at(-1)
    return last === undefined
      ? { is: "gives-up", why: `cannot answer "${waiting.id}" beside the service` }
      : { is: "chooses", key: last.key }
  }
}

/** 好的，谢谢 is small talk, but a yes where that is an option. */
function isAnswer(text: string, { options = [] }: SlotView): boolean {
  const parts = text.split(/[，,]/).map((part) => part.trim())
  return options.some(({ label, says = [] }) => [label, ...says].some((name) => parts.includes(name)))
}

/** A row that may be changed; a sub-flow's slot stands in its key behind the state that runs it. */
type Change = { readonly key: string; readonly slot: string }

function changeOf({ options = [] }: WaitingFor, isWanted: (slot: string) => boolean): Change | undefined {
  return options
    .filter(({ key }) => key.startsWith("change:"))
    .map(({ key }) => ({ key, slot: key.slice(key.search(/[^:/]*$/)) }))
    .find(({ slot }) => isWanted(slot))
}

/** Types that take an utterance as it is: nothing is said around such a value, and nothing else meanwhile. */
const FREE: ReadonlySet<string> = new Set(["text", "person-name", "address", "place", "boolean", "documents"])
/** In place of a file: the others come another time. */
const PUT_OFF = "later"
/** Options of the patterns that keep to the matter. */
const GO_ON: ReadonlySet<string> = new Set(["goOn", "again", "give"])
