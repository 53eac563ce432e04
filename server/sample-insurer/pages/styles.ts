import { tokens } from "./tokens.ts"

/** How the pages look. */
export const styles = `
:root { color-scheme: light dark; ${tokens}
  font: 14px/1.5 system-ui, "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-autospace: normal; }
body { max-width: 880px; margin: 0 auto; padding: 16px 20px 56px; background: var(--paper-2); color: var(--ink-1);
  font-variant-numeric: tabular-nums; -webkit-font-smoothing: antialiased; }
h1, h2, h3, p, dl, dd, ul { margin: 0; padding: 0; font-weight: inherit; font-size: inherit; }
ul { list-style: none; }
a { color: var(--accent); text-underline-offset: 0.2em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
header { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 4px 16px;
  padding-block: 12px 4px; }
h1 { font-size: 20px; font-weight: 650; }
header p { flex-basis: 100%; color: var(--ink-2); }
section { margin-block-start: 32px; scroll-margin-block-start: 16px; }
h2 { font-size: 14px; font-weight: 600; }
.note { margin-block-start: 2px; color: var(--ink-3); font-size: 13px; }
.note + .list, h2 + .list { margin-block-start: 8px; }
.list { border: 1px solid var(--line); border-radius: 6px; background: var(--paper-1); }
.list > * + * { border-block-start: 1px solid var(--line); }
.row { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 12px; min-height: 44px; padding: 6px 14px; }
.row > .grow { flex: 1 1 9rem; min-width: 0; }
.row > .wide { flex-basis: 20rem; }
.acts { display: flex; flex-wrap: wrap; gap: 6px; }
.acts:empty { display: none; }
.row small { color: var(--ink-3); font-size: 12px; overflow-wrap: anywhere; }
.quiet { color: var(--ink-3); font-size: 13px; }
summary { display: flex; align-items: center; gap: 12px; min-height: 44px; padding: 4px 14px; border-radius: 6px;
  cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::after { flex: none; width: 7px; height: 7px; margin-inline: auto 3px; border: solid var(--ink-4);
  border-width: 1.5px 1.5px 0 0; rotate: 45deg; content: ""; }
[open] > summary::after { rotate: 135deg; }
summary:hover { background: var(--paper-3); }
summary:focus-visible { outline-offset: -2px; }
.topic > summary { font-weight: 600; }
.topic > summary .count { color: var(--ink-3); font-weight: 400; font-size: 13px; }
.topic > ul > li { border-block-start: 1px solid var(--line); }
.topic > ul summary { padding-inline-start: 28px; border-radius: 0; }
.name { flex: none; min-width: 3.25em; font-weight: 600; }
.reason { flex: 1; min-width: 0; overflow: hidden; color: var(--ink-2); font-size: 13px; text-overflow: ellipsis;
  white-space: nowrap; }
[open] > summary > .reason { white-space: normal; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 4px 16px; padding: 2px 14px 12px 28px;
  font-size: 13px; }
dt { color: var(--ink-3); }
dd { overflow-wrap: anywhere; }
dd > * { display: block; }
code { font: inherit; user-select: all; }
.amount { font-weight: 600; white-space: nowrap; }
.state { padding: 1px 8px; border-radius: 10px; background: var(--paper-3); color: var(--ink-2); font-size: 12px;
  white-space: nowrap; }
.state.paid, .state.settled { background: var(--good-soft); color: var(--good); }
.state.accepted, .state.confirmed, .state.processing, .state.awaiting, .state.applied, .state.decided, .state.agreed { background: var(--accent-soft); color: var(--ink-1); }
.state.accountRejected, .state.documentsMissing, .state.fault, .state.failed, .state.refused { background: var(--warn-soft); color: var(--warn); }
form { display: flex; flex-wrap: wrap; gap: 6px; margin: 0; }
button { min-height: 32px; padding: 3px 12px; border: 1px solid var(--line-strong); border-radius: 6px;
  background: var(--paper-1); color: var(--ink-1); font: inherit; font-size: 13px; cursor: pointer; }
button:hover { background: var(--paper-3); }
.choice { gap: 2px; padding: 2px; border-radius: 6px; background: var(--paper-3); }
.choice button { min-height: 28px; padding: 2px 9px; border-color: transparent; border-radius: 4px; background: none;
  color: var(--ink-2); }
.choice button:hover { color: var(--ink-1); text-decoration: underline; }
.choice button[aria-pressed="true"] { border-color: var(--line); background: var(--paper-1); color: var(--ink-1);
  font-weight: 600; }
.choice button.fault[aria-pressed="true"] { border-color: var(--warn); color: var(--warn); }
.big button { min-height: 44px; padding-inline: 20px; font-size: 16px; }
.head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 8px; }
@media (max-width: 600px) {
  body { padding-inline: 16px; }
  .topic > ul summary, dl { padding-inline-start: 14px; }
  dl { padding-inline-end: 10px; }
}
`
