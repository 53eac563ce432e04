import { html } from "hono/html"
import { actsOpenToPayment, reinstatementActs } from "../premiums/acts.ts"
import type { Refund } from "../premiums/double-payment.ts"
import type { PaymentOrder } from "../premiums/payment-order.ts"
import type { Reinstatement } from "../premiums/reinstatement.ts"
import { amountIn } from "./amount.ts"
import type { Html } from "./page.ts"
import type { Words } from "./words.ts"

/** What is on its way for premiums, the newest first. */
export type PremiumMatters = {
  readonly payments: readonly PaymentOrder[]
  readonly reinstatements: readonly Reinstatement[]
  readonly refunds: readonly Refund[]
}

/** Returns payments, applications for reinstatement and refunds, each with what can be done with it now. */
export function paymentSection(words: Words, matters: PremiumMatters): Html {
  const rows = [
    ...matters.reinstatements.map((one) => reinstatementRow(words, one)),
    ...matters.refunds.map((one) => refundRow(words, one)),
    ...matters.payments.map((one) => paymentRow(words, one)),
  ]
  return html`<section id="payments">
    <h2>${words.payments}</h2>
    <p class="note">${words.paymentsNote}</p>
    <div class="list">
      ${rows.length === 0 ? html`<p class="row quiet">${words.noPayments}</p>` : ""}
      ${rows}
    </div>
  </section>`
}

function paymentRow(words: Words, one: PaymentOrder): Html {
  return html`<div class="row">
    <div class="grow wide">
      <span class="amount">${amountIn(words, one.amount)}</span>
      <span class="state ${one.state}">${words.paymentStates[one.state]}</span>
      ${one.failure === null ? "" : html`<small>${words.paymentActs[one.failure]}</small>`}<br />
      <small><code>${one.paymentNo}</code> · ${words.ways[one.way]} · ${one.policies.map((no) => html`<code>${no}</code> `)}</small>
    </div>
    <div class="acts">
      ${actsOpenToPayment(one).map((act) =>
        button(words, `/play/payments/${one.paymentNo}/${act}`, words.paymentActs[act]),
      )}
    </div>
  </div>`
}

function reinstatementRow(words: Words, one: Reinstatement): Html {
  return html`<div class="row">
    <div class="grow wide">
      <span class="amount">${amountIn(words, one.amount)}</span>
      <span class="state ${one.state}">${words.reinstatementStates[one.state]}</span><br />
      <small>${words.reinstatement} <code>${one.reinstatementNo}</code> · <code>${one.policyNo}</code></small>
    </div>
    <div class="acts">
      ${
        one.state === "applied"
          ? reinstatementActs.map((act) =>
              button(
                words,
                `/play/reinstatements/${one.reinstatementNo}/${act}`,
                words.reinstatementActs[act],
              ),
            )
          : ""
      }
    </div>
  </div>`
}

function refundRow(words: Words, one: Refund): Html {
  return html`<div class="row">
    <div class="grow wide">
      <span class="amount">${amountIn(words, one.amount)}</span>
      <span class="state ${one.state}">${words.refundStates[one.state]}</span><br />
      <small>${words.doublePayment} <code>${one.refundNo}</code> · <code>${one.policyNo}</code></small>
    </div>
    <div class="acts">
      ${one.state === "asked" ? button(words, `/play/refunds/${one.refundNo}/pay`, words.acts.pay) : ""}
    </div>
  </div>`
}

function button(words: Words, path: string, label: string): Html {
  return html`<form method="post" action="${path}?lang=${words.lang}"><button>${label}</button></form>`
}
