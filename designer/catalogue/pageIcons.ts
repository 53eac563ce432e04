import { type LucideIcon, Table } from "lucide-react"
import type { PageId } from "../shell/viewStore.ts"
import { elementPages } from "./pages.ts"

export function pageIcon(page: PageId): LucideIcon {
  return page === "texts" ? Table : elementPages[page].icon
}
