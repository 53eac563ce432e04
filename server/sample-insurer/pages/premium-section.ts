import { html } from "hono/html"
import type { Clock } from "../core/clock.ts"
import type { InsurerDatabase } from "../core/database.ts"
import type { Day } from "../core/day.ts"
import { personOf } from "../people/person.ts"
import { allPolicies } from "../policies/policy.ts"
import { type Notice, notices } from "../premiums/acts.ts"
import { type PremiumState, premiumState } from "../premiums/premium-state.ts"
import { namedPeople } from "../seed/named-people.ts"
import type { Html } from "./page.ts"
import type { Words } from "./words.ts"

/** A policy of somebody who is there for the premiums. */
export type PremiumPolicy = {
  readonly policyNo: string
  readonly holder: string
  readonly product: Readonly<Record<"zh" | "en", string>>
  readonly state: PremiumState
  readonly dueOn: Day | null
}

const premiumIds = new Set(namedPeople.filter(({ topic }) => topic === "premium").map(({ id }) => id))

/** Returns the policies on which premiums can be played, by number. */
export function premiumPolicies(db: InsurerDatabase, clock: Clock): readonly PremiumPolicy[] {
  return allPolicies(db, clock)
    .filter(({ holder }) => premiumIds.has(holder))
    .map((policy) => ({
      policyNo: policy.policyNo,
      holder: personOf(db, policy.holder, clock).name,
      product: policy.product.name,
      state: premiumState(db, policy, clock.today),
      dueOn: policy.dueOn ?? policy.endsOn,
    }))
}

/** Days from today to which the due day can be moved, and what that makes of the policy. */
export const dueDays = { soon: 10, inGrace: -20, lapsed: -160 } as const

/** Returns the policies with where the premium stands, what can be told about it, and days to move it to. */
export function premiumSection(words: Words, policies: readonly PremiumPolicy[]): Html {
  return html`<section id="premiums">
    <h2>${words.premiums}</h2>
    <p class="note">${words.premiumsNote}</p>
    <div class="list">
      <details class="topic">
        <summary>${words.premiumPolicies} <span class="count">${policies.length}</span></summary>
        <ul>${policies.map((one) => html`<li class="row">${policy(words, one)}</li>`)}</ul>
      </details>
    </div>
  </section>`
}

function policy(words: Words, one: PremiumPolicy): Html {
  const path = `/play/premiums/${one.policyNo}`
  return html`<div class="grow wide">
      ${one.holder} <span class="state">${words.premiumStates[one.state]}</span>
      ${one.dueOn === null ? "" : html`<small>${one.dueOn}</small>`}<br />
      <small><code>${one.policyNo}</code> · ${one.product[words.lang]}</small>
    </div>
    <div class="acts">
      ${Object.keys(notices).map((notice) =>
        form(words, `${path}/notices/${notice}`, words.notices[notice as Notice]),
      )}
      ${Object.entries(dueDays).map(([name, days]) =>
        form(words, `${path}/due-in/${days}`, words.dueDays[name as keyof typeof dueDays]),
      )}
    </div>`
}

function form(words: Words, path: string, label: string): Html {
  return html`<form method="post" action="${path}?lang=${words.lang}"><button>${label}</button></form>`
}
