import type { PageId } from "../shell/viewStore.ts"
import { TextTable } from "../texttable/TextTable.tsx"
import { ElementPage } from "./ElementPage.tsx"

/** The page that stands in place of the canvas. */
export function Catalogue({ flow, page }: { readonly flow: string; readonly page: PageId }) {
  return (
    <main className="catalogue">
      {page === "texts" ? <TextTable key={flow} flow={flow} /> : <ElementPage flow={flow} page={page} />}
    </main>
  )
}
