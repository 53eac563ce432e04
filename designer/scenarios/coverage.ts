import type { TFunction } from "i18next"
import type { Coverage } from "../../engine/index.ts"
import type { Paint, Painted, Tone } from "../canvas/nodes/Painted.tsx"

export type Shares = Readonly<Record<Tone, number>>

/** Returns the coverage of one flow as the canvas paints it; a stage tells how many of its steps were reached. */
export function paintCoverage(
  coverage: readonly Coverage[],
  flow: string,
  inside: (group: string) => readonly string[],
  t: TFunction<"scenarios">,
): Painted {
  const own = coverage.filter((part) => part.flow === flow)
  if (own.length === 0) return null
  const tones = new Map(own.map((part) => [nameIn(part), toneOf(part)]))
  return new Map(
    own.map((part): [string, Paint] => {
      const name = nameIn(part)
      const tone = toneOf(part)
      const label =
        tone === "excused" ? t("coverage.excusedWhy", { why: part.excused ?? "" }) : t(`coverage.${tone}`)
      const steps = name.includes("#") ? [] : inside(name)
      if (steps.length === 0) return [name, { tone, label }]
      const reached = steps.filter((step) => tones.get(step) === "reached").length
      const gravest = (["missed", "excused"] as const).find((each) =>
        steps.some((step) => tones.get(step) === each),
      )
      return [
        name,
        {
          tone: gravest ?? tone,
          label: t("coverage.share", { reached, total: steps.length }),
          count: `${reached}/${steps.length}`,
        },
      ]
    }),
  )
}

/** How many states and exits of a flow were reached, were not, and are excused. */
export function sharesOf(coverage: readonly Coverage[], flow: string): Shares {
  const shares = { reached: 0, missed: 0, excused: 0 }
  for (const part of coverage) if (part.flow === flow) shares[toneOf(part)] += 1
  return shares
}

function toneOf({ reached, excused }: Coverage): Tone {
  if (reached) return "reached"
  return excused === undefined ? "missed" : "excused"
}

function nameIn({ flow, name }: Coverage): string {
  return name.slice(flow.length + 1)
}
