import { parseArgs } from "node:util"
import { chat } from "./cli/chat.ts"
import { check } from "./cli/check.ts"
import { diff } from "./cli/diff.ts"
import { evaluate } from "./cli/evaluate.ts"
import { exportFlow } from "./cli/export.ts"
import { knowledge } from "./cli/knowledge.ts"
import { merge } from "./cli/merge.ts"
import { recognizeLines } from "./cli/recognize.ts"
import { simulate } from "./cli/simulate.ts"
import { start } from "./cli/start.ts"
import { testScenarios } from "./cli/test.ts"
import { understandLines } from "./cli/understand.ts"

/** What a command line gives: 0 fine, 1 findings, 2 misuse. */
export type ExitCode = 0 | 1 | 2
/** A misuse of the command line; told in one line, with the way to call it right. */
export class UsageError extends Error {}

export type Arguments = {
  readonly options: Readonly<Record<string, string | boolean | undefined>>
  readonly positionals: readonly string[]
}
type Command = {
  readonly usage: string
  readonly does: string
  /** Options by name: whether they take a value. */
  readonly options: Readonly<Record<string, "string" | "boolean">>
  readonly run: (a: Arguments) => Promise<ExitCode>
}

const common = { json: "boolean", flows: "string" } as const
const commands: Readonly<Record<string, Command>> = {
  start: {
    usage: "start [--port 3000] [--data DIR] [--flows DIR] [--now ISO]",
    does: "API, pages and the sample insurer",
    options: { ...common, port: "string", data: "string", now: "string" },
    run: start,
  },
  chat: {
    usage: "chat [--flow ID] [--locale zh] [--now ISO] [--customer ID] [--data DIR]",
    does: "a conversation in the terminal; from a pipe, one line per message",
    options: {
      ...common,
      flow: "string",
      locale: "string",
      now: "string",
      customer: "string",
      data: "string",
    },
    run: chat,
  },
  check: {
    usage: "check [DIR]",
    does: "diagnostics of the flow set",
    options: { json: "boolean" },
    run: check,
  },
  test: {
    usage: "test [DIR] [--coverage] [--only TEXT]",
    does: "scenarios",
    options: { json: "boolean", coverage: "boolean", only: "string" },
    run: testScenarios,
  },
  simulate: {
    usage: "simulate [DIR] [--runs 1000] [--seed 1] [--only FLOW/CUSTOMER/LOCALE] [--transcripts]",
    does: "conversations of simulated customers, with a report per service",
    options: { json: "boolean", runs: "string", seed: "string", only: "string", transcripts: "boolean" },
    run: simulate,
  },
  understand: {
    usage: "understand [--jsonl] [--locale zh] [--examples FILE]",
    does: "text to commands, a line each",
    options: { ...common, jsonl: "boolean", locale: "string", examples: "string", now: "string" },
    run: understandLines,
  },
  recognize: {
    usage: "recognize [--type T --now ISO --prefer past|future] [--jsonl] [--locale zh]",
    does: "text to a value, a line each",
    options: {
      json: "boolean",
      jsonl: "boolean",
      type: "string",
      now: "string",
      prefer: "string",
      locale: "string",
    },
    run: recognizeLines,
  },
  knowledge: {
    usage: "knowledge [--jsonl] [--locale zh] [--documents FILE] [--coverage]",
    does: "question to answers, a line each",
    options: { ...common, jsonl: "boolean", locale: "string", documents: "string", coverage: "boolean" },
    run: knowledge,
  },
  diff: {
    usage: "diff A B",
    does: "what differs between two flow sets or files, by element; also as git's diff driver",
    options: { json: "boolean" },
    run: diff,
  },
  merge: {
    usage: "merge BASE OURS THEIRS [PATH]",
    does: "merges a file by element into OURS, and lists conflicts; also as git's merge driver",
    options: { json: "boolean" },
    run: merge,
  },
  evaluate: {
    usage: "evaluate FILE [--examples FILE] [--least 0.9] [--worst 20] [--locale zh] [--now ISO]",
    does: "accuracy on labelled rows, what was taken for what, and the worst rows",
    options: {
      ...common,
      examples: "string",
      least: "string",
      worst: "string",
      locale: "string",
      now: "string",
    },
    run: evaluate,
  },
  export: {
    usage: "export --to xstate|mermaid|scxml FLOW [--locale zh] [--overview]",
    does: "the machine for other tools",
    options: { ...common, to: "string", locale: "string", overview: "boolean" },
    run: exportFlow,
  },
}

/** Runs the command line and returns the exit code. */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  const [name, ...rest] = argv
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    process.stdout.write(help())
    return name === undefined ? 2 : 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined) return misuse(`There is no command "${name}".`, help())
  try {
    return await command.run(parse(command, rest))
  } catch (error) {
    if (error instanceof UsageError) return misuse(error.message, `Usage: npx colloquy ${command.usage}\n`)
    if (error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")) {
      return misuse(error.message, `Usage: npx colloquy ${command.usage}\n`)
    }
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 2
  }
}

function parse(command: Command, args: readonly string[]): Arguments {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([option, type]) => [option, { type }]),
  )
  const { values, positionals } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: true,
  })
  return { options: values as Arguments["options"], positionals }
}

function misuse(message: string, usage: string): ExitCode {
  process.stderr.write(`${message}\n${usage}`)
  return 2
}

function help(): string {
  const width = Math.max(...Object.values(commands).map(({ usage }) => usage.length))
  const lines = Object.values(commands).map(({ usage, does }) => `  ${usage.padEnd(width)}  ${does}`)
  return `npx colloquy COMMAND (all take --json; exit 0 fine, 1 findings, 2 misuse)\n\n${lines.join("\n")}\n`
}
