import { existsSync, statSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { createFiles, diffFile, type ElementChange, type Files } from "../../engine/index.ts"
import { type Arguments, type ExitCode, UsageError } from "../cli.ts"
import { readFlowFiles } from "../release/flow-files.ts"
import { isSet, print } from "./arguments.ts"
import { diagnosticLine } from "./load-release.ts"

type FileDiff = { readonly file: string } & ElementChange

/**
 * Prints what differs, by element; differences are findings. Called by git as its diff driver it is given a path, two
 * files and their hashes and modes, and differences are no fault.
 */
export async function diff(args: Arguments): Promise<ExitCode> {
  const { positionals } = args
  const isDriver = positionals.length === 7
  const [a, b] = isDriver ? [positionals[1], positionals[4]] : positionals
  if (a === undefined || b === undefined || (!isDriver && positionals.length !== 2))
    throw new UsageError("Name two flow sets, or two files of one.")
  const name = isDriver ? positionals[0] : undefined
  const [before, after] = [await filesAt(a, name ?? b), await filesAt(b, name ?? b)]
  const changes = diffFiles(before, after)
  if (isSet(args, "json")) print(JSON.stringify(changes))
  else {
    if (name !== undefined && changes.length > 0) print(name)
    for (const change of changes) for (const line of linesOf(change)) print(line)
  }
  return changes.length === 0 || isDriver ? 0 : 1
}

/** Returns the files of a folder, or one file under a name; `/dev/null` is none. */
async function filesAt(path: string, name: string): Promise<Files> {
  if (path === "/dev/null") return createFiles({})
  if (!existsSync(path)) throw new UsageError(`There is no file or folder "${path}".`)
  if (statSync(path).isDirectory()) return createFiles(await readFlowFiles(path))
  return createFiles({ [name]: await readFile(path, "utf8") })
}

function diffFiles(before: Files, after: Files): readonly FileDiff[] {
  const names = [...new Set([...Object.keys(before.texts), ...Object.keys(after.texts)])].sort()
  return names.flatMap((file) => {
    if (before.texts[file] === after.texts[file]) return []
    const broken = [...before.problems(file), ...after.problems(file)]
    if (broken.length > 0) throw new Error(broken.map(diagnosticLine).join("\n"))
    return diffFile(file, before.value(file), after.value(file)).map((change) => ({ file, ...change }))
  })
}

function linesOf(change: FileDiff): readonly string[] {
  const what = `${change.kind.padEnd(9)} ${change.id}`
  switch (change.is) {
    case "added":
    case "removed":
      return [`${change.is.padEnd(10)} ${what}`]
    case "renamed":
      return [`renamed    ${change.kind.padEnd(9)} ${change.from} → ${change.id}`]
    case "moved":
      return [`moved      ${what}: ${change.from || "no group"} → ${change.to || "no group"}`]
    case "retargeted":
      return [`leads      ${what}: ${change.from || "nowhere"} → ${change.to || "nowhere"}`]
    case "changed":
      return change.fields.map(
        ({ path, before, after }) =>
          `changed    ${what}${path.length === 0 ? "" : ` ${path.join(".")}`}: ${shown(before)} → ${shown(after)}`,
      )
  }
}

function shown(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value)
}
