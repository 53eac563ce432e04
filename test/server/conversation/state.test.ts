import { afterEach, describe, expect, it } from "vitest"
import { type ShellOptions, type StartedShell, startCore, startShell } from "../start-shell.ts"

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})
async function start(options: ShellOptions = {}): Promise<StartedShell> {
  const shell = await startShell(options)
  closing.push(shell.close)
  return shell
}

const states = (shell: StartedShell) => shell.database.prepare("SELECT seq FROM states").all()
const turns = (shell: StartedShell) =>
  shell.database.prepare("SELECT turn, patch IS NULL AS whole FROM turns ORDER BY turn").all() as {
    turn: number
    whole: number
  }[]

describe("the stored state of a conversation", () => {
  it("is what each turn changed, and whole now and then, and comes back as it was", async () => {
    const core = await startCore(() => ({ status: 200, body: JSON.stringify({ premium: 1200 }) }))
    closing.push(core.close)
    const shell = await start({ core: { baseUrl: core.baseUrl } })
    const opened = await shell.open()
    const long = "长".repeat(1_200)
    for (let turn = 0; turn < 40; turn += 1) await shell.say(opened, { text: `查 ${turn}${long}` })
    const { conversation } = (await shell.runtime.conversations.show(opened.id, 0)).loaded
    const whole = turns(shell).filter((row) => row.whole === 1)
    expect(whole.length).toBeGreaterThan(1)
    expect(whole.length).toBeLessThan(10)
    expect(states(shell)).toEqual([{ seq: whole.at(-1)?.turn }])
    expect(turns(shell).at(-1)?.whole).toBe(0)
    await shell.stop()

    const again = await start({ dataDir: shell.dataDir })
    const { loaded } = await again.runtime.conversations.show(opened.id, 0)
    expect(JSON.stringify(loaded.conversation)).toBe(JSON.stringify(conversation))
    expect((await again.say(opened, { text: "还在吗" })).status).toBe(200)
  })

  it("is destroyed when the conversation is erased", async () => {
    const shell = await start()
    const { id } = await shell.open()
    expect(states(shell)).toHaveLength(1)
    await shell.runtime.conversations.erase(id)
    expect(states(shell)).toEqual([])
    await expect(shell.runtime.conversations.show(id, 0)).rejects.toThrow("was erased")
  })
})
