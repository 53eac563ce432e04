import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { pino } from "pino"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { openDatabase } from "../../../server/db/open-database.ts"
import { createSqliteStore } from "../../../server/db/sqlite-store.ts"
import { createDrafts } from "../../../server/release/drafts.ts"
import { readFlowFiles } from "../../../server/release/flow-files.ts"
import { createReleaseRegistry } from "../../../server/release/release-registry.ts"
import { watchFlows } from "../../../server/release/watch-flows.ts"
import { smallEngine, smallFlowSet } from "../small-engine.ts"
import { temporaryFolder } from "../start-shell.ts"

let folder: ReturnType<typeof temporaryFolder>
let store: ReturnType<typeof createSqliteStore>
let lines: string[]
beforeEach(() => {
  folder = temporaryFolder()
  store = createSqliteStore(openDatabase(join(folder.path, "a.db")))
  lines = []
})
afterEach(() => {
  store.close()
  folder.remove()
})

const log = () => pino({}, { write: (line: string) => void lines.push(line) })
const registry = () =>
  createReleaseRegistry({ engine: smallEngine, store, log: log(), now: () => "2026-03-02T10:00:00+08:00" })

describe("readFlowFiles", () => {
  it("reads YAML and JSON below the folder by their paths, without hidden ones", async () => {
    const flows = join(folder.path, "flows")
    mkdirSync(join(flows, "claims"), { recursive: true })
    mkdirSync(join(flows, ".git"))
    for (const file of [
      "flowset.yaml",
      "claims/flow.yaml",
      "claims/layout.json",
      "notes.txt",
      ".git/x.yaml",
    ]) {
      writeFileSync(join(flows, file), file)
    }
    const names = ["claims/flow.yaml", "claims/layout.json", "flowset.yaml"]
    expect(await readFlowFiles(flows)).toEqual(Object.fromEntries(names.map((name) => [name, name])))
  })
})

describe("the registry", () => {
  it("keeps the last good release when files have errors, and tells the errors with their places", async () => {
    const releases = registry()
    expect((await releases.offer(smallFlowSet("r1"))).taken).toBe(true)
    expect((await releases.offer({ "flowset.yaml": "{" })).taken).toBe(false)
    expect(releases.releases.current.id).toBe("r1")
    expect(lines.join("")).toContain("flowset.yaml:1:1 no JSON")
  })

  it("restores the newest stored release, and compiles older ones only when they are asked for", async () => {
    const first = registry()
    await first.offer(smallFlowSet("r1"))
    await first.offer(smallFlowSet("r2"))
    const second = registry()
    expect(await second.restore()).toBe(true)
    expect(Object.keys(second.releases.all)).toEqual(["r2"])
    await second.prepare(["r1", "r2"])
    expect(Object.keys(second.releases.all)).toEqual(["r2", "r1"])
    expect(second.releases.current.id).toBe("r2")
    expect(second.prepare(["r1"])).toBeUndefined()
  })

  it("says that a release is not there", async () => {
    const releases = registry()
    expect(await releases.restore()).toBe(false)
    expect(() => releases.releases).toThrow("No flow set is loaded")
    await expect(releases.prepare(["gone"])).rejects.toMatchObject({ code: "release-unavailable" })
  })

  it("follows the files of a folder", async () => {
    const flows = join(folder.path, "flows")
    mkdirSync(flows)
    const write = (id: string) =>
      writeFileSync(join(flows, "flowset.yaml"), smallFlowSet(id)["flowset.yaml"] ?? "")
    write("r1")
    const releases = registry()
    await releases.offer(await readFlowFiles(flows))
    const stop = watchFlows(flows, releases, createDrafts(folder.path), log())
    write("r2")
    await expect.poll(() => releases.releases.current.id, { timeout: 5_000 }).toBe("r2")
    writeFileSync(join(flows, "flowset.yaml"), "{")
    await expect
      .poll(() => lines.join(""), { timeout: 5_000 })
      .toContain("the last good release goes on serving")
    expect(releases.releases.current.id).toBe("r2")
    stop()
  })
})
