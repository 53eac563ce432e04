import type { PageId } from "../shell/viewStore.ts"
import type { Page } from "./page.ts"
import { dataPage } from "./pages/data.tsx"
import { defaultsPage } from "./pages/defaults.tsx"
import { knowledgePage } from "./pages/knowledge.tsx"
import { parametersPage } from "./pages/parameters.tsx"
import { queuesPage } from "./pages/queues.tsx"
import { rulesPage } from "./pages/rules.tsx"
import { servicesPage } from "./pages/services.tsx"
import { slotsPage } from "./pages/slots.tsx"
import { triggersPage } from "./pages/triggers.tsx"
import { wordingsPage } from "./pages/wordings.tsx"

/** The pages that list elements and show one; the table of texts is a page of its own kind. */
export type ElementPageId = Exclude<PageId, "texts">

export const elementPages: Readonly<Record<ElementPageId, Page>> = {
  slots: slotsPage,
  data: dataPage,
  triggers: triggersPage,
  wordings: wordingsPage,
  knowledge: knowledgePage,
  services: servicesPage,
  queues: queuesPage,
  rules: rulesPage,
  parameters: parametersPage,
  defaults: defaultsPage,
}

/** The pages of the flow that is open; the others are of all flows. */
export const flowPageIds: readonly PageId[] = ["slots", "data", "triggers", "texts"]
