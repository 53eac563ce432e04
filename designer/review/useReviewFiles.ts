import { useEffect, useState } from "react"
import { createFiles, type Files } from "../../engine/index.ts"
import { type CurrentRelease, readFlows, readRelease } from "../api/flows.ts"

export type ReviewFiles =
  | { readonly is: "loading" }
  | { readonly is: "ready"; readonly files: Files; readonly release: CurrentRelease }
  | { readonly is: "failed"; readonly why: unknown; readonly retry: () => void }

/** The flow set as it is saved, and the release that serves now. */
export function useReviewFiles(): ReviewFiles {
  const [attempt, setAttempt] = useState(0)
  const [state, setState] = useState<ReviewFiles>({ is: "loading" })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt reads again
  useEffect(() => {
    let isWanted = true
    Promise.all([readFlows(), readRelease()]).then(
      ([{ files }, release]) => {
        const texts = Object.fromEntries(files.map(({ file, text }) => [file, text]))
        if (isWanted) setState({ is: "ready", files: createFiles(texts), release })
      },
      (why: unknown) => {
        if (isWanted) setState({ is: "failed", why, retry: () => setAttempt((count) => count + 1) })
      },
    )
    return () => {
      isWanted = false
    }
  }, [attempt])
  return state
}
