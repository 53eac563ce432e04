import { type ChildProcess, spawn } from "node:child_process"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"

/** A program of this folder in a process of its own that prints `{ url }` when it listens. */
export type Child = { readonly url: string; stop(): void }

const run = fileURLToPath(new URL("run.mjs", import.meta.url))

export async function startChild(program: string, args: readonly string[] = []): Promise<Child> {
  const child: ChildProcess = spawn(process.execPath, [run, program, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  })
  const lines = createInterface({ input: child.stdout ?? process.stdin })
  for await (const line of lines) {
    const said: unknown = JSON.parse(line)
    if (typeof said === "object" && said !== null && "url" in said)
      return { url: String(said.url), stop: () => child.kill("SIGKILL") }
  }
  throw new Error(`"${program}" ended before it listened.`)
}
