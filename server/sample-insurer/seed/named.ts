import type { ClaimKind, ClaimResult, ClaimState } from "../claims/claim.ts"
import type { DocumentId, DocumentState } from "../claims/documents.ts"
import type { Failure } from "../premiums/payment-order.ts"
import type { Both } from "../products/product.ts"
import type { Topic } from "./topics.ts"

/** A person whom anybody may try, with the reason for being there. */
export type NamedPerson = {
  readonly id: string
  readonly name: string
  readonly sex: "male" | "female"
  /** Day of birth; or `age` where the age must hold on every day. */
  readonly birth?: string
  readonly age?: number
  /** Another document than an identity card. */
  readonly document?: { readonly type: IdType; readonly number: string }
  readonly mobile?: "none" | "lost"
  readonly noFace?: boolean
  readonly standing?: Standing
  readonly accounts?: NamedAccounts
  /** Under which heading the person is listed. */
  readonly topic: Topic
  readonly reason: Both
  readonly policies?: readonly NamedPolicy[]
  readonly applications?: readonly NamedApplication[]
}

/** An application that waits for a health disclosure; money in yuan. */
export type NamedApplication = {
  readonly policyNo: string
  readonly product: string
  readonly insured?: string
  readonly relation?: "child" | "spouse" | "parent"
  readonly sum: number
  readonly premium: number
  /** Premiums are waived for the policyholder. */
  readonly waiver?: boolean
  readonly disclosures?: readonly NamedDisclosure[]
}

export type IdType = "idCard" | "passport" | "hkMoTwPermit" | "foreignPermanentResident"
export type Standing = "alive" | "deceased" | "incapable" | "divorced"

/** Last four digits where they must be certain ones, and what is odd about the paying account. */
export type NamedAccounts = {
  readonly paying?: string
  readonly other?: string
  readonly bounces?: boolean
  /** The paying account stands in somebody else's name. */
  readonly payer?: string
}

/** A policy; money in yuan, days before (`ago`) or after (`in`) the day of the request. */
export type NamedPolicy = {
  readonly policyNo: string
  readonly product: string
  readonly insured?: string
  readonly premium: number
  readonly sum: number
  /** Premiums in all; 1 for a contract of one year or a single premium. */
  readonly payYears: number
  /** Premiums credited so far, which is also the policy year reached. */
  readonly credited: number
  /** Days until the next premium is due, or the year ends; negative once it is overdue. */
  readonly dueIn: number
  /** Days from the start to the confirmed receipt; `null` while unconfirmed. */
  readonly receiptAfter?: number | null
  readonly paidBy?: "bank" | "wechat" | "alipay"
  /** Paid from another customer's account. */
  readonly payer?: string
  readonly autoDebit?: boolean
  readonly mode?: "paid" | "waived" | "automaticLoan"
  readonly riders?: readonly { readonly part: string; readonly premium: number }[]
  readonly beneficiaries?: readonly { readonly customer: string; readonly percent: number }[]
  readonly loans?: readonly {
    readonly kind: "policyLoan" | "automaticLoan"
    readonly amount: number
    readonly ago: number
  }[]
  readonly dividends?: number
  readonly survivalBenefits?: number
  readonly accountValue?: number
  readonly blocks?: readonly {
    readonly kind: "pledged" | "courtFreeze" | "interventionByInsured"
    readonly ago: number
    readonly reason: Both
  }[]
  readonly claims?: readonly NamedClaim[]
  /** What happened to the premium now due, or a premium paid twice. */
  readonly lastPayment?: {
    readonly status: "inTransit" | "failed" | "double"
    readonly ago: number
    readonly failure?: Failure
  }
  /** The price of the coming year where it is another one: of the contract (`whole`) or of a rider. */
  readonly newPrice?: { readonly part: string; readonly premium: number; readonly reason: Both }
  readonly disclosures?: readonly NamedDisclosure[]
  readonly ended?: {
    readonly because: "expired" | "surrendered" | "claimed" | "terminated"
    readonly ago: number
  }
}

/** A claim; days before (`ago`) the day of the request, money in yuan. Made by the insured. */
export type NamedClaim = {
  readonly claimNo: string
  readonly kind: ClaimKind
  readonly state: ClaimState
  readonly result?: ClaimResult
  readonly eventAgo: number
  readonly reportedAgo: number
  readonly completeAgo?: number
  readonly decidedAgo?: number
  readonly agreedAgo?: number
  readonly paidAgo?: number
  readonly amount: number
  readonly documents?: Partial<Record<DocumentId, DocumentState>>
}

export type NamedDisclosure = {
  readonly disclosureNo: string
  readonly purpose: "newPolicy" | "reinstatement" | "supplement"
  readonly version: string
  readonly state: "draft" | "sealed"
  readonly sealedAgo?: number
  readonly refersTo?: string
  readonly answers: Readonly<Record<string, string | number>>
  readonly result?: "standard" | "loaded" | "exclusion" | "postponed" | "declined" | "underwriter"
}
