import type { OperationDocument, ServiceCall, ServiceResult } from "../../engine/index.ts"

export type RehearsalCore = {
  readonly perform: (operation: OperationDocument | undefined, call: ServiceCall) => Promise<ServiceResult>
  readonly reset: () => Promise<void>
}

/** Returns the server's sample insurer as the core system of one rehearsal; what it cannot answer has failed. */
export function createRehearsalCore(): RehearsalCore {
  const path = `/api/rehearsals/${crypto.randomUUID()}`
  let isUsed = false
  return {
    async perform(operation, call) {
      if (operation === undefined)
        return { is: "failed", reason: `There is no operation "${call.operation}".` }
      isUsed = true
      try {
        const response = await fetch(`${path}/calls`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ call, operation }),
        })
        const answer: unknown = await response.json()
        if (response.ok && isResult(answer)) return answer
        return { is: "failed", reason: detailOf(answer) ?? `The server answered ${response.status}.` }
      } catch {
        return { is: "failed", reason: "The server cannot be reached." }
      }
    },
    async reset() {
      if (!isUsed) return
      isUsed = false
      await fetch(path, { method: "DELETE" }).catch(() => {})
    },
  }
}

const RESULTS: readonly unknown[] = ["returned", "error", "failed", "unknown"]

function isResult(answer: unknown): answer is ServiceResult {
  return typeof answer === "object" && answer !== null && "is" in answer && RESULTS.includes(answer.is)
}

function detailOf(answer: unknown): string | null {
  return typeof answer === "object" &&
    answer !== null &&
    "detail" in answer &&
    typeof answer.detail === "string"
    ? answer.detail
    : null
}
