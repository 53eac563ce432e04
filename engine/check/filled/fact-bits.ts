import type { Effect } from "./effects.ts"
import { type Facts, nameOf, type Provided, printOfProvided } from "./facts.ts"

/** Facts about a few names as the bits of one number, so that very many ways can be followed. */
export type FactBits = {
  readonly start: number
  /** Returns what some effects do to the bits. */
  change(effects: readonly Effect[]): (bits: number) => number
  read(bits: number): Facts
}

/** What one effect does: nothing where `unless` holds; else it clears, and sets, depending on `when`. */
type Step = {
  readonly unless: number
  readonly clear: number
  readonly when: number
  readonly set: number
  readonly otherwise: number
}

/** Names whose changes matter, those of them that may be filled or not, and the conditions that are asked about. */
export type Mattering = {
  readonly names: ReadonlySet<string>
  readonly tracked: ReadonlySet<string>
  readonly prints: ReadonlySet<string>
}

const mostFacts = 31

/** Returns the facts that effects and the start can make about names, null when there are too many. */
export function createFactBits(
  effects: readonly Effect[],
  start: Facts,
  { tracked, prints }: Mattering,
): FactBits | null {
  const paths = new Map<string, number>()
  const holds = new Map<string, { readonly bit: number; readonly reads: readonly string[] }>()
  const provided = new Map<string, { readonly bit: number; readonly provided: Provided }>()
  let count = 0
  const next = () => 1 << count++
  const addPath = (path: string) => {
    if (tracked.has(nameOf(path)) && !paths.has(path)) paths.set(path, next())
  }
  const addHolds = (conditions: ReadonlyMap<string, readonly string[]>) => {
    for (const [print, reads] of conditions)
      if (prints.has(print) && !holds.has(print)) holds.set(print, { bit: next(), reads })
  }
  for (const path of start.filled) addPath(path)
  for (const effect of effects) {
    if (effect.is === "told") for (const path of effect.told.filled) addPath(path)
    if (effect.is === "told") addHolds(effect.told.holds)
    if (effect.is === "filled") for (const path of effect.paths) addPath(path)
    if (effect.is !== "answered" || !tracked.has(effect.name)) continue
    addPath(effect.name)
    addHolds(effect.when)
    const { name, when } = effect
    if (when.size > 0 && !provided.has(printOfProvided({ name, when })))
      provided.set(printOfProvided({ name, when }), { bit: next(), provided: { name, when } })
  }
  if (count > mostFacts) return null

  const bitsOf = (some: Iterable<string>) => {
    let bits = 0
    for (const path of some) bits |= paths.get(path) ?? 0
    return bits
  }
  /** All that is known of a name's value. */
  const about = (name: string): number => {
    let bits = 0
    for (const [path, bit] of paths) if (nameOf(path) === name) bits |= bit
    for (const { bit, reads } of holds.values()) if (reads.includes(name)) bits |= bit
    for (const { bit, provided: own } of provided.values())
      if (own.name === name || [...own.when.values()].flat().includes(name)) bits |= bit
    return bits
  }
  const stepOf = (effect: Effect): Step => {
    const step = { unless: 0, clear: 0, when: 0, set: 0, otherwise: 0 }
    switch (effect.is) {
      case "told": {
        let set = bitsOf(effect.told.filled)
        for (const print of effect.told.holds.keys()) set |= holds.get(print)?.bit ?? 0
        return { ...step, set }
      }
      case "filled":
        return { ...step, clear: about(effect.name), set: bitsOf(effect.paths) }
      case "asked":
        return {
          ...step,
          unless: bitsOf([effect.name]),
          clear: [effect.name, ...effect.clears].reduce((bits, name) => bits | about(name), 0),
        }
      case "answered": {
        const { name, when } = effect
        const own = bitsOf([name])
        let needed = 0
        for (const print of when.keys()) needed |= holds.get(print)?.bit ?? 0
        const otherwise = provided.get(printOfProvided({ name, when }))?.bit ?? 0
        return { unless: own, clear: about(name), when: needed, set: own, otherwise }
      }
      case "lost":
        return { ...step, clear: about(effect.name) }
    }
  }
  return {
    start: bitsOf(start.filled),
    change(own) {
      const steps = own.map(stepOf)
      return (bits) => steps.reduce(applyStep, bits)
    },
    read(bits) {
      const has = ({ bit }: { readonly bit: number }) => (bits & bit) !== 0
      return {
        filled: new Set([...paths].flatMap(([path, bit]) => (has({ bit }) ? [path] : []))),
        holds: new Map([...holds].flatMap(([print, each]) => (has(each) ? [[print, each.reads]] : []))),
        filledIf: new Map(
          [...provided].flatMap(([print, each]) => (has(each) ? [[print, each.provided]] : [])),
        ),
      }
    },
  }
}

function applyStep(bits: number, { unless, clear, when, set, otherwise }: Step): number {
  if ((bits & unless) !== 0) return bits
  return (bits & ~clear) | ((bits & when) === when ? set : otherwise)
}
