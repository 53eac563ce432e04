import { html } from "hono/html"
import type { Clock } from "../core/clock.ts"
import { toBeijing } from "../core/clock.ts"
import type { InsurerDatabase } from "../core/database.ts"
import { personOf } from "../people/person.ts"
import type { Html } from "./page.ts"
import type { Words } from "./words.ts"

/** A one-time code that went out: what the customer's mobile shows. */
export type SentCode = {
  readonly name: string
  readonly mobile: string
  /** Empty when the mobile is given up, so that nobody reads it. */
  readonly code: string
  /** Beijing time, to the second. */
  readonly expiresAt: string
  readonly isOver: boolean
}

/** How many of the newest are shown. */
const SHOWN = 5

/** Returns the newest one-time codes that were sent, the last first. */
export function sentCodes(db: InsurerDatabase, clock: Clock): readonly SentCode[] {
  return db
    .prepare<[number], { customer: string; expires_ms: number }>(
      "SELECT customer, expires_ms FROM one_time_code ORDER BY rowid DESC LIMIT ?",
    )
    .all(SHOWN)
    .map(({ customer, expires_ms }) => {
      const { name, mobile, mobileLost, code } = personOf(db, customer, clock)
      return {
        ...{ name, mobile: mobile ?? "", code: mobileLost ? "" : code },
        expiresAt: toBeijing(expires_ms),
        isOver: clock.ms > expires_ms,
      }
    })
}

/** Returns the mobiles to which codes went, as a customer holding one would see them. */
export function codeSection(words: Words, codes: readonly SentCode[]): Html {
  return html`<section id="codes">
    <h2>${words.codes}</h2>
    <p class="note">${words.codesNote}</p>
    <div class="list">
      ${codes.length === 0 ? html`<p class="row quiet">${words.noCodes}</p>` : ""}
      ${codes.map(
        ({ name, mobile, code, expiresAt, isOver }) => html`<div class="row">
          <div class="grow"><span class="name">${name}</span> <small>${mobile}</small></div>
          <small>${isOver ? words.codeOver : words.codeUntil(expiresAt.slice(11, 19))}</small>
          ${code === "" ? html`<span class="quiet">${words.codeLost}</span>` : html`<code class="amount">${code}</code>`}
        </div>`,
      )}
    </div>
  </section>`
}
