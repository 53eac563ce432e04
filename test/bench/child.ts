import { type ChildProcess, spawn } from "node:child_process"
import { createInterface } from "node:readline"

/** A TypeScript program in a process of its own that prints `{ url }` when it listens. */
export type Child = { readonly url: string; stop(): void }

export async function startChild(program: URL, args: readonly string[] = []): Promise<Child> {
  const child: ChildProcess = spawn(process.execPath, ["--import", "tsx", program.pathname, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  })
  const lines = createInterface({ input: child.stdout ?? process.stdin })
  for await (const line of lines) {
    const said: unknown = JSON.parse(line)
    if (typeof said === "object" && said !== null && "url" in said)
      return { url: String(said.url), stop: () => child.kill("SIGKILL") }
  }
  throw new Error(`"${program.pathname}" ended before it listened.`)
}
