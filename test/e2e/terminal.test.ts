import { spawn } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"

const command = fileURLToPath(new URL("../../server/colloquy.mjs", import.meta.url))

type Ran = { readonly code: number; readonly out: string; readonly error: string }

async function colloquy(args: readonly string[], stdin = ""): Promise<Ran> {
  const child = spawn(process.execPath, [command, ...args], { stdio: ["pipe", "pipe", "pipe"] })
  let out = ""
  let error = ""
  child.stdout.on("data", (part) => {
    out += String(part)
  })
  child.stderr.on("data", (part) => {
    error += String(part)
  })
  child.stdin.end(stdin)
  const [code] = await once(child, "close")
  return { code: Number(code), out, error }
}

const surrender = [
  "我要退保，保单号P20230001234",
  "#accept",
  "1036",
  "861001",
  "#skip",
  "还是要退保",
  "#accept",
  "退到尾号8120的卡，不对，是6621",
  "#accept",
].join("\n")
const still = ["chat", "--flow", "surrender", "--now", "2026-03-02T10:00:00+08:00", "--json"]

describe("npx colloquy chat", () => {
  it("holds a surrender up to the wait for payout, and prints the same bytes when it is run again", async () => {
    const [first, second] = await Promise.all([colloquy(still, surrender), colloquy(still, surrender)])
    expect(first.error).toBe("")
    expect(first.code).toBe(0)
    const turns = first.out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
    expect(turns).toHaveLength(10)
    expect(turns.at(-1).waitingFor).toEqual({ kind: "event", id: expect.stringContaining("surrender.") })
    expect(JSON.stringify(turns.at(-1).entries)).toContain("6621")
    expect(second.out).toBe(first.out)
  }, 120_000)

  it("speaks English", async () => {
    const { out, code } = await colloquy(
      ["chat", "--locale", "en", "--customer", "C1001", "--now", "2026-03-02T10:00:00+08:00"],
      "I want to surrender my policy\n",
    )
    expect(code).toBe(0)
    expect(out).toContain("CNY 9,600.00")
  }, 60_000)
})

describe("the command line", () => {
  it.each([
    [
      ["recognize", "--type", "money"],
      "三万五\n",
      { value: 35000, text: "三万五", start: 0, end: 3, certain: true },
    ],
    [
      ["recognize", "--type", "money"],
      "100美元\n",
      { value: 100, currency: "USD", text: "100美元", start: 0, end: 5, certain: true },
    ],
    [["recognize", "--type", "date", "--now", "2026-03-02T10:00:00+08:00"], "2月30日\n", null],
  ])("%j prints a line per line", async (args, stdin, expected) => {
    const { out, code } = await colloquy(args, stdin)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual(expected)
  })

  it("understands a text, and a JSON object with its own slots", async () => {
    const { out } = await colloquy(["understand"], "我要退保\n")
    expect(JSON.parse(out).commands[0]).toMatchObject({ command: "start-flow", flow: "surrender" })
    const line = JSON.stringify({
      text: "三千五",
      asking: "amount",
      slots: { amount: { type: "money" } },
      now: "2026-03-02T10:00:00+08:00",
    })
    const own = await colloquy(["understand", "--jsonl"], `${line}\n`)
    expect(JSON.parse(own.out).commands[0]).toMatchObject({
      command: "set-slot",
      slot: "amount",
      value: 3500,
    })
  }, 60_000)

  it("answers a question from the knowledge", async () => {
    const { out } = await colloquy(["knowledge"], "犹豫期是多少天\n")
    expect(JSON.parse(out).answers[0]).toMatchObject({
      id: expect.stringContaining("cooling-off"),
      score: expect.any(Number),
    })
  }, 60_000)

  it.each([
    [["fly"], "There is no command"],
    [["export", "--to", "mermaid", "nothing"], "There is no flow"],
    [["export", "surrender"], "Say where to"],
    [["chat", "--now", "yesterday"], "is no time"],
    [["recognize", "--type", "colour"], "is no type"],
  ])(
    "%j is misuse and says how to call it right",
    async (args, message) => {
      const { code, error } = await colloquy(args)
      expect(code).toBe(2)
      expect(error).toContain(message)
    },
    60_000,
  )
})
