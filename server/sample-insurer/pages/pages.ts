import type { Hono } from "hono"
import { html } from "hono/html"
import type { HtmlEscapedString } from "hono/utils/html"
import { clockAt } from "../core/clock.ts"
import { toYuan } from "../core/money.ts"
import { operations } from "../operations/operations.ts"
import { payoutActs } from "../policies/payout.ts"
import { allSurrenders, type Surrender } from "../policies/surrender.ts"
import { type Faults, faultSchema } from "../serving/faults.ts"
import { clockOf, type Serving } from "../serving/serve.ts"
import { type Who, whoCanBeTried } from "./who.ts"
import { type Words, wordsIn } from "./words.ts"

type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** Adds the pages for people: who can be tried, what was surrendered, which faults are on; and the App's face check. */
export function addPages(app: Hono, { db, faults, now }: Serving): void {
  app.get("/", (c) => {
    const words = wordsIn(c.req.query("lang") ?? c.req.header("accept-language") ?? "zh")
    const clock = clockOf(c, now) ?? clockAt(now())
    return c.html(
      page(words, [
        peopleSection(words, whoCanBeTried(db, clock)),
        surrenderSection(words, allSurrenders(db)),
        faultSection(words, faults),
      ]),
    )
  })
  app.get("/faces/:faceRef", (c) => {
    const words = wordsIn(c.req.query("lang") ?? c.req.header("accept-language") ?? "zh")
    const ref = c.req.param("faceRef")
    return c.html(
      page(words, [
        html`<section>
          <h2>${words.face} ${ref}</h2>
          <form method="post" action="/play/faces/${ref}/pass"><button>${words.recognised}</button></form>
          <form method="post" action="/play/faces/${ref}/fail"><button>${words.notRecognised}</button></form>
        </section>`,
      ]),
    )
  })
}

function page(words: Words, sections: readonly Html[]): Html {
  return html`<!doctype html>
    <html lang="${words.lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${words.title}</title>
        <style>
          :root { color-scheme: light dark; font: 14px/1.5 system-ui, "PingFang SC", "Noto Sans SC", "Microsoft YaHei", sans-serif; }
          body { max-width: 1200px; margin: 24px auto; padding: 0 16px; font-variant-numeric: tabular-nums; }
          .wide { overflow-x: auto; }
          table { border-collapse: collapse; width: 100%; }
          th, td { text-align: left; vertical-align: top; padding: 4px 12px 4px 0; border-bottom: 1px solid #8884; }
          form { display: inline; }
        </style>
      </head>
      <body>
        <header>
          <h1>${words.title}</h1>
          <p>${words.intro} <a href="/?lang=${words.other}">${words.otherName}</a></p>
        </header>
        <main>${sections}</main>
      </body>
    </html>`
}

function peopleSection(words: Words, everybody: readonly Who[]): Html {
  return html`<section>
    <h2>${words.people}</h2>
    <div class="wide">
      <table>
        <thead>
          <tr>${words.columns.map((column) => html`<th scope="col">${column}</th>`)}</tr>
        </thead>
        <tbody>
          ${everybody.map(
            (who) => html`<tr>
              <td>${words.lang === "zh" ? who.reasonZh : who.reasonEn}</td>
              <td>${who.name}<br />${who.customer}</td>
              <td>${who.policies.map(({ policyNo, role }) => html`${policyNo} ${words.roles[role]}<br />`)}</td>
              <td>${who.idNumber}<br />${words.last4} ${who.idLast4}</td>
              <td>${who.mobile}</td>
              <td>${who.code}</td>
              <td>${who.accounts.map(({ last4, paying }) => html`${last4}${paying ? words.paying : ""}<br />`)}</td>
              <td>
                <details>
                  <summary>${words.cards}</summary>
                  ${who.cards.map(({ number, answer }) => html`${number} ${answer}<br />`)}
                </details>
              </td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`
}

function surrenderSection(words: Words, surrenders: readonly Surrender[]): Html {
  return html`<section>
    <h2>${words.surrenders}</h2>
    ${surrenders.length === 0 ? html`<p>${words.none}</p>` : ""}
    ${surrenders.map(
      (one) => html`<p>
        ${one.surrenderNo} · ${one.policyNo} · ${toYuan(one.refund).toFixed(2)} · ${words.states[one.state]}
        ${payoutActs.map(
          (act) => html`<form method="post" action="/play/surrenders/${one.surrenderNo}/${act}">
            <button>${words.acts[act]}</button>
          </form> `,
        )}
      </p>`,
    )}
  </section>`
}

function faultSection(words: Words, faults: Faults): Html {
  const on = Object.entries(faults.all())
  return html`<section>
    <h2>${words.faults}</h2>
    ${on.length === 0 ? html`<p>${words.none}</p>` : ""}
    <ul>${on.map(([operation, fault]) => html`<li>${operation}: ${words.kinds[fault.kind]}</li>`)}</ul>
    <form method="post" action="/play/faults">
      <label>${words.operation}
        <select name="operation">${operations.map(({ id }) => html`<option>${id}</option>`)}</select></label>
      <label>${words.fault}
        <select name="kind">
          <option value="none">${words.off}</option>
          ${faultSchema.options.map(({ shape }) => html`<option value="${shape.kind.value}">${words.kinds[shape.kind.value]}</option>`)}
        </select></label>
      <button>${words.set}</button>
    </form>
    <form method="post" action="/play/faults"><button>${words.reset}</button></form>
  </section>`
}
