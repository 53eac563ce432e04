import { html } from "hono/html"
import { actsOpenTo } from "../policies/payout.ts"
import type { Surrender } from "../policies/surrender.ts"
import { amountIn } from "./amount.ts"
import type { Html } from "./page.ts"
import type { Words } from "./words.ts"

/** Returns the surrenders, the newest first, each with what the insurer or the bank can do with it now. */
export function payoutSection(words: Words, surrenders: readonly Surrender[]): Html {
  return html`<section id="surrenders">
    <h2>${words.surrenders}</h2>
    <p class="note">${words.surrendersNote}</p>
    <div class="list">
      ${surrenders.length === 0 ? html`<p class="row quiet">${words.noSurrenders}</p>` : ""}
      ${surrenders.map((one) => row(words, one))}
    </div>
  </section>`
}

function row(words: Words, one: Surrender): Html {
  return html`<div class="row">
    <div class="grow wide">
      <span class="amount">${amountIn(words, one.refund)}</span>
      <span class="state ${one.state}">${words.states[one.state]}</span><br />
      <small><code>${one.surrenderNo}</code> · <code>${one.policyNo}</code> · ${words.ending} ${one.account.slice(1)}</small>
    </div>
    <div class="acts">
      ${actsOpenTo(one.state).map(
        (
          act,
        ) => html`<form method="post" action="/play/surrenders/${one.surrenderNo}/${act}?lang=${words.lang}">
          <button>${words.acts[act]}</button>
        </form>`,
      )}
    </div>
  </div>`
}
