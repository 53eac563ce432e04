/** What an analyst reads, in both languages of the interface. */
export type Words = { readonly zh: string; readonly en: string }
