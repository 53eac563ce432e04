import { readFileSync } from "node:fs"
import Ajv, { type AnySchema, type ValidateFunction } from "ajv"
import { parse } from "yaml"
import { z } from "zod"
import { createSampleInsurer, type SampleInsurerOptions } from "../../../server/sample-insurer/index.ts"

/** A Monday morning, on which the tests of this folder stand. */
export const NOW = "2026-03-02T10:00:00+08:00"

const serviceSchema = z.object({
  request: z.object({
    method: z.enum(["GET", "POST"]),
    path: z.string(),
    query: z.record(z.string(), z.string()).default({}),
  }),
  input: z.record(z.string(), z.unknown()),
  output: z.record(z.string(), z.unknown()),
  errors: z.record(z.string(), z.object({ http: z.number() })),
  effect: z.enum(["read", "write", "notify"]),
  timeout: z.string(),
  retry: z.object({ times: z.number(), backoff: z.string() }),
})
export type Service = z.infer<typeof serviceSchema>

/** The contract: `flows/services.yaml`, by operation. */
export const services: Readonly<Record<string, Service>> = z
  .record(z.string(), serviceSchema)
  .parse(parse(readFileSync(new URL("../../../flows/services.yaml", import.meta.url), "utf8")))

const flowSet = z
  .object({
    events: z.record(z.string(), z.record(z.string(), z.unknown())),
    types: z.record(z.string(), z.object({ values: z.record(z.string(), z.unknown()).optional() })),
  })
  .parse(parse(readFileSync(new URL("../../../flows/flowset.yaml", import.meta.url), "utf8")))
/** The payloads of outside events that `flows/flowset.yaml` declares. */
export const events: Readonly<Record<string, Record<string, unknown>>> = flowSet.events

const ajv = new Ajv({ strict: true, allErrors: true })
ajv.addFormat("money", {
  type: "number",
  validate: (amount) => Math.abs(amount * 100 - Math.round(amount * 100)) < 1e-6,
})
ajv.addFormat("percent", { type: "number", validate: () => true })
ajv.addFormat("date", /^\d{4}-\d{2}-\d{2}$/)
for (const [name, { values }] of Object.entries(flowSet.types))
  if (values !== undefined) ajv.addFormat(name, (value) => Object.hasOwn(values, value))
ajv.addFormat("date-time", /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+]08:00$/)

const validators = Object.fromEntries(
  Object.entries(services).map(([id, { input, output }]) => [
    id,
    { input: ajv.compile({ ...input, additionalProperties: false }), output: ajv.compile(close(output)) },
  ]),
)

export type Answer = {
  readonly status: number
  readonly body: Record<string, unknown>
  readonly text: string
}
export type CallOptions = { readonly key?: string; readonly now?: string }

/**
 * Returns a sample insurer in memory and a way to call its operations as the contract says. Every input and every
 * answer is held against its schema, with no property that the schema does not name (inside an input it may have
 * more: a whole first answer, say); a refusal that the contract declares must have the status declared.
 */
export function startInsurer(options: Partial<SampleInsurerOptions> = {}) {
  const insurer = createSampleInsurer({ file: ":memory:", ...options })
  let keys = 0
  const call = async (id: string, input: Readonly<Record<string, unknown>>, options: CallOptions = {}) => {
    const service = services[id]
    const valid = validators[id]
    if (service === undefined || valid === undefined)
      throw new Error(`No operation "${id}" in services.yaml.`)
    conform(valid.input, input, `${id} input`)
    const { method, path, query } = service.request
    const left = new Map(Object.entries(input))
    const filled = path.replace(/\{(\w+)\}/g, (_all, name: string) => {
      const value = String(left.get(name))
      left.delete(name)
      return encodeURIComponent(value)
    })
    const search = new URLSearchParams()
    for (const [parameter, name] of Object.entries(query)) {
      if (left.has(name)) search.set(parameter, String(left.get(name)))
      left.delete(name)
    }
    const key = options.key ?? `key-${++keys}`
    const response = await insurer.app.request(`${filled}${search.size > 0 ? `?${search}` : ""}`, {
      method,
      headers: {
        "x-now": options.now ?? NOW,
        ...(service.effect === "read" ? {} : { "idempotency-key": key }),
        ...(method === "POST" ? { "content-type": "application/json" } : {}),
      },
      ...(method === "POST" ? { body: JSON.stringify(Object.fromEntries(left)) } : {}),
    })
    const text = await response.text()
    const body: Record<string, unknown> = text === "" ? {} : JSON.parse(text)
    if (response.status === 200) conform(valid.output, body, `${id} output`)
    const declared = service.errors[String(body.error)]
    if (declared !== undefined && declared.http !== response.status) {
      throw new Error(
        `${id} refuses with ${body.error} as ${response.status}, the contract says ${declared.http}.`,
      )
    }
    return { status: response.status, body, text } satisfies Answer
  }
  const send = async (method: string, path: string, body?: unknown) => {
    const response = await insurer.app.request(path, {
      method,
      headers: { "x-now": NOW, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: response.status, body: await response.json() }
  }
  return { ...insurer, call, send }
}
export type Insurer = ReturnType<typeof startInsurer>

/** Surrenders the policy to the account as a flow does: quote, then notice. */
export async function surrender(
  insurer: Insurer,
  input: {
    readonly customer: string
    readonly policyNo: string
    readonly accountId: string
    readonly part?: string
  },
  options: CallOptions = {},
): Promise<Answer> {
  const { customer, policyNo, part } = input
  const quote = await insurer.call(
    "policy.surrenderQuote",
    { customer, policyNo, ...(part === undefined ? {} : { part }) },
    options,
  )
  const { quoteId, refund } = quote.body
  return insurer.call("policy.surrender", { ...input, quoteId, refund }, options)
}

/** Returns what in the value is not as the schema says, or is not named by it; `null` when nothing. */
export function refusedBy(schema: unknown, value: unknown): string | null {
  const validate = ajv.compile(close(schema))
  return validate(value) ? null : ajv.errorsText(validate.errors)
}

function conform(validate: ValidateFunction, value: unknown, what: string): void {
  if (!validate(value))
    throw new Error(`${what}: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(value)}`)
}

function close(schema: unknown): AnySchema {
  if (typeof schema !== "object" || schema === null) throw new Error("A schema is an object.")
  const { properties, items } = schema as { properties?: object; items?: unknown }
  return {
    ...schema,
    ...(properties === undefined
      ? {}
      : {
          additionalProperties: false,
          properties: Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, close(one)])),
        }),
    ...(items === undefined ? {} : { items: close(items) }),
  }
}
