import type { InsurerDatabase } from "../core/database.ts"
import { crowd } from "./crowd.ts"
import { namedPeople } from "./named-people.ts"
import { seedComplaints } from "./seed-complaints.ts"
import { seedPeople } from "./seed-people.ts"
import { seedApplications, seedPolicies } from "./seed-policies.ts"

/**
 * Fills an empty database with the named people and the crowd, in one transaction; does nothing to one that has
 * people. The same data every time: nothing depends on a clock or on chance.
 */
export function seed(db: InsurerDatabase): void {
  db.transaction(() => {
    if (db.prepare("SELECT 1 FROM person LIMIT 1").get() !== undefined) return
    const others = crowd()
    seedPeople(db, namedPeople, others)
    seedPolicies(db, namedPeople)
    seedPolicies(db, others)
    seedApplications(db, namedPeople)
    seedComplaints(db)
  })()
}
