import { type EditCommand, type JsonMap, usesOf } from "../../../engine/index.ts"
import type { Adding, Entry, Model, Page } from "../page.ts"

type SharedKind = "parameter" | "queue" | "operation"

/**
 * Returns what the pages of elements have in common that all flows share and one file holds by their ids: where each is
 * used, and how it is made, renamed and taken away.
 */
export function sharedElements(
  file: string,
  kind: SharedKind,
  adding: Pick<Adding, "example" | "pattern"> & {
    /** The fields of a new one besides its title. */
    readonly fields: (id: string) => JsonMap
  },
): Pick<Page, "uses" | "add" | "rename" | "remove"> {
  return {
    uses: (files, { id }: Entry) => usesOf(files, kind, id),
    add: {
      ...{ example: adding.example, pattern: adding.pattern },
      make({ around }: Model, id, title) {
        const value = { title: { [around.settings.locales[0] ?? "zh"]: title }, ...adding.fields(id) }
        return { command: { name: "element.add", args: { file, kind, name: id, value } }, item: id }
      },
    },
    rename: ({ id }, to) => ({ command: { name: "element.rename", args: { kind, name: id, to } }, item: to }),
    remove: ({ id }): EditCommand => ({ name: "element.remove", args: { file, kind, name: id } }),
  }
}
