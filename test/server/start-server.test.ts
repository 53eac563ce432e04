import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { pino } from "pino"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { readConfig } from "../../server/config.ts"
import { type RunningServer, startServer } from "../../server/index.ts"
import { smallEngine, smallFlowSet } from "./small-engine.ts"
import { NOW, temporaryFolder } from "./start-shell.ts"

let folder: ReturnType<typeof temporaryFolder>
const running: RunningServer[] = []
beforeEach(() => {
  folder = temporaryFolder()
  mkdirSync(join(folder.path, "flows"))
  writeFileSync(join(folder.path, "flows/flowset.yaml"), smallFlowSet("r1")["flowset.yaml"] ?? "")
})
afterEach(async () => {
  for (const server of running.splice(0)) await server.close()
  folder.remove()
})

async function start(port = 0): Promise<RunningServer> {
  const server = await startServer({
    ...{ port, now: NOW, engine: smallEngine, log: pino({ level: "silent" }), environment: {} },
    ...{ dataDir: join(folder.path, "data"), flowsDir: join(folder.path, "flows") },
  })
  running.push(server)
  return server
}

const open = async (server: RunningServer) => {
  const body = JSON.stringify({ channel: "web", locale: "zh" })
  const headers = { "content-type": "application/json" }
  const response = await fetch(`${server.url}/api/conversations`, { method: "POST", headers, body })
  return (await response.json()) as { readonly id: string; readonly token: string }
}

describe("startServer", () => {
  it("starts the API and the sample insurer, and tells about both", async () => {
    const server = await start()
    const about = await (await fetch(`${server.url}/api/about`)).json()
    expect(about).toMatchObject({
      name: { zh: "示例" },
      locales: ["zh", "en"],
      release: "r1",
      flows: ["desk"],
      insurer: `${server.insurerUrl}/`,
    })
    expect(JSON.stringify(about.people).length).toBeGreaterThan(100)
    expect((await fetch(`${server.insurerUrl}/people`)).status).toBe(200)
  })

  it("writes the operator token for its owner alone, the same after a restart", async () => {
    const server = await start()
    const token = readFileSync(server.operatorTokenFile, "utf8").trim()
    expect(statSync(server.operatorTokenFile).mode & 0o777).toBe(0o600)
    await server.close()
    expect((await start()).operatorToken).toBe(token)
  })

  it("goes on with the conversations of before, and serves the last good release when the files are broken", async () => {
    const server = await start()
    const opened = await open(server)
    await server.close()
    writeFileSync(join(folder.path, "flows/flowset.yaml"), "{")
    const again = await start()
    const headers = { authorization: `Bearer ${opened.token}` }
    const shown = await fetch(`${again.url}/api/conversations/${opened.id}`, { headers })
    expect(shown.status).toBe(200)
  })

  it("serves what was saved as a draft only once it is released, also after a restart", async () => {
    let server = await start()
    const send = async (method: string, path: string, body?: unknown) => {
      const response = await fetch(`${server.url}${path}`, {
        method,
        headers: { authorization: `Bearer ${server.operatorToken}`, "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      return response.json()
    }
    const serving = async () => (await send("GET", "/api/releases/current")).release
    const save = async (text: string) => {
      const { files } = await send("GET", "/api/flows")
      return send("PUT", "/api/flows", { files: [{ ...files[0], text }] })
    }
    await save(smallFlowSet("r2")["flowset.yaml"] ?? "")
    await server.close()
    server = await start()
    expect(await serving()).toBe("r1")
    expect(await send("POST", "/api/releases")).toMatchObject({ taken: true, release: "r2" })
    expect((await send("GET", "/api/releases/current")).files).toEqual(smallFlowSet("r2"))
    writeFileSync(join(folder.path, "flows/flowset.yaml"), smallFlowSet("r3")["flowset.yaml"] ?? "")
    await expect.poll(serving, { timeout: 5_000 }).toBe("r3")
  })

  it("does not start on broken files without an earlier release, and says where they are broken", async () => {
    writeFileSync(join(folder.path, "flows/flowset.yaml"), "{")
    await expect(start()).rejects.toThrow("flowset.yaml:1:1 no JSON")
  })

  it("says that a port is taken", async () => {
    const server = await start()
    await expect(start(server.port)).rejects.toThrow(`Port ${server.port} of 127.0.0.1 is taken`)
  })
})

describe("readConfig", () => {
  it("has defaults for everything that is not a secret", () => {
    expect(readConfig({})).toEqual({
      ...{ port: 3000, host: "127.0.0.1", dataDir: "data", flowsDir: "flows" },
      ...{ messagesPerSecond: 60, logLevel: "info" },
    })
  })

  it("names everything wrong at once", () => {
    const broken = () => readConfig({ COLLOQUY_PORT: "http", COLLOQUY_LOG: "loud" })
    expect(broken).toThrow('COLLOQUY_PORT is "http"')
    expect(broken).toThrow('COLLOQUY_LOG is "loud"')
  })
})
