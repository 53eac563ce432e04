import { createSecretKey, randomBytes } from "node:crypto"
import { chmodSync, readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { createLru } from "../../../server/security/lru.ts"
import { loadMasterKey } from "../../../server/security/master-key.ts"
import { seal, unseal } from "../../../server/security/sealing.ts"
import { type StartedShell, startShell, temporaryFolder } from "../start-shell.ts"

describe("seal", () => {
  const key = createSecretKey(randomBytes(32))

  it("opens under the same key at the same place only", () => {
    const sealed = seal(key, "c1/entry/1", "糖尿病")
    expect(unseal(key, "c1/entry/1", sealed).toString()).toBe("糖尿病")
    expect(() => unseal(key, "c1/entry/2", sealed)).toThrow("does not open")
    expect(() => unseal(createSecretKey(randomBytes(32)), "c1/entry/1", sealed)).toThrow("does not open")
  })

  it.each([0, 1, 20, 30])("does not open when byte %i was changed", (index) => {
    const sealed = seal(key, "place", "some text")
    sealed[index] = (sealed[index] ?? 0) ^ 1
    expect(() => unseal(key, "place", sealed)).toThrow()
  })

  it("never gives the same bytes twice", () => {
    const all = Array.from({ length: 1_000 }, () => seal(key, "p", "x").toString("hex"))
    expect(new Set(all).size).toBe(1_000)
  })
})

describe("loadMasterKey", () => {
  const folder = temporaryFolder()
  afterEach(() => folder.remove())

  it("creates a key file for its owner alone, and refuses one that others may read", () => {
    const first = loadMasterKey(folder.path)
    const file = join(folder.path, "master.key")
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(loadMasterKey(folder.path).equals(first)).toBe(true)
    chmodSync(file, 0o644)
    expect(() => loadMasterKey(folder.path)).toThrow("chmod 600")
  })

  it("takes the environment's key and refuses one of another length", () => {
    const key = randomBytes(32)
    expect(loadMasterKey("/nowhere", key.toString("base64")).export()).toEqual(key)
    expect(() => loadMasterKey("/nowhere", "c2hvcnQ=")).toThrow("openssl rand -base64 32")
  })
})

describe("createLru", () => {
  it("keeps what is used and never more than its limit", () => {
    const lru = createLru<number>(10)
    lru.set("used", 0)
    for (let index = 1; index <= 50; index += 1) {
      lru.set(`k${index}`, index)
      expect(lru.get("used")).toBe(0)
    }
    const kept = Array.from({ length: 51 }, (_, index) => lru.get(`k${index}`)).filter(
      (value) => value !== undefined,
    )
    expect(kept.length).toBeLessThanOrEqual(10)
  })
})

describe("what is stored", () => {
  const SECRETS = ["糖尿病", "我的秘密", "客户", "S-CLAIM-77", "王小明"]
  let shell: StartedShell
  beforeEach(async () => {
    shell = await startShell()
  })
  afterEach(() => shell.close())

  async function converse() {
    const opened = await shell.open()
    await shell.say(opened, { text: "健康 糖尿病" }, { "idempotency-key": "k" })
    await shell.say(opened, { text: "我的秘密" })
    await shell.say(opened, { text: "关联 S-CLAIM-77" })
    await shell.say(opened, {
      upload: { name: "王小明.txt", mediaType: "text/plain", content: "546L5bCP5piO" },
    })
    await shell.say(opened, { text: "转人工 客户" })
    return opened
  }
  const stored = (): Buffer =>
    Buffer.concat(
      readdirSync(shell.dataDir)
        .filter((name) => name.startsWith("colloquy.db"))
        .map((name) => readFileSync(join(shell.dataDir, name))),
    )

  it("shows nothing personal in any file", async () => {
    await converse()
    for (const secret of SECRETS) expect(stored().includes(secret)).toBe(false)
  })

  it("is sealed by data class: health has a key of its own", async () => {
    const opened = await converse()
    const classes = (await shell.store.keys(opened.id)).map((row) => row.dataClass)
    expect(classes.sort()).toEqual(["conversation", "health"])
  })

  it("verifies, and says where it was changed", async () => {
    const opened = await converse()
    const verdict = () => shell.send("GET", `/api/audit/${opened.id}`, undefined, "operator")
    expect((await verdict()).body).toMatchObject({ ok: true, entries: 11 })
    const turns = await shell.store.turns(opened.id, 0, 100)
    const firstOf = (turn: number) => turns.find((row) => row.turn === turn)?.first ?? 0
    const tampers: readonly (readonly [string, number])[] = [
      ["UPDATE turns SET open = '[{\"x\":1}]' WHERE turn = 3", firstOf(3)],
      ["UPDATE turns SET sealed = zeroblob(40) WHERE turn = 2", firstOf(2)],
      ["UPDATE turns SET last = last - 1 WHERE turn = 4", firstOf(4)],
      ["DELETE FROM turns WHERE turn = 2", firstOf(2)],
      [`DELETE FROM turns WHERE turn = ${turns.length}`, firstOf(turns.length)],
    ]
    for (const [sql, entry] of tampers) {
      shell.database.exec("BEGIN")
      shell.database.exec(sql)
      expect((await shell.runtime.conversations.verify(opened.id)) as object).toMatchObject({
        ok: false,
        entry,
      })
      shell.database.exec("ROLLBACK")
    }
  })

  it("is erased with its keys: nothing can be read, nobody may go on, the chain stays valid", async () => {
    const opened = await converse()
    const wrapped = (await shell.store.keys(opened.id)).map((row) => row.wrapped)
    expect(wrapped.every((key) => stored().includes(key))).toBe(true)
    expect(
      (await shell.send("DELETE", `/api/conversations/${opened.id}`, undefined, opened.token)).status,
    ).toBe(401)
    expect(
      (await shell.send("DELETE", `/api/conversations/${opened.id}`, undefined, "operator")).status,
    ).toBe(204)
    expect(wrapped.some((key) => stored().includes(key))).toBe(false)
    const read = await shell.send("GET", `/api/conversations/${opened.id}`, undefined, opened.token)
    expect([read.status, read.body.code]).toEqual([410, "conversation-erased"])
    expect((await shell.say(opened, { text: "喂" })).status).toBe(410)
    const verdict = await shell.send("GET", `/api/audit/${opened.id}`, undefined, "operator")
    expect(verdict.body.ok).toBe(true)
  })

  it("cannot be read under another master key", async () => {
    const opened = await converse()
    await shell.stop()
    const other = await startShell({ dataDir: shell.dataDir, masterKey: randomBytes(32).toString("base64") })
    expect((await other.say(opened, { text: "喂" })).status).toBe(500)
    await other.close()
  })
})
