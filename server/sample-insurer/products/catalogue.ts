import { familyLegacy } from "./family-legacy.ts"
import { healthPlus } from "./health-plus.ts"
import { accidentGuard, medicalOne } from "./one-year.ts"
import type { Both, Product } from "./product.ts"
import { both } from "./product.ts"
import { flexiSave, goldenYears } from "./savings.ts"

/** Every product of the sample insurer. */
export const catalogue: readonly Product[] = [
  familyLegacy,
  healthPlus,
  medicalOne,
  accidentGuard,
  goldenYears,
  flexiSave,
]

/** A rider; `alone` when it is a contract of one year that can be surrendered by itself. */
export type Rider = { readonly part: string; readonly name: Both; readonly alone: boolean }

export const riders: readonly Rider[] = [
  { part: "hospital", name: both("附加住院津贴医疗保险", "Hospital Allowance Rider"), alone: true },
  { part: "waiver", name: both("附加投保人豁免保险费", "Policyholder Waiver Rider"), alone: false },
]

/** Returns the product with this id. Throws for an unknown one: policies name only what the catalogue has. */
export function productOf(id: string): Product {
  const product = catalogue.find((one) => one.id === id)
  if (product === undefined) throw new Error(`No product "${id}" is in the catalogue.`)
  return product
}

/** Returns the rider with this key. Throws for an unknown one. */
export function riderOf(part: string): Rider {
  const rider = riders.find((one) => one.part === part)
  if (rider === undefined) throw new Error(`No rider "${part}" is in the catalogue.`)
  return rider
}
