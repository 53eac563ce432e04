import { fileURLToPath } from "node:url"
import type { Arguments } from "../cli.ts"

/** Returns a text option, undefined when it was not given. */
export function textOption({ options }: Arguments, name: string): string | undefined {
  const value = options[name]
  return typeof value === "string" ? value : undefined
}

export function isSet({ options }: Arguments, name: string): boolean {
  return options[name] === true
}

/** The flow set that ships with the product, wherever the command is called from. */
export const shippedFlows = fileURLToPath(new URL("../../flows", import.meta.url))

export function flowsDir(args: Arguments): string {
  return textOption(args, "flows") ?? process.env.COLLOQUY_FLOWS ?? shippedFlows
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
