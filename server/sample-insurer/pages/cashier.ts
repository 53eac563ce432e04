import { html } from "hono/html"
import { actsOpenToPayment } from "../premiums/acts.ts"
import type { PaymentOrder } from "../premiums/payment-order.ts"
import { amountIn } from "./amount.ts"
import type { Html } from "./page.ts"
import type { Words } from "./words.ts"

/** Returns the cashier's page of a payment: pay, or let the bank refuse it. */
export function cashier(words: Words, order: PaymentOrder): Html {
  return html`<section>
    <h2>${words.cashier} <small class="quiet">${order.paymentNo}</small></h2>
    <p class="note"><span class="amount">${amountIn(words, order.amount)}</span> · ${words.paymentStates[order.state]}</p>
    <div class="list"><div class="row big">
      ${actsOpenToPayment(order).map(
        (
          act,
        ) => html`<form method="post" action="/play/payments/${order.paymentNo}/${act}?lang=${words.lang}&at=cashier">
          <button>${act === "settle" ? words.payNow : words.paymentActs[act]}</button>
        </form>`,
      )}
      ${order.state === "settled" ? html`<p>${words.paidAtCashier}</p>` : ""}
      ${order.state === "failed" || order.state === "replaced" ? html`<p>${words.notPaidAtCashier}</p>` : ""}
    </div></div>
  </section>`
}
