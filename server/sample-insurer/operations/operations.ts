import type { Operation } from "../serving/operation.ts"
import { accountOperations } from "./accounts.ts"
import { claimReportOperations } from "./claim-reports.ts"
import { claimOperations } from "./claims.ts"
import { disclosureOperations } from "./disclosures.ts"
import { identityOperations } from "./identity.ts"
import { mandateOperations } from "./mandates.ts"
import { policyOperations } from "./policies.ts"
import { premiumOperations } from "./premiums.ts"
import { reinstatementOperations } from "./reinstatements.ts"
import { serviceDeskOperations } from "./service-desk.ts"
import { surrenderOperations } from "./surrenders.ts"

/** Every operation that the core system serves; `flows/services.yaml` is the contract. */
export const operations: readonly Operation[] = [
  ...identityOperations,
  ...policyOperations,
  ...accountOperations,
  ...surrenderOperations,
  ...premiumOperations,
  ...mandateOperations,
  ...reinstatementOperations,
  ...claimReportOperations,
  ...claimOperations,
  ...disclosureOperations,
  ...serviceDeskOperations,
]
