import { useEffect, useState } from "react"
import { type About, readAbout } from "./about.ts"

export type AboutState =
  | { readonly is: "loading" }
  | { readonly is: "ready"; readonly about: About }
  | { readonly is: "failed"; readonly retry: () => void }

/** What the server says about itself, read once for each mounted page. */
export function useAbout(): AboutState {
  const [attempt, setAttempt] = useState(0)
  const [state, setState] = useState<AboutState>({ is: "loading" })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt reads again
  useEffect(() => {
    let isWanted = true
    readAbout().then(
      (about) => isWanted && setState({ is: "ready", about }),
      () => isWanted && setState({ is: "failed", retry: () => setAttempt((count) => count + 1) }),
    )
    return () => {
      isWanted = false
    }
  }, [attempt])
  return state
}
