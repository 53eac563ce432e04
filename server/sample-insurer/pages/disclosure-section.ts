import { html } from "hono/html"
import type { Clock } from "../core/clock.ts"
import type { InsurerDatabase } from "../core/database.ts"
import { type ConsentRequest, consentRequests } from "../disclosures/consent.ts"
import { type Disclosure, newDisclosures } from "../disclosures/disclosure.ts"
import { answered, matters } from "../disclosures/matters.ts"
import { underwritingActs } from "../disclosures/underwriting.ts"
import { personOf } from "../people/person.ts"
import { disclosureWords } from "./disclosure-words.ts"
import type { Html } from "./page.ts"
import type { Words } from "./words.ts"

/** Returns the consents that were asked of somebody, and the disclosures, each with what can be done with it now. */
export function disclosureSection(words: Words, db: InsurerDatabase, clock: Clock): Html {
  const own = disclosureWords[words.lang]
  const asked = consentRequests(db)
  const disclosures = newDisclosures(db, clock)
  return html`<section id="disclosures">
    <h2>${own.title}</h2>
    <p class="note">${own.note}</p>
    <div class="list">
      ${asked.length + disclosures.length === 0 ? html`<p class="row quiet">${own.none}</p>` : ""}
      ${asked.map((one) => consent(words, one, personOf(db, one.person, clock).name))}
      ${disclosures.map((one) => disclosure(words, one))}
    </div>
  </section>`
}

function consent(words: Words, one: ConsentRequest, name: string): Html {
  const own = disclosureWords[words.lang]
  return html`<div class="row">
    <div class="grow wide">
      ${name} <span class="state">${own.consents[one.state]}</span><br />
      <small>${one.textHash === null ? own.consent : own.confirmation} · <code>${one.requestNo}</code> · <code>${one.policyNo}</code></small>
    </div>
    <div class="acts">
      ${(one.state === "asked" ? (["given", "declined"] as const) : []).map(
        (
          answer,
        ) => html`<form method="post" action="/play/consents/${one.requestNo}/${answer}?lang=${words.lang}">
          <button>${own.answers[answer]}</button>
        </form>`,
      )}
    </div>
  </div>`
}

function disclosure(words: Words, one: Disclosure): Html {
  const own = disclosureWords[words.lang]
  const told = (["yes", "unsure"] as const).flatMap((answer) =>
    answered(one.answers, answer).map((id) => `${matters[id]?.[words.lang] ?? id}: ${own.words[answer]}`),
  )
  const isOpen = one.state === "sealed" && one.result !== "standard"
  return html`<div class="row">
    <div class="grow wide">
      ${own.purposes[one.purpose]} <span class="state">${one.result === null ? own.states[one.state] : own.results[one.result]}</span><br />
      <small><code>${one.disclosureNo}</code> · <code>${one.policyNo}</code></small>
      ${told.length === 0 ? "" : html`<br /><small>${told.join(" · ")}</small>`}
    </div>
    <div class="acts">
      ${(isOpen ? underwritingActs : []).map(
        (
          act,
        ) => html`<form method="post" action="/play/disclosures/${one.disclosureNo}/${act}?lang=${words.lang}">
          <button>${own.acts[act]}</button>
        </form>`,
      )}
    </div>
  </div>`
}
