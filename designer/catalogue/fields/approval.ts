import { type WordingVersion, wordingHash } from "../../../engine/check/wording-hash.ts"

export type Approval = "approved" | "open" | "changed"

const known = new WeakMap<WordingVersion, Approval>()

/**
 * Returns whether a version may be shown: approved as it stands, not approved yet, or changed since it was. Each is
 * hashed once.
 */
export function approvalOf(version: WordingVersion): Approval {
  const before = known.get(version)
  if (before !== undefined) return before
  const { approved } = version
  const approval =
    approved === undefined ? "open" : approved.sha256 === wordingHash(version) ? "approved" : "changed"
  known.set(version, approval)
  return approval
}
