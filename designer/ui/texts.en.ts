import type { uiTextsZh } from "./texts.zh.ts"

/** Words of the shared interface parts, in English. */
export const uiTextsEn: typeof uiTextsZh = {
  textSize: "Text size",
  textNormal: "Normal",
  theme: "Appearance",
  themeSystem: "System",
  themeLight: "Light",
  themeDark: "Dark",
  copy: "Copy {{name}} {{value}}",
  copied: "Copied {{name}}",
  policyNo: "Policy",
  idLast4: "ID, last four",
  mobile: "Mobile",
  code: "Code",
  searchPeople: "Find a customer",
  searchPeopleHint: "Name, situation or policy",
  topics: "By situation",
  allTopics: "All",
  showAll: "Show all {{count}}",
  nobodyFound: "Nobody fits; try another word.",
  loading: "Loading",
  retry: "Try again",
}
