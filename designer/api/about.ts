import * as z from "zod/mini"
import { requestJson } from "./request.ts"

const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  reasonZh: z.string(),
  reasonEn: z.string(),
  policyNo: z.nullish(z.string()),
  idLast4: z.nullish(z.string()),
  mobile: z.nullish(z.string()),
  code: z.nullish(z.string()),
})

const aboutSchema = z.object({
  name: z.object({ zh: z.string(), en: z.string() }),
  locales: z.array(z.string()),
  release: z.string(),
  people: z.array(personSchema),
})

/** A made-up customer whose conversation anyone may try. */
export type Person = z.infer<typeof personSchema>
export type About = z.infer<typeof aboutSchema>

/** Returns the insurer's name, the release in force and who can be tried. */
export function readAbout(): Promise<About> {
  return requestJson("/api/about", aboutSchema)
}
