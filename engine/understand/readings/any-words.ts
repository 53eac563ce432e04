/** Types that almost any words could be a value of: none is heard by its type alone. */
export const ANY_WORDS: ReadonlySet<string> = new Set([
  "text",
  "person-name",
  "address",
  "place",
  "boolean",
  "documents",
  "list",
])
