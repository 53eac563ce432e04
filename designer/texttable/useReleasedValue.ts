import { useEffect, useState } from "react"
import { createFiles, type Json } from "../../engine/index.ts"
import { readRelease } from "../api/flows.ts"
import { useReleaseDialog } from "../releases/releaseDialog.ts"

/**
 * Returns the values of the files that serve customers now, null while they are not known; read again after a release.
 * Without them the table only cannot say what changed.
 */
export function useReleasedValue(): ((file: string) => Json | undefined) | null {
  const [released, setReleased] = useState<{ value(file: string): Json | undefined } | null>(null)
  const isReleasing = useReleaseDialog(({ isOpen }) => isOpen)
  useEffect(() => {
    if (isReleasing) return
    let isWanted = true
    readRelease().then(
      ({ files }) => isWanted && setReleased(createFiles(files)),
      () => {},
    )
    return () => {
      isWanted = false
    }
  }, [isReleasing])
  return released?.value ?? null
}
