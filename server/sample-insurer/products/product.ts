/** A text in both languages of the insurer. */
export type Both = { readonly zh: string; readonly en: string }

export type ProductKind = "wholeLife" | "criticalIllness" | "medical" | "accident" | "annuity" | "universal"

/** One numbered clause of a product's contract. */
export type Clause = { readonly id: string; readonly title: Both; readonly text: Both }

/** A product as the core system knows it. */
export type Product = {
  readonly id: string
  readonly kind: ProductKind
  readonly name: Both
  readonly onSale: boolean
  /** A contract of a year or less: no cooling-off, unearned premium instead of cash value. */
  readonly oneYear: boolean
  /** Cash value at each policy year, per mille of the premiums credited; later years stay at the last. */
  readonly cashValues: readonly number[]
  /** Whether loans are granted on the cash value. */
  readonly lends: boolean
  /** Price of one yuan of paid-up sum, from the cash value; 0 when the sum cannot be reduced. */
  readonly paidUpPrice: number
  /** What is covered, each with its percent of the sum insured. */
  readonly covers: readonly { readonly label: Both; readonly percent: number }[]
  readonly clauses: readonly Clause[]
}

/** Returns a clause. */
export function clause(id: string, title: Both, text: Both): Clause {
  return { id, title, text }
}

/** Returns a text in both languages. */
export function both(zh: string, en: string): Both {
  return { zh, en }
}

/** Returns `{ <name>Zh, <name>En }`, as the interface writes a text in both languages. */
export function inBoth(name: string, text: Both): Readonly<Record<string, string>> {
  return { [`${name}Zh`]: text.zh, [`${name}En`]: text.en }
}
