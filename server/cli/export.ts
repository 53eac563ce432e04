import { exportMermaid, exportScxml, exportXState } from "../../engine/index.ts"
import { type Arguments, type ExitCode, UsageError } from "../cli.ts"
import { flowsDir, isSet, print, textOption } from "./arguments.ts"
import { loadRelease } from "./load-release.ts"

/** Prints a flow's machine for other tools. */
export async function exportFlow(args: Arguments): Promise<ExitCode> {
  const to = textOption(args, "to")
  const [id] = args.positionals
  if (to !== "xstate" && to !== "mermaid" && to !== "scxml")
    throw new UsageError(
      `Say where to: --to xstate, mermaid or scxml${to === undefined ? "" : `, not "${to}"`}.`,
    )
  const release = await loadRelease(flowsDir(args))
  const flow = id === undefined ? undefined : release.flows[id]
  if (flow === undefined)
    throw new UsageError(
      `${id === undefined ? "Name a flow" : `There is no flow "${id}"`}. There are: ${Object.keys(release.flows).join(", ")}.`,
    )
  const locale = textOption(args, "locale") ?? release.locales[0] ?? "zh"
  const printed = {
    xstate: () => exportXState(flow),
    mermaid: () => exportMermaid(flow, locale, isSet(args, "overview")),
    scxml: () => exportScxml(flow, locale),
  }
  print(printed[to]())
  return 0
}
