/**
 * The vocabulary of the engine, stated once. Every value here is readonly and survives JSON unchanged; times are
 * ISO 8601 with offset, durations ISO 8601, dates `YYYY-MM-DD`.
 */
export * from "./types/commands.ts"
export * from "./types/conversation.ts"
export * from "./types/effects.ts"
export * from "./types/entries.ts"
export * from "./types/inputs.ts"
export * from "./types/sentence.ts"
export * from "./types/values.ts"
