import { both } from "../products/product.ts"
import type { NamedPerson } from "./named.ts"

/** People with a claim or a disclosure on file. */
export const claimsPeople: readonly NamedPerson[] = [
  {
    id: "C1022",
    topic: "blocks",
    name: "许慧",
    sex: "female",
    birth: "1981-09-26",
    reason: both("有未结案的理赔，暂时不能退保", "A claim is open: no surrender for now"),
    policies: [
      {
        policyNo: "P20200001022",
        product: "health-plus",
        premium: 8200,
        sum: 250000,
        payYears: 20,
        credited: 6,
        dueIn: 115,
        claims: [
          {
            claimNo: "R20260001022",
            kind: "illness",
            status: "documentsMissing",
            eventAgo: 30,
            reportedAgo: 25,
            amount: 75000,
            documents: [
              { id: "diagnosis", name: both("诊断证明", "Diagnosis certificate"), state: "received" },
              { id: "pathology", name: both("病理报告", "Pathology report"), state: "unclear" },
              { id: "invoices", name: both("住院发票", "Hospital invoices"), state: "missing" },
            ],
          },
        ],
      },
    ],
  },
  {
    id: "C1030",
    topic: "ordinary",
    name: "严冬",
    sex: "male",
    birth: "1984-12-07",
    reason: both("健康告知已封存，另有一次补充告知", "Sealed disclosure with a supplement"),
    policies: [
      {
        policyNo: "P20240001030",
        product: "health-plus",
        premium: 7600,
        sum: 200000,
        payYears: 20,
        credited: 2,
        dueIn: 100,
        disclosures: [
          {
            disclosureNo: "D20240001030",
            purpose: "newPolicy",
            version: "1",
            state: "sealed",
            sealedAgo: 640,
            answers: { hypertension: "no", hospitalStay: "no", smoking: "yes" },
            result: "standard",
          },
          {
            disclosureNo: "D20240011030",
            purpose: "supplement",
            version: "1",
            state: "sealed",
            sealedAgo: 600,
            refersTo: "D20240001030",
            answers: { hypertension: "yes" },
            result: "loaded",
          },
        ],
      },
    ],
  },
]
