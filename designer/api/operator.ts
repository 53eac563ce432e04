import * as z from "zod/mini"
import { ApiProblem, requestJson } from "./request.ts"

const place = "colloquy.operator"

/** Whoever works with flows and conversations must show the operator token, and has none yet, or a wrong one. */
export class SignInNeeded extends Error {
  constructor(detail: string) {
    super(detail)
    this.name = "SignInNeeded"
  }
}

/**
 * Returns what `work` does with the operator token: the one that was typed in this browser, else the one that a trial
 * machine gives its own pages. Throws `SignInNeeded` when there is none or the server does not take it.
 */
export async function asOperator<T>(work: (token: string) => Promise<T>): Promise<T> {
  const known = localStorage.getItem(place)
  const token = known ?? (await trialToken())
  try {
    return await work(token)
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status !== 401) throw error
    localStorage.removeItem(place)
    given = null
    throw new SignInNeeded(error.message)
  }
}

/** Keeps the token that somebody typed to sign in. */
export function signIn(token: string): void {
  localStorage.setItem(place, token.trim())
}

let given: Promise<string> | null = null

function trialToken(): Promise<string> {
  given ??= requestJson("/api/session", z.object({ token: z.string() })).then(
    ({ token }) => token,
    (error: unknown) => {
      given = null
      if (error instanceof ApiProblem && error.status === 401) throw new SignInNeeded(error.message)
      throw error
    },
  )
  return given
}
