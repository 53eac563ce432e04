import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { openSqlite } from "../../../server/db/open-sqlite.ts"
import { catalogue, createSampleInsurer } from "../../../server/sample-insurer/index.ts"
import { operations } from "../../../server/sample-insurer/operations/operations.ts"
import { operationNames } from "../../../server/sample-insurer/pages/operation-names.ts"
import { NOW, startInsurer, surrender } from "./client.ts"

const ZHANG = { customer: "C1001", policyNo: "P20230001234", accountId: "A8120" }

describe("the same calls on empty data", () => {
  it("give the same bytes", async () => {
    const run = async () => {
      const insurer = startInsurer()
      const texts = []
      const { body, text } = await insurer.call("identity.find", {
        policyNo: "P20230001234",
        idLast4: "1036",
      })
      texts.push(text, (await insurer.call("identity.sendCode", { candidate: body.candidate })).text)
      texts.push((await surrender(insurer, ZHANG, { key: "k" })).text)
      for (const path of ["/people", "/effects", "/events", "/customers/C1001/policies", "/"]) {
        texts.push(await (await insurer.app.request(path, { headers: { "x-now": NOW } })).text())
      }
      insurer.close()
      return texts
    }
    expect(await run()).toEqual(await run())
  })
})

describe("the file", () => {
  it("keeps what happened, and is seeded once", async () => {
    const folder = mkdtempSync(join(tmpdir(), "insurer-"))
    const file = join(folder, "insurer.sqlite")
    const before = startInsurer({ file })
    const { body } = await surrender(before, ZHANG)
    before.close()
    const after = startInsurer({ file })
    const { surrenderNo } = body
    const status = await after.call("policy.surrenderStatus", { surrenderNo, customer: "C1001" })
    expect(status.body.state).toBe("accepted")
    after.close()
    rmSync(folder, { recursive: true })
  })

  it("of another layout is not touched", () => {
    const folder = mkdtempSync(join(tmpdir(), "insurer-"))
    const file = join(folder, "insurer.sqlite")
    const other = openSqlite(file)
    other.exec("PRAGMA user_version = 99")
    other.close()
    expect(() => createSampleInsurer({ file })).toThrow(/layout 99.*move the file away/)
    rmSync(folder, { recursive: true })
  })
})

describe("products", () => {
  it("have numbered clauses in both languages, no number twice", () => {
    expect(catalogue).toHaveLength(6)
    for (const { id, clauses } of catalogue) {
      expect(new Set(clauses.map((clause) => clause.id)).size, id).toBe(clauses.length)
      for (const { title, text } of clauses) {
        for (const words of [title.zh, title.en, text.zh, text.en]) expect(words).not.toBe("")
      }
      for (const needed of ["1.1", "1.2", "1.3", "1.4", "3.1", "5.4"]) {
        expect(clauses.map((clause) => clause.id)).toContain(needed)
      }
    }
  })

  it("are listed", async () => {
    const insurer = startInsurer()
    expect((await insurer.send("GET", "/products")).body.products).toHaveLength(6)
    insurer.close()
  })
})

describe("the pages", () => {
  it.each([
    ["zh", "可以试聊的人", "普通客户"],
    ["en", "Who can be tried", "Plain customer"],
  ])("tell in %s who can be tried, and load nothing from outside", async (lang, heading, reason) => {
    const insurer = startInsurer()
    await surrender(insurer, ZHANG)
    await insurer.send("PUT", "/faults", { "account.list": { kind: "error" } })
    const text = await (await insurer.app.request(`/?lang=${lang}`, { headers: { "x-now": NOW } })).text()
    for (const part of [heading, reason, "P20230001234", "861001", "S202603020001", "account.list"]) {
      expect(text).toContain(part)
    }
    expect(text).not.toMatch(/(src|href)="(https?:)?\/\//)
    insurer.close()
  })

  it("have buttons that come back to them", async () => {
    const insurer = startInsurer()
    await surrender(insurer, ZHANG)
    const press = (path: string, form?: Record<string, string>) =>
      insurer.app.request(path, {
        method: "POST",
        headers: { accept: "text/html" },
        body: new URLSearchParams(form),
      })
    const pay = "/play/surrenders/S202603020001/pay"
    expect((await press(`${pay}?lang=en`)).headers.get("location")).toBe("/?lang=en#surrenders")
    expect((await press(pay)).headers.get("location")).toBe("/#surrenders")
    await press("/play/faults", { operation: "account.list", kind: "noAnswer" })
    expect((await insurer.send("GET", "/faults")).body).toMatchObject({
      "account.list": { kind: "noAnswer" },
    })
    await press("/play/faults", { operation: "account.list", kind: "none" })
    expect((await insurer.send("GET", "/faults")).body).toEqual({})
    await press("/play/faults", { operation: "complaint.open", kind: "slow" })
    await press("/play/faults")
    expect((await insurer.send("GET", "/faults")).body).toEqual({})
    insurer.close()
  })

  it("offer only what can still be done with a surrender, and name every operation", async () => {
    const insurer = startInsurer()
    await surrender(insurer, ZHANG)
    const text = async () => (await insurer.app.request("/", { headers: { "x-now": NOW } })).text()
    const acts = async () =>
      [...(await text()).matchAll(/surrenders\/S202603020001\/([a-z-]+)\?/g)].map(([, act]) => act)
    expect(await acts()).toEqual(["confirm", "pay", "reject-account", "withdraw-confirm"])
    await insurer.send("POST", "/play/surrenders/S202603020001/confirm")
    expect(await acts()).toEqual(["pay", "reject-account"])
    await insurer.send("POST", "/play/surrenders/S202603020001/pay")
    expect(await acts()).toEqual([])
    for (const { id } of operations) expect(operationNames[id], id).toBeDefined()
    insurer.close()
  })

  it("show the codes that were sent", async () => {
    const insurer = startInsurer()
    const codes = async () =>
      /id="codes">([\s\S]*?)<\/section>/.exec(await (await insurer.app.request("/?lang=en")).text())?.[1]
    expect(await codes()).toContain("No code was sent yet.")
    const { body } = await insurer.call("identity.find", { policyNo: "P20230001234", idLast4: "1036" })
    await insurer.call("identity.sendCode", { candidate: body.candidate })
    expect(await codes()).toContain("861001")
    insurer.close()
  })

  it("show the App's face check", async () => {
    const insurer = startInsurer()
    const { body } = await insurer.call("identity.checkFace", { customer: "C1002" })
    const text = await (await insurer.app.request(String(body.link))).text()
    expect(text).toContain(`/play/faces/${body.faceRef}/fail`)
    insurer.close()
  })

  it("answer for their health, and say what is not served", async () => {
    const insurer = startInsurer()
    expect((await insurer.send("GET", "/health")).body).toEqual({ ok: true })
    expect((await insurer.send("GET", "/nowhere")).status).toBe(404)
    insurer.close()
  })
})
