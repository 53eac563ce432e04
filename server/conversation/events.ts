import { Ajv, type ValidateFunction } from "ajv"
import type { Input, Json, Values } from "../../engine/types.ts"
import { Failure } from "../failure.ts"
import { sealJson } from "../security/vault.ts"
import type { Loaded } from "./loaded.ts"
import type { Shell } from "./shell.ts"

/** Something that happened outside: a claim was decided, a premium arrived. */
export type OutsideEvent = {
  readonly event: string
  readonly payload: Json
  readonly conversation?: string
  readonly correlation?: Values
}

/** Delivers outside events to the conversations that they concern. */
export type Events = {
  /**
   * Delivers an event to the conversation named, to those with a run whose keys equal the correlation, or, by the key
   * `customer` alone, to the newest conversation with this customer for which it means anything; resolves with how many
   * when all have committed. The same key to the same conversation is delivered once. Throws
   * `event-unknown`, `event-invalid`, and `event-finds-no-run`, upon which the sender should send it again later.
   */
  deliver(event: OutsideEvent, key?: string): Promise<number>
}

/** Returns the events of one runtime. */
export function createEvents(shell: Shell): Events {
  const { deliver, store, registry, engine, clock, metrics } = shell
  const ajv = new Ajv({ strict: false, validateFormats: false })
  const validators = new WeakMap<object, ValidateFunction>()

  const refuseInvalid = ({ event, payload }: OutsideEvent): void => {
    const declared = registry.releases.current.settings.events ?? {}
    const schema = Object.hasOwn(declared, event) ? declared[event] : undefined
    if (schema === undefined) {
      throw new Failure("event-unknown", `flowset.yaml declares no event "${event}".`)
    }
    if (typeof schema !== "object" || schema === null) return
    const validate = validators.get(schema) ?? ajv.compile(schema)
    validators.set(schema, validate)
    if (validate(payload)) return
    const [first] = validate.errors ?? []
    const why = `${first?.instancePath || "it"} ${first?.message ?? "has the wrong shape"}`
    throw new Failure("event-invalid", `The payload of "${event}" is not what flowset.yaml declares: ${why}.`)
  }

  const concerned = async ({ conversation, correlation = {} }: OutsideEvent): Promise<readonly string[]> => {
    const pairs = Object.entries(correlation)
    if (pairs.length === 0) return conversation === undefined ? [] : [conversation]
    const runs = await store.correlated(pairs.map(([name, value]) => shell.digest(name, value)))
    const found = new Set(runs.map((run) => run.conversation))
    return [...found].filter((id) => conversation === undefined || id === conversation)
  }

  /** Whether an event that names no run means anything to this conversation: a turn that is not kept tells. */
  const concerns = ({ conversation }: Loaded, input: Input): boolean => {
    const { entries } = engine.turn(registry.releases, conversation, input)
    const received = entries.find((entry) => entry.kind === "event.received")
    if (received === undefined || received.open.taken) return true
    return entries.some((entry) => entry.kind === "run.started")
  }

  const deliverOne = async (id: string, event: OutsideEvent, key: string | undefined): Promise<void> => {
    const answerKey = `event:${key}`
    await deliver.to(id, async (loaded) => {
      if (key !== undefined && (await store.answer(id, answerKey)) !== null) return null
      const now = clock.now()
      const { event: name, correlation, payload } = event
      const input: Input = {
        ...{ kind: "event", event: name, payload, now },
        ...(correlation === undefined ? {} : { correlation }),
      }
      if (!namesRun(correlation) && !concerns(loaded, input)) throw findsNoRun(name)
      return {
        input,
        answers:
          key === undefined
            ? []
            : [
                {
                  ...{ conversation: id, key: answerKey, created: now },
                  sealed: sealJson(loaded.keys, id, `answer/${answerKey}`, { event: name }),
                },
              ],
      }
    })
    metrics.count("colloquy_events_total")
  }

  /** One customer may have several conversations, and is told once. */
  const deliverToFirst = async (
    [id, ...others]: readonly string[],
    event: OutsideEvent,
    key: string | undefined,
  ): Promise<number> => {
    if (id === undefined) throw findsNoRun(event.event)
    try {
      await deliverOne(id, event, key)
      return 1
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== "event-finds-no-run" || others.length === 0)
        throw error
      return await deliverToFirst(others, event, key)
    }
  }

  return {
    deliver: async (event, key) => {
      refuseInvalid(event)
      const ids = await concerned(event)
      if (ids.length === 0) throw findsNoRun(event.event)
      if (!namesRun(event.correlation)) return await deliverToFirst(ids, event, key)
      await Promise.all(ids.map((id) => deliverOne(id, event, key)))
      return ids.length
    },
  }
}

/** Whether a correlation has a key besides `customer`, which is a conversation's and no run's. */
function namesRun(correlation: Values | undefined): boolean {
  return Object.keys(correlation ?? {}).some((name) => name !== "customer")
}

function findsNoRun(event: string): Failure {
  return new Failure("event-finds-no-run", `No run waits for this "${event}" now: send it again later.`)
}
