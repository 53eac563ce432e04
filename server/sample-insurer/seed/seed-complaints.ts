import type { InsurerDatabase } from "../core/database.ts"

/** Complaints of people who left no more than their number, one not answered yet and one that is. */
const complaints = [
  {
    no: "T202602200001",
    what: "理赔材料交了一个月没有回音",
    openedAt: "2026-02-20T10:00:00+08:00",
    answeredOn: null,
  },
  {
    no: "T202602020001",
    what: "柜台排队太久",
    openedAt: "2026-02-02T10:00:00+08:00",
    answeredOn: "2026-02-12",
  },
] as const

export function seedComplaints(db: InsurerDatabase): void {
  const insert = db.prepare("INSERT INTO complaint VALUES (?, NULL, NULL, NULL, ?, NULL, NULL, ?, ?, ?, ?)")
  for (const { no, what, openedAt, answeredOn } of complaints)
    insert.run(no, what, answeredOn === null ? "open" : "answered", openedAt, answeredOn, `seed-${no}`)
}
