import type { NamedPerson } from "./named.ts"
import { claimsPeople } from "./people-claims.ts"
import { disclosurePeople } from "./people-disclosure.ts"
import { identityPeople } from "./people-identity.ts"
import { ordinaryPeople } from "./people-ordinary.ts"
import { premiumPeople } from "./people-premium.ts"
import { renewalPeople } from "./people-renewal.ts"
import { surrenderPeople } from "./people-surrender.ts"

/** Everybody who is there for a reason, by customer id. */
export const namedPeople: readonly NamedPerson[] = [
  ...ordinaryPeople,
  ...identityPeople,
  ...surrenderPeople,
  ...premiumPeople,
  ...renewalPeople,
  ...claimsPeople,
  ...disclosurePeople,
].sort((a, b) => (a.id < b.id ? -1 : 1))
