import { html } from "hono/html"
import { topics } from "../seed/topics.ts"
import type { Html } from "./page.ts"
import type { Who } from "./who.ts"
import type { Words } from "./words.ts"

/** Returns who can be tried, by what they show: one line each, which opens to all that a conversation asks for. */
export function peopleSection(words: Words, everybody: readonly Who[]): Html {
  return html`<section id="people">
    <h2>${words.people}</h2>
    <p class="note">${words.peopleNote}</p>
    <div class="list">
      ${Object.entries(topics).map(([topic, title], place) => {
        const listed = everybody.filter((who) => who.topic === topic)
        return html`<details class="topic" ${place === 0 ? "open" : ""}>
          <summary>${title[words.lang]} <span class="count">${listed.length}</span></summary>
          <ul>${listed.map((who) => html`<li>${person(words, who)}</li>`)}</ul>
        </details>`
      })}
    </div>
  </section>`
}

function person(words: Words, who: Who): Html {
  const { facts } = words
  return html`<details>
    <summary>
      <span class="name">${who.name}</span>
      <span class="reason">${words.lang === "zh" ? who.reasonZh : who.reasonEn}</span>
    </summary>
    <dl>
      ${fact(
        facts.policies,
        who.policies.map(({ policyNo, role }) => html`<code>${policyNo}</code> ${words.roles[role]}`),
      )}
      ${fact(facts.idLast4, [html`<code>${who.idLast4}</code>`])}
      ${fact(facts.idNumber, [html`<code>${who.idNumber}</code>`])}
      ${fact(facts.mobile, who.mobile === "" ? [] : [html`<code>${who.mobile}</code>`])}
      ${fact(facts.code, who.code === "" ? [] : [html`<code>${who.code}</code>`])}
      ${fact(
        facts.accounts,
        who.accounts.map(
          ({ last4, paying }) => html`${words.ending} <code>${last4}</code>${paying ? words.paying : ""}`,
        ),
      )}
      ${fact(
        facts.cards,
        who.cards.map(({ number, answer }) => html`<code>${number}</code> ${words.checks[answer]}`),
      )}
      ${fact(facts.customer, [html`<code>${who.customer}</code>`])}
    </dl>
  </details>`
}

function fact(name: string, values: readonly Html[]): Html | "" {
  if (values.length === 0) return ""
  return html`<dt>${name}</dt><dd>${values.map((value) => html`<span>${value}</span>`)}</dd>`
}
