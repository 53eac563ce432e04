import type { problemTextsZh } from "./zh.ts"

/** Words of the list of problems, in English. */
export const problemTextsEn: Shape = {
  none: "This flow has no problems.",
  noneHelp: "It is checked again after every change.",
  checking: "Checking",
  ofFlow: "This flow",
  others: "Other files",
  blank: "Nothing is chosen here yet.",
  blankHelp: "Choose one from the list.",
  line: "line {{line}}",
  severity: { error: "Error", warning: "Warning", info: "Hint" },
  fix: {
    connect: "Choose where it leads",
    connectTo: "Change to “{{name}}”",
    disconnect: "Remove this exit",
    remove: "Delete this step",
    removeElement: "Delete “{{name}}”",
    edit: "Go there",
  },
}

type Shape = {
  readonly [Key in keyof typeof problemTextsZh]: (typeof problemTextsZh)[Key] extends string
    ? string
    : { readonly [Inner in keyof (typeof problemTextsZh)[Key]]: string }
}
