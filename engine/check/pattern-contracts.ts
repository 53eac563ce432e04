/** What a conversation pattern is given, on which outcomes the engine acts, and what it must give back. */
export type PatternContract = {
  readonly takes: Readonly<Record<string, string>>
  readonly outcomes: readonly string[]
  readonly gives?: readonly string[]
}

/** The patterns that the engine starts (flow-language, section 6), by id. A pattern need not use all that it is given. */
export const patternContracts: Readonly<Record<string, PatternContract>> = {
  "session-start": { takes: {}, outcomes: ["done"] },
  clarify: {
    takes: { question: "text", options: "list", others: "boolean" },
    outcomes: ["chosen", "none"],
    gives: ["choice"],
  },
  correct: { takes: { changes: "list" }, outcomes: ["done"] },
  "too-late-to-correct": { takes: { label: "text" }, outcomes: ["kept", "resolvedByPerson"] },
  cancel: { takes: { title: "text" }, outcomes: ["confirmed", "kept"] },
  "go-back": { takes: { possible: "boolean", label: "text" }, outcomes: ["done"] },
  skip: { takes: { label: "text", why: "text" }, outcomes: ["goOn", "declined"] },
  repeat: { takes: {}, outcomes: ["done"] },
  pause: { takes: {}, outcomes: ["done"] },
  "out-of-scope": { takes: {}, outcomes: ["done"] },
  "internal-error": { takes: {}, outcomes: ["done"] },
  end: { takes: { open: "boolean", title: "text" }, outcomes: ["ended", "kept"] },
  chitchat: { takes: { topic: "text" }, outcomes: ["done"] },
  "knowledge-answer": {
    takes: { answer: "text", source: "text", offers: "text", offersTitle: "text", busy: "boolean" },
    outcomes: ["done", "accepted"],
  },
  "cannot-understand": {
    takes: { misses: "integer", label: "text", asking: "text" },
    outcomes: ["again", "resolvedByPerson"],
  },
  silence: { takes: { count: "integer" }, outcomes: ["done"] },
  resume: { takes: { title: "text" }, outcomes: ["done"] },
  completed: { takes: { title: "text", outcome: "text" }, outcomes: ["done"] },
  "human-requested": { takes: { flow: "text" }, outcomes: ["returned", "resolvedByPerson", "unavailable"] },
  "consent-withdrawn": { takes: { title: "text" }, outcomes: ["done"] },
  crisis: { takes: { kind: "text" }, outcomes: ["returned", "resolvedByPerson", "unavailable"] },
  "service-down": { takes: { service: "text" }, outcomes: ["done"] },
  survey: { takes: { title: "text" }, outcomes: ["done"], gives: ["score"] },
}
