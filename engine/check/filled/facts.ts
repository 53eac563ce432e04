/**
 * What is sure at a place of a flow, whichever way led there. A *name* is the first two steps of a value path,
 * `slots.reason`; a condition is known by its print.
 */
export type Facts = {
  /** Value paths that have a value. */
  readonly filled: ReadonlySet<string>
  /** Conditions that hold, each with the names that it reads. */
  readonly holds: ReadonlyMap<string, readonly string[]>
  /** Values that are there wherever some conditions hold, by both in print. */
  readonly filledIf: ReadonlyMap<string, Provided>
}
export type Provided = { readonly name: string; readonly when: Conditions }
/** Conditions by their print, each with the names that it reads. */
export type Conditions = ReadonlyMap<string, readonly string[]>

/** What a condition tells by its outcome. */
export type Told = { readonly filled: readonly string[]; readonly holds: Conditions }

export const nothingSure: Facts = {
  filled: new Set(),
  holds: new Map(),
  filledIf: new Map(),
}

/** Returns the first two steps of a path. */
export function nameOf(path: string): string {
  const second = path.indexOf(".", path.indexOf(".") + 1)
  return second < 0 ? path : path.slice(0, second)
}

/** Returns the facts with what a condition told. */
export function withTold(facts: Facts, { filled, holds }: Told): Facts {
  if (filled.length === 0 && holds.size === 0) return facts
  return {
    ...facts,
    filled: new Set([...facts.filled, ...filled]),
    holds: new Map([...facts.holds, ...holds]),
  }
}

/** Returns the facts after paths below one name got new values: what was known of the old ones is gone. */
export function withFilled(facts: Facts, name: string, paths: readonly string[]): Facts {
  const rest = withoutName(facts, name)
  return { ...rest, filled: new Set([...rest.filled, ...paths]) }
}

/** Returns the facts after a name got a value, unless the conditions did not hold. */
export function withProvided(facts: Facts, name: string, when: Conditions): Facts {
  if ([...when.keys()].every((print) => facts.holds.has(print))) return withFilled(facts, name, [name])
  const rest = withoutName(facts, name)
  const provided = { name, when }
  return { ...rest, filledIf: new Map([...rest.filledIf, [printOfProvided(provided), provided]]) }
}

export function printOfProvided({ name, when }: Provided): string {
  return `${name} if ${[...when.keys()].join(" && ")}`
}

/** Returns the facts after a name lost its value. */
export function withoutName(facts: Facts, name: string): Facts {
  const isOfName = (path: string) => path === name || path.startsWith(`${name}.`)
  return {
    filled: new Set([...facts.filled].filter((path) => !isOfName(path))),
    holds: new Map([...facts.holds].filter(([, reads]) => !reads.includes(name))),
    filledIf: new Map(
      [...facts.filledIf].filter(
        ([, provided]) =>
          provided.name !== name && ![...provided.when.values()].some((reads) => reads.includes(name)),
      ),
    ),
  }
}

/** Returns what is sure on both of two ways. */
export function onBoth(one: Facts, other: Facts): Facts {
  if (one === other) return one
  const filledIf = new Map<string, Provided>()
  for (const [a, b] of [
    [one, other],
    [other, one],
  ] as const)
    for (const [print, provided] of a.filledIf)
      if (b.filledIf.has(print) || b.filled.has(provided.name)) filledIf.set(print, provided)
  return {
    filled: new Set([...one.filled].filter((path) => other.filled.has(path))),
    holds: new Map([...one.holds].filter(([print]) => other.holds.has(print))),
    filledIf,
  }
}

/** Returns all that either says. */
export function withAll(one: Facts, other: Facts): Facts {
  return {
    filled: new Set([...one.filled, ...other.filled]),
    holds: new Map([...one.holds, ...other.holds]),
    filledIf: new Map([...one.filledIf, ...other.filledIf]),
  }
}

/** Whether two facts are the same. */
export function isSame(one: Facts, other: Facts): boolean {
  return (
    one === other ||
    (one.filled.size === other.filled.size &&
      one.holds.size === other.holds.size &&
      one.filledIf.size === other.filledIf.size &&
      [...one.filled].every((path) => other.filled.has(path)) &&
      [...one.holds.keys()].every((print) => other.holds.has(print)) &&
      [...one.filledIf.keys()].every((print) => other.filledIf.has(print)))
  )
}

/** Whether the value of a path, as far as facts tell, is there. */
export function isFilled({ filled, holds, filledIf }: Facts, path: string): boolean {
  if (filled.has(path)) return true
  for (const known of filled) if (known.startsWith(`${path}.`)) return true
  for (const { name, when } of filledIf.values())
    if (name === path && [...when.keys()].every((print) => holds.has(print))) return true
  return false
}
