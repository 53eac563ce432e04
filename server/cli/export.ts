import { exportMermaid, exportXState } from "../../engine/index.ts"
import { type Arguments, type ExitCode, UsageError } from "../cli.ts"
import { flowsDir, print, textOption } from "./arguments.ts"
import { loadRelease } from "./load-release.ts"

/** Prints a flow's machine for other tools. */
export async function exportFlow(args: Arguments): Promise<ExitCode> {
  const to = textOption(args, "to")
  const [id] = args.positionals
  if (to !== "xstate" && to !== "mermaid")
    throw new UsageError(
      `Say where to: --to xstate or --to mermaid${to === undefined ? "" : `, not "${to}"`}.`,
    )
  const release = await loadRelease(flowsDir(args))
  const flow = id === undefined ? undefined : release.flows[id]
  if (flow === undefined)
    throw new UsageError(
      `${id === undefined ? "Name a flow" : `There is no flow "${id}"`}. There are: ${Object.keys(release.flows).join(", ")}.`,
    )
  print(
    to === "xstate"
      ? exportXState(flow)
      : exportMermaid(flow, textOption(args, "locale") ?? release.locales[0] ?? "zh"),
  )
  return 0
}
