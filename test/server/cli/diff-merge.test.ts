import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { main } from "../../../server/cli.ts"
import { temporaryFolder } from "../start-shell.ts"

const base = `id: a
start: first
states:
  # greets
  first:
    type: message
    say: 您好
    to: end
  end: { type: final, outcome: done }
`
const ours = base.replace("您好", "早上好")
const theirs = base.replace("to: end\n", "to: other\n  other: { type: message, to: end }\n")

let folder: ReturnType<typeof temporaryFolder>
const write = (name: string, text: string) => {
  const path = join(folder.path, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  return path
}
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => {
  vi.restoreAllMocks()
  folder.remove()
})

async function run(...args: readonly string[]) {
  let out = ""
  const take = (part: unknown) => {
    out += String(part)
    return true
  }
  vi.spyOn(process.stdout, "write").mockImplementation(take)
  vi.spyOn(process.stderr, "write").mockImplementation(take)
  const code = await main(args)
  vi.restoreAllMocks()
  return { code, out }
}

describe("colloquy diff", () => {
  it("prints what differs between two flow sets, a line each", async () => {
    write("a/one/flow.yaml", base)
    write("b/one/flow.yaml", theirs.replace("您好", "早上好"))
    const { code, out } = await run("diff", join(folder.path, "a"), join(folder.path, "b"))
    expect(code).toBe(1)
    expect(out.split("\n").slice(0, -1)).toEqual([
      'changed    state     a/first say: "您好" → "早上好"',
      "leads      exit      a/first#: end → other",
      "added      state     a/other",
      "added      exit      a/other#",
    ])
  })

  it("prints nothing and is fine when only comments and order differ", async () => {
    const [a, b] = [write("a.yaml", base), write("b.yaml", base.replace("  # greets\n", ""))]
    expect(await run("diff", a, b)).toEqual({ code: 0, out: "" })
  })

  it("serves git as its diff driver, also for a file that is new", async () => {
    const file = write("b.yaml", base)
    const { code, out } = await run(
      "diff",
      "flows/a/flow.yaml",
      "/dev/null",
      "0",
      "0",
      file,
      "1",
      "100644",
      "--json",
    )
    expect(code).toBe(0)
    expect(JSON.parse(out)).toContainEqual(expect.objectContaining({ id: "a/first", is: "added" }))
  })

  it("tells misuse and broken YAML with code 2", async () => {
    expect((await run("diff", "a")).code).toBe(2)
    const broken = await run("diff", write("a.yaml", base), write("b.yaml", "a: [1"))
    expect(broken.code).toBe(2)
    expect(broken.out).toContain("not valid YAML")
  })
})

describe("colloquy merge", () => {
  it("writes what both made into OURS", async () => {
    const our = write("ours", ours)
    const { code } = await run(
      "merge",
      write("base", base),
      our,
      write("theirs", theirs),
      "flows/a/flow.yaml",
    )
    expect(code).toBe(0)
    expect(readFileSync(our, "utf8")).toBe(theirs.replace("您好", "早上好"))
  })

  it("lists conflicts, and leaves our side without a marker", async () => {
    const our = write("ours", ours)
    const other = write("theirs", theirs.replace("您好", "晚上好"))
    const { code, out } = await run("merge", write("base", base), our, other, "flows/a/flow.yaml")
    expect(code).toBe(1)
    expect(out).toBe(
      'conflict   flows/a/flow.yaml states.first.say\n  base     "您好"\n  ours     "早上好"\n  theirs   "晚上好"\n',
    )
    expect(readFileSync(our, "utf8")).toBe(theirs.replace("您好", "早上好"))
  })
})
