import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Customer, createCustomer } from "./customer.ts"
import { operatorToken, type Served, serve } from "./served.ts"

const kills = 20
const atOnce = 8

type Entry = {
  readonly index: number
  readonly kind: string
  readonly open: Readonly<Record<string, unknown>>
  readonly personal?: { readonly content?: { readonly text?: string } }
}

describe("[T90] a server killed at any instant loses no acknowledged turn and does no effect twice", () => {
  const folder = mkdtempSync(join(tmpdir(), "colloquy-kill-"))
  const flows = join(folder, "flows")
  const data = join(folder, "data")
  const customers: Customer[] = []
  /** Those who were asked something and said no more. */
  const silent: Customer[] = []
  let server: Served

  beforeAll(async () => {
    cpSync(fileURLToPath(new URL("../../flows", import.meta.url)), flows, { recursive: true })
    // Silence is met after two seconds and at any hour, so that timers fall due while the server is down.
    const settings = join(flows, "flowset.yaml")
    const text = readFileSync(settings, "utf8")
      .replace(/^( {2}silence:) .*$/m, "$1 PT2S")
      .replace(/^ {2}quiet: .*\n/m, "")
    writeFileSync(settings, text)
    server = await serve(data, flows)
    const random = seeded(20260302)
    let nextId = 2001
    const newCustomer = async () => {
      const customer = await createCustomer(server.url, `C${nextId++}`)
      customers.push(customer)
      return customer
    }
    const active: Customer[] = []
    for (let left = 0; left < 3; left += 1) {
      const customer = await createCustomer(server.url, `C${nextId++}`)
      await customer.step(server.url)
      silent.push(customer)
    }
    for (let kill = 0; kill < kills; kill += 1) {
      while (active.length < atOnce) active.push(await newCustomer())
      const deadline = performance.now() + 150 + random() * 700
      const talking = active.map(async (customer) => {
        while (performance.now() < deadline && !customer.done) {
          try {
            await customer.step(server.url)
          } catch {
            return
          }
        }
      })
      await pause(deadline - performance.now())
      await server.kill()
      await Promise.all(talking)
      server = await serve(data, flows)
      active.splice(0, active.length, ...active.filter((customer) => !customer.done))
    }
    for (const customer of active)
      for (let turns = 0; turns < 30 && !customer.done; turns += 1) await customer.step(server.url)
    await pause(4000)
  }, 600_000)

  afterAll(async () => {
    await server.kill()
    rmSync(folder, { recursive: true, force: true })
  })

  const entriesOf = async (customer: Customer): Promise<readonly Entry[]> => {
    const response = await fetch(`${server.url}/api/conversations/${customer.conversation}?after=0`, {
      headers: { authorization: `Bearer ${operatorToken}` },
    })
    return ((await response.json()) as { entries: readonly Entry[] }).entries
  }

  it("keeps every acknowledged message once, in entries without a gap", async () => {
    const all = [...customers, ...silent]
    expect(all.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0)).toBeGreaterThan(100)
    for (const customer of all) {
      const entries = await entriesOf(customer)
      expect(entries.filter(({ kind }) => kind === "customer.said")).toHaveLength(
        customer.acknowledged.length,
      )
    }
  })

  it("keeps every chain whole", async () => {
    for (const { conversation } of customers) {
      const response = await fetch(`${server.url}/api/audit/${conversation}`, {
        headers: { authorization: `Bearer ${operatorToken}` },
      })
      expect(await response.json()).toMatchObject({ ok: true })
    }
  })

  it("performs no write twice at the core", async () => {
    const response = await fetch(`${server.insurerUrl}/effects`)
    const { effects } = (await response.json()) as {
      effects: readonly { operation: string; key: string; input: { policyNo?: string } }[]
    }
    const writes = effects.filter(({ operation }) => operation === "policy.surrender")
    expect(writes.length).toBeGreaterThan(0)
    expect(new Set(writes.map(({ key }) => key)).size).toBe(writes.length)
    expect(new Set(writes.map(({ input }) => input.policyNo)).size).toBe(writes.length)
  })

  it("fires what fell due while it was down, once", async () => {
    for (const customer of silent) {
      const asked = (await entriesOf(customer)).filter(
        ({ personal }) => personal?.content?.text?.includes("您还在吗") === true,
      )
      expect(asked).toHaveLength(1)
    }
  })
})

/** A small generator of repeatable numbers in [0, 1) (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
