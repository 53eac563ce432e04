import { readFile, writeFile } from "node:fs/promises"
import { mergeFile } from "../../engine/index.ts"
import { type Arguments, type ExitCode, UsageError } from "../cli.ts"
import { isSet, print } from "./arguments.ts"

/**
 * Merges what two sides made of a file and writes the result into OURS. Conflicts are findings: they are listed, and
 * OURS holds our side there. As git's merge driver: `colloquy merge %O %A %B %P`.
 */
export async function merge(args: Arguments): Promise<ExitCode> {
  const [base, ours, theirs, path = ours] = args.positionals
  if (base === undefined || ours === undefined || theirs === undefined || path === undefined)
    throw new UsageError("Name three files: as it was, as we have it, as they have it.")
  const [was, our, their] = await Promise.all([base, ours, theirs].map((file) => readFile(file, "utf8")))
  const { text, conflicts } = mergeFile(path, { base: was ?? "", ours: our ?? "", theirs: their ?? "" })
  if (text !== null && text !== our) await writeFile(ours, text)
  if (isSet(args, "json")) print(JSON.stringify({ conflicts }))
  else {
    for (const conflict of conflicts) {
      print(`conflict   ${path} ${conflict.path.join(".") || "as a whole"}`)
      if (conflict.path.length === 0) continue
      for (const side of ["base", "ours", "theirs"] as const)
        print(
          `  ${side.padEnd(8)} ${conflict[side] === undefined ? "nothing" : JSON.stringify(conflict[side])}`,
        )
    }
  }
  return conflicts.length === 0 ? 0 : 1
}
