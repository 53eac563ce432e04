import type { TFunction } from "i18next"

const unitsOfDate = { Y: "years", M: "months", W: "weeks", D: "days" } as const
const unitsOfTime = { H: "hours", M: "minutes", S: "seconds" } as const

export type PeriodPart = {
  readonly amount: number
  readonly unit:
    | (typeof unitsOfDate)[keyof typeof unitsOfDate]
    | (typeof unitsOfTime)[keyof typeof unitsOfTime]
}

/** Returns the parts of an ISO 8601 duration (`P5D`, `PT1H30M`), largest first; empty when it is none. */
export function periodParts(period: string): readonly PeriodPart[] {
  const match = /^P([^T]*)(?:T(.*))?$/.exec(period)
  if (match === null) return []
  return [...parts(match[1] ?? "", unitsOfDate), ...parts(match[2] ?? "", unitsOfTime)]
}

/** Returns a duration as a person says it: 30 分钟, 5 days. */
export function periodInWords(period: string, t: TFunction<"canvas">): string {
  const found = periodParts(period)
  if (found.length === 0) return period
  return found.map(({ amount, unit }) => t(`period.${unit}`, { count: amount })).join(" ")
}

function parts<Unit extends PeriodPart["unit"]>(text: string, units: Readonly<Record<string, Unit>>) {
  return [...text.matchAll(/(\d+)([A-Z])/g)].flatMap(([, amount, letter]) => {
    const unit = units[letter ?? ""]
    return unit === undefined ? [] : [{ amount: Number(amount), unit }]
  })
}
