import type { Clock } from "../core/clock.ts"
import type { InsurerDatabase } from "../core/database.ts"
import { Refusal } from "../core/refusal.ts"
import { type Policy, policyOf } from "./policy.ts"

export type Role = "policyholder" | "insured" | "beneficiary" | "payer"

/** Returns the strongest role of the customer in the policy, `null` when there is none. */
export function roleIn(db: InsurerDatabase, policy: Policy, customer: string): Role | null {
  if (policy.holder === customer) return "policyholder"
  if (policy.insured === customer) return "insured"
  const named = db
    .prepare<[string, string]>("SELECT 1 FROM beneficiary WHERE policy_no = ? AND customer = ?")
    .get(policy.policyNo, customer)
  if (named !== undefined) return "beneficiary"
  return policy.payer === customer ? "payer" : null
}

/**
 * Returns the policy with the customer's role in it. Refuses with NOT_FOUND where there is no such policy or the
 * customer has no part in it, so that nobody learns whether it exists; with NOT_ENTITLED where the role is not
 * among `roles`.
 */
export function entitled<R extends Role>(
  db: InsurerDatabase,
  policyNo: string,
  customer: string,
  roles: readonly R[],
  clock: Clock,
): { readonly policy: Policy; readonly role: R } {
  const policy = policyOf(db, policyNo, clock)
  const role = policy === null ? null : roleIn(db, policy, customer)
  if (policy === null || role === null) throw new Refusal("NOT_FOUND", 404)
  const allowed = roles.find((one) => one === role)
  if (allowed === undefined) throw new Refusal("NOT_ENTITLED", 403)
  return { policy, role: allowed }
}
