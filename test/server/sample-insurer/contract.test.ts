import { describe, expect, it } from "vitest"
import { z } from "zod"
import { operations } from "../../../server/sample-insurer/operations/operations.ts"
import { events, NOW, refusedBy, type Service, services, startInsurer, surrender } from "./client.ts"

describe("the contract in services.yaml", () => {
  it("is served operation by operation, at its method, path and effect", () => {
    const served = operations.map(({ id, method, path, effect }) => ({ id, method, path, effect }))
    const agreed = Object.entries(services).map(([id, { request, effect }]) => ({
      id,
      method: request.method,
      path: request.path.replace(/\{(\w+)\}/g, ":$1"),
      effect,
    }))
    expect(served.sort(byId)).toEqual(agreed.sort(byId))
  })

  it.each(Object.entries(services))("%s describes and types every property", (_id, service: Service) => {
    expect(undescribed(service.input, "input")).toEqual([])
    expect(undescribed(service.output, "output")).toEqual([])
  })

  it.each(Object.entries(services))(
    "%s ends within 30 seconds, retries included",
    (_id, { timeout, retry }) => {
      expect((retry.times + 1) * seconds(timeout) + retry.times * seconds(retry.backoff)).toBeLessThanOrEqual(
        30,
      )
    },
  )

  it.each(Object.entries(services).filter(([, { effect }]) => effect === "write"))(
    "%s can be found out about when no answer came",
    async (id) => {
      const [subject] = id.split(".")
      const finders = Object.keys(services).filter(
        (one) => one.startsWith(`${subject}.`) && /byKey$|Status$/i.test(one),
      )
      expect(finders.length).toBeGreaterThan(0)
    },
  )

  it.each(operations)("$id refuses input that does not fit", async ({ id }) => {
    const insurer = startInsurer()
    const { request } = services[id] ?? expect.fail(id)
    const response = await insurer.app.request(request.path.replace(/\{\w+\}/g, "%20"), {
      method: request.method,
      headers: { "x-now": NOW, "idempotency-key": "k" },
      ...(request.method === "POST" ? { body: "[1]" } : {}),
    })
    expect([response.status, await response.json()]).toEqual([400, { error: "INVALID_INPUT" }])
    insurer.close()
  })

  it("takes a null in the body for an absent value", async () => {
    const insurer = startInsurer()
    const response = await insurer.app.request("/complaints", {
      method: "POST",
      headers: { "x-now": NOW, "idempotency-key": "k" },
      body: JSON.stringify({ what: "等了很久", wish: null, policyNo: null }),
    })
    expect(response.status).toBe(200)
    insurer.close()
  })

  it("refuses a day that cannot be read", async () => {
    const insurer = startInsurer()
    const response = await insurer.app.request("/customers/C1001/accounts", {
      headers: { "x-now": "2026-03-02" },
    })
    expect([response.status, await response.json()]).toEqual([400, { error: "INVALID_NOW" }])
    insurer.close()
  })
})

describe("the events in flowset.yaml", () => {
  it.each([
    ["confirm", "surrender.confirmed"],
    ["pay", "surrender.paid"],
    ["reject-account", "surrender.account-rejected"],
    ["withdraw-confirm", "surrender.withdrawn"],
  ])("%s sends %s with the payload declared", async (act, event) => {
    const insurer = startInsurer()
    const zhang = { customer: "C1001", policyNo: "P20230001234", accountId: "A8120" }
    const { body } = await surrender(insurer, zhang)
    await insurer.send("POST", `/play/surrenders/${body.surrenderNo}/${act}`)
    const [sent] = z.array(keptEvent).parse((await insurer.send("GET", "/events")).body.events)
    expect(sent?.event).toBe(event)
    expect(refusedBy(events[event], sent?.payload)).toBeNull()
    insurer.close()
  })
})

const keptEvent = z.object({ event: z.string(), payload: z.unknown() })

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1
}

function seconds(duration: string): number {
  return Number(/^PT(\d+)S$/.exec(duration)?.[1])
}

type Schema = { description?: string; type?: string; properties?: Record<string, Schema>; items?: Schema }

function undescribed(schema: Schema, path: string): readonly string[] {
  const own = schema.type === undefined ? [`${path} has no type`] : []
  const inner = Object.entries(schema.properties ?? {}).flatMap(([name, one]) => [
    ...(one.description === undefined ? [`${path}.${name} has no description`] : []),
    ...undescribed(one, `${path}.${name}`),
  ])
  return [...own, ...inner, ...(schema.items === undefined ? [] : undescribed(schema.items, `${path}[]`))]
}
