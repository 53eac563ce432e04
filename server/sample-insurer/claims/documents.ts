import type { InsurerDatabase } from "../core/database.ts"
import { type Both, both } from "../products/product.ts"
import type { ClaimKind } from "./claim.ts"

export type DocumentState = "received" | "unclear" | "missing"

/** A paper that a claim may need; `looksLike` finds it by the name of a file. */
type DocumentKind = { readonly name: Both; readonly hint: Both; readonly looksLike: RegExp }

const catalogue = {
  identity: {
    name: both("申请人身份证件", "Claimant's identity document"),
    hint: both("正反两面", "Both sides"),
    looksLike: /身份证|证件|护照|passport|identity|id[-_ ]?card/i,
  },
  records: {
    name: both("病历或出院小结", "Medical records or discharge summary"),
    hint: both("就诊医院出具", "From the hospital"),
    looksLike: /病历|出院|小结|record|discharge/i,
  },
  invoices: {
    name: both("医疗费用发票", "Medical invoices"),
    hint: both("纸质或电子票据", "Paper or electronic"),
    looksLike: /发票|票据|invoice|bill/i,
  },
  feeList: {
    name: both("费用清单", "List of charges"),
    hint: both("与发票对应", "Matching the invoices"),
    looksLike: /清单|charges|fee/i,
  },
  settlement: {
    name: both("医保结算单", "Settlement of public medical insurance"),
    hint: both("没有用医保的，上传一份说明", "If none was used, a note saying so"),
    looksLike: /结算|分割单|医保|settlement/i,
  },
  diagnosis: {
    name: both("诊断证明", "Diagnosis certificate"),
    hint: both("医院盖章", "With the hospital's seal"),
    looksLike: /诊断|diagnos/i,
  },
  pathology: {
    name: both("病理或检查报告", "Pathology or test report"),
    hint: both("确诊所依据的报告", "On which the diagnosis rests"),
    looksLike: /病理|检查报告|化验|patholog|report/i,
  },
  accidentProof: {
    name: both("意外事故证明", "Proof of the accident"),
    hint: both("交警、单位、学校或派出所出具", "From the traffic police, employer, school or police"),
    looksLike: /事故|意外证明|accident/i,
  },
  disabilityReport: {
    name: both("伤残鉴定书", "Disability assessment"),
    hint: both("有资质的鉴定机构出具", "From a qualified assessor"),
    looksLike: /鉴定|伤残|disab/i,
  },
  deathCertificate: {
    name: both("死亡证明", "Certificate of death"),
    hint: both("医院或公安机关出具", "From the hospital or the police"),
    looksLike: /死亡|身故|death/i,
  },
  deregistration: {
    name: both("户籍注销证明", "Proof of deregistration"),
    hint: both("派出所出具", "From the police station"),
    looksLike: /注销|户籍|deregist/i,
  },
  relationship: {
    name: both("与被保险人的关系证明", "Proof of relationship to the insured"),
    hint: both("户口本、结婚证或出生证明", "Household register, marriage or birth certificate"),
    looksLike: /关系|结婚证|relation|marriage/i,
  },
  guardianship: {
    name: both("监护关系证明", "Proof of guardianship"),
    hint: both("户口本或出生证明", "Household register or birth certificate"),
    looksLike: /监护|户口|出生|guardian|birth/i,
  },
} as const satisfies Readonly<Record<string, DocumentKind>>
export type DocumentId = keyof typeof catalogue

const NEEDED: Readonly<Record<ClaimKind, readonly DocumentId[]>> = {
  medical: ["identity", "records", "invoices", "feeList", "settlement"],
  criticalIllness: ["identity", "diagnosis", "pathology", "records"],
  accident: ["identity", "accidentProof", "records", "invoices", "feeList"],
  disability: ["identity", "disabilityReport", "records"],
  death: ["identity", "deathCertificate", "deregistration", "relationship"],
}

/** Returns the complete list for a kind of claim; a guardian proves the guardianship as well. */
export function documentsFor(kind: ClaimKind, isGuardian: boolean): readonly DocumentId[] {
  return isGuardian ? [...NEEDED[kind], "guardianship"] : NEEDED[kind]
}

export function documentName(id: DocumentId): Both {
  return catalogue[id].name
}
export function documentHint(id: DocumentId): Both {
  return catalogue[id].hint
}
export function isDocumentId(id: string): id is DocumentId {
  return Object.hasOwn(catalogue, id)
}

/**
 * Returns which paper each file is and whether it can be read: by its name, else the first that is still missing. A
 * name with 模糊 or "blurred" stands for a picture that cannot be read.
 */
export function recogniseFiles(
  files: readonly string[],
  needed: readonly DocumentId[],
): ReadonlyMap<DocumentId, DocumentState> {
  const states = new Map<DocumentId, DocumentState>()
  for (const name of files) {
    const missing = needed.filter((id) => states.get(id) !== "received")
    const id = needed.find((one) => catalogue[one].looksLike.test(name)) ?? missing[0]
    if (id === undefined || states.get(id) === "received") continue
    states.set(id, UNREADABLE.test(name) ? "unclear" : "received")
  }
  return states
}

const UNREADABLE = /模糊|看不清|反光|blurr?ed|unclear/i

/** Returns the papers kept for a claim, by what they are. */
export function keptDocuments(
  db: InsurerDatabase,
  claimNo: string,
): readonly { readonly id: DocumentId; readonly state: DocumentState }[] {
  return db
    .prepare<[string], { id: string; state: DocumentState }>(
      "SELECT id, state FROM claim_document WHERE claim_no = ? ORDER BY rowid",
    )
    .all(claimNo)
    .flatMap(({ id, state }) => (isDocumentId(id) ? [{ id, state }] : []))
}

/** Keeps in what state the papers of a claim are. */
export function keepDocuments(
  db: InsurerDatabase,
  claimNo: string,
  states: Iterable<readonly [DocumentId, DocumentState]>,
): void {
  for (const [id, state] of states)
    db.prepare(
      "INSERT INTO claim_document VALUES (?, ?, ?) ON CONFLICT (claim_no, id) DO UPDATE SET state = excluded.state",
    ).run(claimNo, id, state)
}
