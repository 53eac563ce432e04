import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { type StartedShell, startShell, temporaryFolder } from "./start-shell.ts"

type Files = readonly { readonly file: string; readonly version: string; readonly text: string }[]
type Told = {
  readonly files: Files
  readonly code: string
  readonly changed: Files
  readonly token: string
  readonly detail: string
}

let shell: StartedShell
beforeEach(async () => {
  shell = await startShell({ isTrial: true })
})
afterEach(() => shell.close())

const staff = "operator"
const at = (file: string) => join(shell.dataDir, "flows", file)
const send = async (method: string, path: string, body?: unknown, token: string | undefined = staff) => {
  const { status, body: told } = await shell.send(method, path, body, token)
  return { status, body: told as unknown as Told }
}
const save = (...files: readonly { file: string; text: string | null; version: string | null }[]) =>
  send("PUT", "/api/flows", { files })

describe("/api/flows", () => {
  it("gives every file with its version, to the operator alone", async () => {
    mkdirSync(at("a"), { recursive: true })
    writeFileSync(at("a/flow.yaml"), "id: a\n")
    writeFileSync(at("a/.hidden.yaml"), "x: 1\n")
    const { body } = await send("GET", "/api/flows")
    expect(body.files).toEqual([
      { file: "a/flow.yaml", text: "id: a\n", version: expect.stringMatching(/^[0-9a-f]{32}$/) },
    ])
    expect((await send("GET", "/api/flows", undefined, "guess")).status).toBe(401)
    expect((await send("PUT", "/api/flows", { files: [] }, "guess")).status).toBe(401)
  })

  it("saves several files with the versions that were read, makes folders and takes them away", async () => {
    const first = await save(
      { file: "new/flow.yaml", text: "id: new\n", version: null },
      { file: "new/layout.json", text: "{}\n", version: null },
    )
    expect(first.status).toBe(200)
    expect(readFileSync(at("new/flow.yaml"), "utf8")).toBe("id: new\n")
    expect(readdirSync(at("new")).sort()).toEqual(["flow.yaml", "layout.json"])
    const [flow, layout] = first.body.files
    const second = await save(
      { file: "new/flow.yaml", text: null, version: flow?.version ?? "" },
      { file: "new/layout.json", text: null, version: layout?.version ?? "" },
    )
    expect(second.status).toBe(200)
    expect(existsSync(at("new"))).toBe(false)
  })

  it("writes nothing when one file changed on disk, and tells what stands there", async () => {
    writeFileSync(at("flowset.yaml"), "a: 1\n")
    writeFileSync(at("rules.yaml"), "rules: []\n")
    const { files } = (await send("GET", "/api/flows")).body
    const versionOf = (file: string) => files.find((each) => each.file === file)?.version ?? ""
    writeFileSync(at("rules.yaml"), "rules: [] # by git\n")
    const { status, body } = await save(
      { file: "flowset.yaml", text: "a: 2\n", version: versionOf("flowset.yaml") },
      { file: "rules.yaml", text: "rules: [x]\n", version: versionOf("rules.yaml") },
    )
    expect([status, body.code]).toEqual([409, "flow-files-changed"])
    expect(body.changed).toEqual([
      { file: "rules.yaml", text: "rules: [] # by git\n", version: expect.any(String) },
    ])
    expect(readFileSync(at("flowset.yaml"), "utf8")).toBe("a: 1\n")
    const again = await save({
      file: "rules.yaml",
      text: "rules: [x]\n",
      version: body.changed[0]?.version ?? "",
    })
    expect(again.status).toBe(200)
  })

  it.each([
    ["a new file that is there", { file: "flowset.yaml", text: "a: 2\n", version: null }],
    ["a file that is gone", { file: "gone.yaml", text: "a: 2\n", version: "0".repeat(32) }],
  ])("does not take %s for the one that was read", async (_, write) => {
    writeFileSync(at("flowset.yaml"), "a: 1\n")
    expect((await save(write)).status).toBe(409)
  })

  it("lets one of two savers win, and the other merge", async () => {
    writeFileSync(at("flowset.yaml"), "a: 1\n")
    const version = (await send("GET", "/api/flows")).body.files[0]?.version ?? ""
    const both = await Promise.all(
      ["a: 2\n", "a: 3\n"].map((text) => save({ file: "flowset.yaml", text, version })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it.each([
    "../outside.yaml",
    "a/../../outside.yaml",
    "/etc/outside.yaml",
    "a\\..\\outside.yaml",
    "C:/outside.yaml",
    "a/.git/config.yaml",
    ".hidden.yaml",
    "a/flow.sh",
    "a//flow.yaml",
    "a/flow.yaml\u0000",
    "%2e%2e/outside.yaml",
    `${"a/".repeat(8)}flow.yaml`,
    "",
  ])("refuses the name %j", async (file) => {
    const { status, body } = await save({ file, text: "a: 1\n", version: null })
    expect([status, body.code]).toEqual([422, "flow-file-name"])
  })

  it("refuses a folder that is a link out of it", async () => {
    const outside = temporaryFolder()
    symlinkSync(outside.path, at("linked"))
    const { status } = await save({ file: "linked/flow.yaml", text: "a: 1\n", version: null })
    expect(status).toBe(422)
    expect(readdirSync(outside.path)).toEqual([])
    outside.remove()
  })

  it("puts nothing half: when one file cannot be written the others stand as they were", async () => {
    writeFileSync(at("flowset.yaml"), "a: 1\n")
    const version = (await send("GET", "/api/flows")).body.files[0]?.version ?? ""
    mkdirSync(at("rules.yaml"))
    const { status } = await save(
      { file: "flowset.yaml", text: "a: 2\n", version },
      { file: "rules.yaml", text: "rules: []\n", version: null },
    )
    expect(status).toBe(500)
    expect(readFileSync(at("flowset.yaml"), "utf8")).toBe("a: 1\n")
    expect(readdirSync(at(".")).sort()).toEqual(["flowset.yaml", "rules.yaml"])
  })

  it("is described", async () => {
    const { paths } = (await shell.send("GET", "/api/openapi.json")).body
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining([
        "/api/flows",
        "/api/check",
        "/api/releases",
        "/api/rehearsals/{id}/calls",
        "/api/session",
      ]),
    )
  })
})

describe("/api/session", () => {
  const session = (headers: Readonly<Record<string, string>> = {}) =>
    shell.send("GET", "/api/session", undefined, undefined, headers)

  it("gives the token to the pages of a trial machine", async () => {
    const { status, body } = await session({ "sec-fetch-site": "same-origin" })
    expect([status, body.token]).toEqual([200, "operator"])
  })

  it.each([
    ["another page", { "sec-fetch-site": "cross-site" }],
    ["a page on another port", { "sec-fetch-site": "same-site" }],
    ["a proxy", { "x-forwarded-for": "203.0.113.9" }],
  ])("gives nothing to %s, and says where the token stands", async (_, headers) => {
    const { status, body } = await session(headers)
    expect([status, body.code]).toEqual([401, "sign-in-needed"])
    expect(body.detail).toContain("operator.token")
  })

  it("gives nothing where the server is more than a trial", async () => {
    const other = await startShell()
    expect((await other.send("GET", "/api/session")).status).toBe(401)
    await other.close()
  })
})

describe("/api/rehearsals", () => {
  const declared = {
    request: { method: "POST", path: "/identity/find" },
    input: { type: "object" },
    output: { type: "object" },
    errors: { NO_MATCH: { http: 404 }, LOCKED: { http: 423 } },
    effect: "read",
  }
  const call = (id: string, input: unknown, token = staff) =>
    shell.send(
      "POST",
      `/api/rehearsals/${id}/calls`,
      { operation: "identity.find", declared, input, now: "2026-03-02T10:00:00+08:00" },
      token,
    )
  const wrong = { policyNo: "P20230001234", idLast4: "0000" }

  it("answers from a sample insurer of the rehearsal's own, anew after a reset", async () => {
    for (const _ of [1, 2, 3]) await call("rehearsal-one", wrong)
    expect((await call("rehearsal-one", wrong)).body).toMatchObject({ is: "error", error: "LOCKED" })
    expect((await call("rehearsal-two", wrong)).body).toMatchObject({ is: "error", error: "NO_MATCH" })
    expect((await shell.send("DELETE", "/api/rehearsals/rehearsal-one", undefined, staff)).status).toBe(204)
    expect((await call("rehearsal-one", wrong)).body).toMatchObject({ is: "error", error: "NO_MATCH" })
  })

  it("does in the rehearsal's own insurer what people do there, and refuses what it cannot do", async () => {
    const play = (act: string) =>
      shell.send(
        "POST",
        "/api/rehearsals/rehearsal-one/play",
        { act, now: "2026-03-02T10:00:00+08:00" },
        staff,
      )
    expect((await play("")).body).toEqual({ events: [] })
    const refused = await play("claims/R999/pay")
    expect([refused.status, refused.body.code]).toEqual([422, "core-act-refused"])
    expect((await play("../operations")).body.code).toBe("body-invalid")
  })

  it("is for the operator, and takes only what services.yaml may say", async () => {
    expect((await call("rehearsal-one", wrong, "guess")).status).toBe(401)
    const odd = { operation: "a", declared: { request: {} }, input: {}, now: "2026-03-02T10:00:00+08:00" }
    const { status, body } = await shell.send("POST", "/api/rehearsals/rehearsal-one/calls", odd, staff)
    expect([status, body.code]).toEqual([422, "body-invalid"])
  })
})
