import type { ExpressionValues } from "../expression/index.ts"
import type { Conversation, Run, RunScope } from "../types.ts"

/**
 * What was computed from a scope's values, by what it was computed for. It stands as long as everything that it read
 * is the same, so a run that is walked again, or looked at again with one slot more, computes little anew. Nothing of
 * it is stored; a conversation that comes from the store computes all.
 */
type Computed = {
  readonly results: Map<unknown, Result>
  /** The values that were last made of the scope, or of one that it replaced. */
  latest: ScopeValues | null
}
/** `stamp`: of the values for which it was last found to stand. */
type Result = { readonly read: readonly unknown[]; readonly result: unknown; stamp: number }
/** Values, with all that they were made of. */
export type ScopeValues = {
  readonly inside: RunScope
  readonly root: RunScope
  readonly keys: Run["keys"]
  readonly customer: Conversation["customer"]
  readonly now: string
  readonly values: ExpressionValues
}

const byScope = new WeakMap<RunScope, Computed>()
const byValues = new WeakMap<
  ExpressionValues,
  { readonly results: Computed["results"]; readonly stamp: number }
>()
let stamps = 0

/** Returns the values that were last made of a scope, or of one that it replaced. */
export function latestValues(scope: RunScope): ScopeValues | null {
  return byScope.get(scope)?.latest ?? null
}

/** Keeps the values of a scope, and lets them use what was computed there. */
export function keepValues(latest: ScopeValues): void {
  let computed = byScope.get(latest.inside)
  if (computed === undefined) {
    computed = { results: new Map(), latest }
    byScope.set(latest.inside, computed)
  }
  computed.latest = latest
  stamps += 1
  byValues.set(latest.values, { results: computed.results, stamp: stamps })
}

/** Returns the scope that replaces another, with what was computed there. */
export function replacing(old: RunScope | undefined, scope: RunScope): RunScope {
  const computed = old === undefined ? undefined : byScope.get(old)
  if (computed !== undefined) byScope.set(scope, computed)
  return scope
}

/** A value path, taken apart once. */
export type ReadPath = readonly string[]

/** Returns what `compute` gives for these values, from before when all that it reads is as it was. */
export function computeOnce<T>(
  values: ExpressionValues,
  subject: unknown,
  reads: readonly ReadPath[],
  compute: () => T,
): T {
  const shared = byValues.get(values)
  if (shared === undefined) return compute()
  const { results, stamp } = shared
  const known = results.get(subject)
  if (known !== undefined && (known.stamp === stamp || isAsRead(values, reads, known.read))) {
    known.stamp = stamp
    return known.result as T
  }
  const result = compute()
  results.set(subject, { read: reads.map((path) => rawAt(values, path)), result, stamp })
  return result
}

function isAsRead(values: ExpressionValues, reads: readonly ReadPath[], read: readonly unknown[]): boolean {
  for (let at = 0; at < reads.length; at += 1) {
    const path = reads[at]
    if (path === undefined || rawAt(values, path) !== read[at]) return false
  }
  return true
}

/**
 * The very value at a path: values are replaced, never changed, so the same one means the same content. What every
 * object has from its prototype is always the same, so it may count as well.
 */
function rawAt(values: ExpressionValues, path: ReadPath): unknown {
  let current: unknown = values
  for (let at = 0; at < path.length; at += 1) {
    if (!isObject(current)) return undefined
    current = current[path[at] ?? ""]
  }
  return current
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null
}
