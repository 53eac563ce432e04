/** The shape that a translation must have: every text of the original, and beside them plural forms of its own. */
export type Widened<T> = T extends string
  ? string
  : { readonly [Key in keyof T]: Widened<T[Key]> } & Readonly<Record<string, unknown>>
