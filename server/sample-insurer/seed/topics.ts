import { type Both, both } from "../products/product.ts"

/** What the people who can be tried are there to show, in the order in which they are listed. */
export const topics = {
  ordinary: both("常见情形", "Ordinary"),
  coolingOff: both("犹豫期", "Cooling-off"),
  amounts: both("金额与账户", "Amounts"),
  premium: both("交费与效力", "Premiums"),
  blocks: both("限制与终止", "Blocks"),
  claims: both("理赔", "Claims"),
  roles: both("各方身份", "Roles"),
  disclosure: both("健康告知", "Health disclosure"),
  identity: both("身份核验", "Identity"),
} as const satisfies Readonly<Record<string, Both>>

export type Topic = keyof typeof topics
