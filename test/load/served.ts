import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"

/** A server in a process of its own, that can be killed as a machine may be. */
export type Served = {
  readonly url: string
  readonly insurerUrl: string
  kill(): Promise<void>
}

const command = fileURLToPath(new URL("../../server/colloquy.mjs", import.meta.url))
export const channelKey = "a channel server's key"
export const operatorToken = "an operator's token"

/** Starts `colloquy start` on free ports and resolves when it says that it is ready. */
export async function serve(
  dataDir: string,
  flowsDir: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Served> {
  const child: ChildProcess = spawn(
    process.execPath,
    [command, "start", "--json", "--port", "0", "--data", dataDir, "--flows", flowsDir],
    {
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        COLLOQUY_LOG: "error",
        COLLOQUY_CHANNEL_KEY: channelKey,
        COLLOQUY_OPERATOR_TOKEN: operatorToken,
        COLLOQUY_MESSAGES_PER_SECOND: "0",
        ...environment,
      },
    },
  )
  let errors = ""
  child.stderr?.on("data", (chunk) => {
    errors += String(chunk)
  })
  const gone = once(child, "exit").then(([code]) => {
    throw new Error(`The server ended with ${code} before it was ready:\n${errors}`)
  })
  const lines = createInterface({ input: child.stdout ?? process.stdin })
  const ready = (async () => {
    for await (const line of lines) {
      const said: unknown = JSON.parse(line)
      if (typeof said === "object" && said !== null && "url" in said && "insurerUrl" in said) {
        return { url: String(said.url), insurerUrl: String(said.insurerUrl) }
      }
    }
    throw new Error(`The server said nothing:\n${errors}`)
  })()
  const urls = await Promise.race([ready, gone])
  gone.catch(() => {})
  return {
    ...urls,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const exit = once(child, "exit").catch(() => {})
      child.kill("SIGKILL")
      await exit
    },
  }
}
