import type { Json } from "../../../engine/types.ts"

/** An operation of `services.yaml`, as far as performing it needs. */
export type Operation = {
  readonly request: {
    readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"
    /** With input fields in braces: `/policies/{policyNo}`. */
    readonly path: string
    /** Query parameter → input field. */
    readonly query?: Readonly<Record<string, string>> | undefined
  }
  /** JSON Schema of the answer. */
  readonly output?: Json | undefined
  readonly errors?:
    | Readonly<Record<string, { readonly http: number; readonly code?: string | undefined }>>
    | undefined
  readonly effect: "read" | "write" | "notify"
  readonly timeout?: string | undefined
  readonly retry?: { readonly times: number; readonly backoff: string } | undefined
}

/** One call to perform. */
export type Call = {
  readonly operation: string
  readonly input: Json
  /** Names the intention, for a receiver that performs each only once. */
  readonly key?: string
  /** The `now` of the turn that decided it. */
  readonly now: string
}

const DURATION = /^P(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/

/** Returns the milliseconds of an ISO 8601 duration of days and less. Throws when it is none. */
export function toMs(duration: string): number {
  const match = DURATION.exec(duration)
  if (match === null || duration === "P") {
    throw new RangeError(
      `"${duration}" is no ISO 8601 duration of days, hours, minutes or seconds, such as PT5S.`,
    )
  }
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0))
  return Math.round((((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000)
}
