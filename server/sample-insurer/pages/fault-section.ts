import { html } from "hono/html"
import { accountOperations } from "../operations/accounts.ts"
import { claimReportOperations } from "../operations/claim-reports.ts"
import { claimOperations } from "../operations/claims.ts"
import { disclosureOperations } from "../operations/disclosures.ts"
import { identityOperations } from "../operations/identity.ts"
import { mandateOperations } from "../operations/mandates.ts"
import { policyOperations } from "../operations/policies.ts"
import { premiumOperations } from "../operations/premiums.ts"
import { reinstatementOperations } from "../operations/reinstatements.ts"
import { serviceDeskOperations } from "../operations/service-desk.ts"
import { surrenderOperations } from "../operations/surrenders.ts"
import { type Fault, type Faults, faultSchema } from "../serving/faults.ts"
import type { Operation } from "../serving/operation.ts"
import { operationNames } from "./operation-names.ts"
import type { Html } from "./page.ts"
import type { Words } from "./words.ts"

const groups = [
  { id: "identity", of: identityOperations },
  { id: "policies", of: policyOperations },
  { id: "accounts", of: accountOperations },
  { id: "surrenders", of: surrenderOperations },
  { id: "premiums", of: premiumOperations },
  { id: "mandates", of: mandateOperations },
  { id: "reinstatements", of: reinstatementOperations },
  { id: "claims", of: [...claimReportOperations, ...claimOperations] },
  { id: "disclosures", of: disclosureOperations },
  { id: "desk", of: serviceDeskOperations },
] as const

const kinds = faultSchema.options.map(({ shape }) => shape.kind.value)

/** Returns the switches of what can go wrong, one click each; `touched` is the operation last switched. */
export function faultSection(words: Words, faults: Faults, touched: string | undefined): Html {
  const on = faults.all()
  return html`<section id="faults">
    <div class="head">
      <h2>${words.faults}</h2>
      ${
        Object.keys(on).length === 0
          ? ""
          : html`<form method="post" action="/play/faults?lang=${words.lang}"><button>${words.reset}</button></form>`
      }
    </div>
    <p class="note">${words.faultsNote}</p>
    <div class="list">${groups.map(({ id, of }) => group(words, words.groups[id], of, on, touched))}</div>
  </section>`
}

function group(
  words: Words,
  title: string,
  of: readonly Operation[],
  on: Readonly<Record<string, Fault>>,
  touched: string | undefined,
): Html {
  const faulty = of.filter(({ id }) => on[id] !== undefined).length
  const isOpen = faulty > 0 || of.some(({ id }) => id === touched)
  return html`<details class="topic" ${isOpen ? "open" : ""}>
    <summary>
      ${title} <span class="count">${of.length}</span>
      ${faulty === 0 ? "" : html`<span class="state fault">${words.faultsOn(faulty)}</span>`}
    </summary>
    <ul>${of.map(({ id }) => html`<li class="row">${switches(words, id, on[id]?.kind)}</li>`)}</ul>
  </details>`
}

function switches(words: Words, operation: string, now: Fault["kind"] | undefined): Html {
  const name = operationNames[operation]?.[words.lang] ?? operation
  return html`<div class="grow">${name}<br /><small>${operation}</small></div>
    <form class="choice" method="post" action="/play/faults?lang=${words.lang}" aria-label="${name}">
      <input type="hidden" name="operation" value="${operation}" />
      <button name="kind" value="none" aria-pressed="${String(now === undefined)}">${words.off}</button>
      ${kinds.map(
        (
          kind,
        ) => html`<button class="fault" name="kind" value="${kind}" aria-pressed="${String(now === kind)}"
          title="${words.kindNotes[kind]}">${words.kinds[kind]}</button>`,
      )}
    </form>`
}
