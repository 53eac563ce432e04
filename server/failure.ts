/** What can go wrong in operation, each once; `routes/problems.ts` says the HTTP status and the words. */
export type FailureCode =
  | "token-missing"
  | "token-wrong"
  | "operator-token-wrong"
  | "events-key-wrong"
  | "channel-key-required"
  | "conversation-unknown"
  | "conversation-ended"
  | "conversation-erased"
  | "route-unknown"
  | "body-not-json"
  | "body-invalid"
  | "body-too-large"
  | "text-too-long"
  | "text-empty"
  | "text-unreadable"
  | "upload-invalid"
  | "choice-not-offered"
  | "locale-unknown"
  | "flow-unknown"
  | "wording-unknown"
  | "key-reused"
  | "too-many-requests"
  | "event-unknown"
  | "event-invalid"
  | "event-finds-no-run"
  | "handoff-unknown"
  | "handoff-not-open"
  | "handoff-of-another"
  | "outcome-not-offered"
  | "slot-not-offered"
  | "queue-unknown"
  | "document-unknown"
  | "clock-not-fixed"
  | "clock-goes-forward"
  | "release-unavailable"
  | "core-act-refused"
  | "flow-files-changed"
  | "flow-file-name"
  | "flow-files-read-only"
  | "sign-in-needed"
  | "store-busy"
  | "internal"

/** An operational failure, told to the caller with what to do; `extra` are members of the problem details. */
export class Failure extends Error {
  readonly code: FailureCode
  readonly extra: Readonly<Record<string, unknown>>

  constructor(code: FailureCode, message: string, extra: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.name = "Failure"
    this.code = code
    this.extra = extra
  }
}
