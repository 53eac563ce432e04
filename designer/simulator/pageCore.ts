import type { Release, ScenarioCore, ServiceCall, ServiceResult } from "../../engine/index.ts"

/** What a worker has the page ask of the sample insurer: only the page holds the token for it. */
export type CoreQuestion = { readonly is: "core"; readonly number: number } & (
  | { readonly does: "call"; readonly call: ServiceCall; readonly declared: unknown }
  | { readonly does: "play"; readonly act: string; readonly now: string }
  | { readonly does: "reset" }
)
export type CoreAnswer = {
  readonly asks: "take"
  readonly number: number
  readonly came:
    | { readonly is: "result"; readonly result: ServiceResult }
    | { readonly is: "events"; readonly events: Awaited<ReturnType<ScenarioCore["play"]>> }
    | { readonly is: "done" }
    | { readonly is: "refused"; readonly why: string }
}
type Question<Asked = CoreQuestion> = Asked extends CoreQuestion ? Omit<Asked, "is" | "number"> : never

/** The sample insurer as a worker reaches it: through the page. */
export type PageCore = {
  of(release: Release): ScenarioCore
  take(answer: CoreAnswer): void
}

export function createPageCore(post: (question: CoreQuestion) => void): PageCore {
  const awaited = new Map<number, (came: CoreAnswer["came"]) => void>()
  let asked = 0
  const ask = (question: Question): Promise<CoreAnswer["came"]> => {
    asked += 1
    const number = asked
    return new Promise((resolve) => {
      awaited.set(number, resolve)
      post({ is: "core", number, ...question } as CoreQuestion)
    })
  }
  return {
    take({ number, came }) {
      awaited.get(number)?.(came)
      awaited.delete(number)
    },
    of: ({ operations }) => ({
      async perform(call) {
        const declared = operations[call.operation]
        if (declared === undefined)
          return { is: "failed", reason: `There is no operation "${call.operation}".` }
        const came = await ask({ does: "call", call, declared })
        if (came.is === "result") return came.result
        return { is: "failed", reason: came.is === "refused" ? came.why : "no answer" }
      },
      async play(act, now) {
        const came = await ask({ does: "play", act, now })
        if (came.is === "events") return came.events
        throw new Error(came.is === "refused" ? came.why : "no answer")
      },
      async reset() {
        await ask({ does: "reset" })
      },
    }),
  }
}
