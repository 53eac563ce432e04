import type { Arguments, ExitCode } from "../cli.ts"
import { UsageError } from "../cli.ts"
import { startServer } from "../index.ts"
import { flowsDir, isSet, print, textOption } from "./arguments.ts"

/** Starts everything, prints where to go, and runs until it is told to stop. */
export async function start(args: Arguments): Promise<ExitCode> {
  const port = textOption(args, "port")
  if (port !== undefined && !/^\d{1,5}$/.test(port))
    throw new UsageError(`"${port}" is no port: write a number from 0 to 65534.`)
  const data = textOption(args, "data")
  const now = textOption(args, "now")
  const server = await startServer({
    flowsDir: flowsDir(args),
    ...(port === undefined ? {} : { port: Number(port) }),
    ...(data === undefined ? {} : { dataDir: data }),
    ...(now === undefined ? {} : { now }),
  })
  const { url, insurerUrl, operatorTokenFile } = server
  if (isSet(args, "json")) print(JSON.stringify({ url, insurerUrl, operatorTokenFile }))
  else print(welcome(url, insurerUrl, operatorTokenFile))
  await new Promise<void>((resolve) => {
    process.once("SIGINT", () => resolve())
    process.once("SIGTERM", () => resolve())
  })
  await server.close()
  return 0
}

function welcome(url: string, insurerUrl: string | null, operatorTokenFile: string): string {
  const rows = [
    ["Start page", url],
    ["Chat", `${url}/chat`],
    ["Designer", `${url}/designer`],
    ["API", `${url}/api/openapi.json`],
    ...(insurerUrl === null ? [] : [["Sample insurer", insurerUrl]]),
    ["Operator token", operatorTokenFile],
  ]
  return `\nColloquy is ready.\n\n${rows.map(([label = "", value = ""]) => `  ${label.padEnd(16)}${value}`).join("\n")}\n\nStop with Ctrl-C.\n`
}
