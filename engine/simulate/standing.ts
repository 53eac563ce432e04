import { leafOf } from "../run/position.ts"
import type { Session } from "./session.ts"
import { textOf } from "./text-of.ts"

/** What the runs stand at, the one on top first: state, groups and `flow/state`; parked runs when none talks. */
export function positions(session: Session): readonly (readonly string[])[] {
  const { stack, runs } = session.conversation()
  const ids = stack.length > 0 ? [stack.at(-1) ?? ""] : Object.keys(runs)
  return ids.flatMap((id) => {
    const run = runs[id]
    return run === undefined
      ? []
      : [
          run.position.flatMap((frame) => [
            leafOf(frame.value),
            `${frame.flow}/${leafOf(frame.value)}`,
            ...Object.keys(frame.visits),
          ]),
        ]
  })
}

/** Returns a sentence for messages: where the runs stand, what is asked, what was last said. */
export function stood(session: Session): string {
  const where = positions(session).map((names) => names.filter((name) => name.includes("/")).join(" › "))
  const { question } = session.conversation()
  const last = session.entries.findLast((entry) => entry.kind === "bot.said")
  return ` It stands at ${where.join(", ") || "nothing"}${question === undefined ? "" : ` and asks for "${question.id}"`}. Last said: ${last?.kind === "bot.said" ? textOf(last.personal.content) : "nothing"}`
}

/** Returns the states in which the runs stand, as `flow/state`, the outermost flow's first. */
export function placesOf(session: Session): readonly string[] {
  return positions(session).flatMap((names) => names.filter((name) => name.includes("/")))
}
