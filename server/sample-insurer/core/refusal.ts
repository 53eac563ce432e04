/** What the core system answers when it will not do what was asked: `{ "error": code }` with an HTTP status. */
export class Refusal extends Error {
  readonly code: string
  readonly status: RefusalStatus

  constructor(code: string, status: RefusalStatus) {
    super(`The core system refused with ${code}`)
    this.code = code
    this.status = status
  }
}

export type RefusalStatus = 400 | 403 | 404 | 409 | 410 | 422 | 423
