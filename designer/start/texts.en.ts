import type { startTextsZh } from "./texts.zh.ts"

/** Words of the start page, in English. */
export const startTextsEn: typeof startTextsZh = {
  title: "Service conversations as statecharts",
  intro1:
    "Colloquy keeps insurance services as statecharts and talks to customers by them, so that every step can be explained and reviewed, on a record that nobody can alter.",
  intro2:
    "A compliance checkpoint is passed only by the customer's explicit consent; a person can be reached at any time.",
  chat: "Talk as a customer",
  chatOpen: "Open the chat",
  designerOpen: "Design flows",
  chatLanguage: "English",
  flows: "Try one service",
  people: "Customers you can try",
  peopleNote: "All of them are made up. Open one to copy the policy number and the code.",
  peopleNone: "No sample customers are loaded yet.",
  peopleFailed: "The sample customers cannot be read just now.",
  operation: "Interfaces and operation",
  api: "API description",
  apiNote: "OpenAPI, for integration and tests",
  insurer: "Sample insurer",
  insurerNote: "Core system, one-time codes and faults",
  health: "Health",
  healthNote: "Whether the service is running well",
  release: "Release",
  language: "Language",
  settings: "Display",
}
