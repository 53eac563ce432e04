import { type WordingVersion, wordingHash } from "../../../engine/check/wording-hash.ts"

export type Approval = "approved" | "open" | "changed"

/** Returns whether a version may be shown: approved as it stands, not approved yet, or changed since it was. */
export function approvalOf(version: WordingVersion): Approval {
  if (version.approved === undefined) return "open"
  return version.approved.sha256 === wordingHash(version) ? "approved" : "changed"
}
