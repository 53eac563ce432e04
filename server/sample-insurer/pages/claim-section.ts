import { html } from "hono/html"
import type { Claim } from "../claims/claim.ts"
import { claimActsOpenTo } from "../claims/claim-acts.ts"
import { amountIn } from "./amount.ts"
import type { Html } from "./page.ts"
import type { Words } from "./words.ts"

/** Returns the claims, the newest first, each with what assessors, the bank or the insured can do with it now. */
export function claimSection(words: Words, claims: readonly Claim[]): Html {
  return html`<section id="claims">
    <h2>${words.claim.title}</h2>
    <p class="note">${words.claim.note}</p>
    <div class="list">${claims.map((one) => row(words, one))}</div>
  </section>`
}

function row(words: Words, one: Claim): Html {
  const who = one.insured ?? one.report.insuredName ?? ""
  return html`<div class="row">
    <div class="grow wide">
      <span class="amount">${words.claim.kinds[one.kind]} ${one.amount > 0 ? amountIn(words, one.amount) : ""}</span>
      <span class="state ${one.state}">${words.claim.states[one.state]}</span><br />
      <small><code>${one.claimNo}</code> · ${one.eventOn} · <code>${who}</code></small>
    </div>
    <div class="acts">
      ${claimActsOpenTo(one).map(
        (act) => html`<form method="post" action="/play/claims/${one.claimNo}/${act}?lang=${words.lang}">
          <button>${words.claim.acts[act]}</button>
        </form>`,
      )}
    </div>
  </div>`
}
