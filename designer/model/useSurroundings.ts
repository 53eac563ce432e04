import type { DocumentState } from "../document/documentStore.ts"
import { documents, useDocuments } from "../document/documents.ts"
import { createSurroundingsReader, type Surroundings } from "./surroundings.ts"

const read = createSurroundingsReader()

/** What the open flow set holds now. */
export function surroundings(): Surroundings {
  return now(documents.store.getState())
}

/** What the open flow set holds; the same object as long as nothing in it changed. */
export function useSurroundings(): Surroundings {
  return useDocuments(now)
}

function now({ files, saved, served }: DocumentState): Surroundings {
  return read(files, saved, served)
}
