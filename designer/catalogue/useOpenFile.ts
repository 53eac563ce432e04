import { useView } from "../shell/viewStore.ts"
import { elementPages } from "./pages.ts"
import { useModel } from "./useModel.ts"

/** The file in which that stands which is shown: of the flow, or of what is open on a page. */
export function useOpenFile(flow: string): string {
  const page = useView((state) => state.page)
  const item = useView((state) => state.item)
  const model = useModel(flow)
  if (page === null || page === "texts") return model.flowFile
  const entries = elementPages[page].entries(model)
  return (entries.find((entry) => entry.item === item) ?? entries[0])?.file ?? model.flowFile
}
