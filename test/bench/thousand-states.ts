/** Returns a flow of as many states as asked for, of every type that needs nothing else: what an analyst's longest may be. */
export function longFlow(count: number, id = "long"): string {
  const lines = [
    "format: 1",
    `id: ${id}`,
    "title:",
    "  zh: 长流程",
    "  en: A long flow",
    "outcomes: [done, resolvedByPerson]",
    "slots:",
    "  amount:",
    "    type: money",
    "    ask:",
    "      zh: 请问金额是多少？",
    "      en: How much is it?",
    "start: s0",
    "states:",
  ]
  for (let index = 0; index < count - 1; index += 1) lines.push(...stateLines(index, count))
  lines.push("  end:", "    type: final", "    outcome: done", "")
  return lines.join("\n")
}

function stateLines(index: number, count: number): readonly string[] {
  const next = index + 2 < count ? `s${index + 1}` : "end"
  const head = [`  s${index}:`]
  const title = ["    title:", `      zh: 第${index}步`, `      en: Step ${index}`]
  switch (index % 5) {
    case 1:
      return [
        ...head,
        "    type: collect",
        ...title,
        "    slots: [amount]",
        "    to:",
        `      filled: ${next}`,
      ]
    case 2:
      return [
        ...head,
        ...["    type: decision", ...title, "    cases:", "      large:", "        when: slots.amount > 100"],
        ...["    to:", `      large: ${next}`, `      else: ${next}`],
      ]
    case 3:
      return [
        ...head,
        ...[
          "    type: handoff",
          ...title,
          "    queue: general",
          "    returns: [resolvedByPerson]",
          "    to:",
        ],
        ...[`      returned: ${next}`, `      resolvedByPerson: ${next}`],
      ]
    default:
      return [
        ...head,
        ...["    type: message", ...title, "    say:", `      - zh: 您好，这是第${index}步。`],
        ...[`        en: "Hello, this is step ${index}."`, `      - zh: "您填写的金额是{slots.amount}。"`],
        ...[`        en: "The amount you gave is {slots.amount}."`, `    to: ${next}`],
      ]
  }
}
