import "i18next"
import type { actionTextsZh } from "../actions/texts/zh.ts"
import type { canvasTextsZh } from "../canvas/texts/zh.ts"
import type { catalogueTextsZh } from "../catalogue/texts/zh.ts"
import type { chatTextsZh } from "../chat/texts/zh.ts"
import type { inspectorTextsZh } from "../inspector/texts/zh.ts"
import type { problemTextsZh } from "../problems/texts/zh.ts"
import type { reviewTextsZh } from "../review/texts/zh.ts"
import type { scenarioTextsZh } from "../scenarios/texts/zh.ts"
import type { shellTextsZh } from "../shell/texts/zh.ts"
import type { simulatorTextsZh } from "../simulator/texts/zh.ts"
import type { startTextsZh } from "../start/texts.zh.ts"
import type { texttableTextsZh } from "../texttable/texts/zh.ts"
import type { uiTextsZh } from "../ui/texts.zh.ts"

/** Makes a wrong text key a type error. */
declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "ui"
    resources: {
      ui: typeof uiTextsZh
      catalogue: typeof catalogueTextsZh
      texttable: typeof texttableTextsZh
      chat: typeof chatTextsZh
      start: typeof startTextsZh
      simulator: typeof simulatorTextsZh
      canvas: typeof canvasTextsZh
      shell: typeof shellTextsZh
      actions: typeof actionTextsZh
      problems: typeof problemTextsZh
      inspector: typeof inspectorTextsZh
      review: typeof reviewTextsZh
      scenarios: typeof scenarioTextsZh
    }
  }
}
