import type { NamedClaim, NamedPolicy } from "./named.ts"

/** Somebody without a reason of their own, who makes the book of business a book. */
export type CrowdPerson = {
  readonly id: string
  readonly name: string
  readonly sex: "male" | "female"
  readonly birth: string
  readonly policies: readonly NamedPolicy[]
}

const COUNT = 160
const FAMILY = [..."王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗"]
const GIVEN = [..."安宁晨曦雨泽嘉怡文博思远欣然子墨若溪景行"]

/** Returns the crowd: one policy each, every product in every state that the product can be in. */
export function crowd(): readonly CrowdPerson[] {
  return Array.from({ length: COUNT }, (_, at) => person(at))
}

function person(at: number): CrowdPerson {
  const number = 2001 + at
  const first = GIVEN[(at * 7) % GIVEN.length] ?? ""
  const second = GIVEN[(at * 3 + 5) % GIVEN.length] ?? ""
  const month = String(1 + ((at * 5) % 12)).padStart(2, "0")
  const day = String(1 + ((at * 11) % 28)).padStart(2, "0")
  return {
    id: `C${number}`,
    name: `${FAMILY[at % FAMILY.length] ?? ""}${first}${second}`,
    sex: at % 2 === 0 ? "female" : "male",
    birth: `${1956 + ((at * 13) % 45)}-${month}-${day}`,
    policies: [{ ...plain(at, number), ...variation(at, number) }],
  }
}

const PRODUCTS = [
  "health-plus",
  "family-legacy",
  "golden-years",
  "flexi-save",
  "medical-one",
  "accident-guard",
]

function plain(at: number, number: number): NamedPolicy {
  const product = PRODUCTS[at % PRODUCTS.length] ?? "health-plus"
  const oneYear = product === "medical-one" || product === "accident-guard"
  const credited = oneYear ? 1 : 2 + (at % 9)
  const premium = oneYear ? 365 * (1 + (at % 3)) : 2000 + 500 * (at % 17)
  return {
    policyNo: `P2${String(20 + (at % 5)).padStart(3, "0")}000${number}`,
    product,
    premium,
    sum: oneYear ? 500000 : premium * 25,
    payYears: oneYear ? 1 : 20,
    credited,
    dueIn: 31 + ((at * 17) % 300),
    ...(product === "flexi-save" ? { accountValue: premium * credited } : {}),
  }
}

const LONG: readonly ((number: number) => Partial<NamedPolicy>)[] = [
  () => ({}),
  () => ({ dueIn: -15, autoDebit: false }),
  () => ({ dueIn: -100, autoDebit: false }),
  () => ({ dueIn: -900, autoDebit: false }),
  () => ({ dueIn: 12 }),
  () => ({ credited: 1, dueIn: 357, receiptAfter: 2 }),
  () => ({ credited: 1, dueIn: 350, receiptAfter: null }),
  () => ({ dueIn: -2, lastPayment: { status: "inTransit", ago: 1 } }),
  () => ({ dueIn: -6, lastPayment: { status: "failed", ago: 5, failure: "cardExpired" } }),
  () => ({ lastPayment: { status: "double", ago: 20 } }),
  () => ({ credited: 5, payYears: 5 }),
  () => ({ ended: { because: "surrendered", ago: 120 } }),
  () => ({ ended: { because: "terminated", ago: 40 } }),
  () => ({ ended: { because: "claimed", ago: 200 } }),
  (number) => ({ claims: [claimOf(number, "reported")] }),
  (number) => ({ claims: [claimOf(number, "deciding")] }),
  (number) => ({ claims: [claimOf(number, "decided")] }),
  (number) => ({ claims: [claimOf(number, "refused")] }),
  (number) => ({ claims: [claimOf(number, "paid")] }),
]

const SHORT: readonly ((number: number) => Partial<NamedPolicy>)[] = [
  () => ({}),
  () => ({ dueIn: 9 }),
  () => ({ dueIn: -30, ended: { because: "expired", ago: 30 } }),
  (number) => ({ claims: [claimOf(number, "deciding")] }),
  () => ({ paidBy: "alipay", autoDebit: false }),
]

function variation(at: number, number: number): Partial<NamedPolicy> {
  const product = PRODUCTS[at % PRODUCTS.length]
  const list = product === "medical-one" || product === "accident-guard" ? SHORT : LONG
  return list[Math.floor(at / PRODUCTS.length + at) % list.length]?.(number) ?? {}
}

function claimOf(number: number, state: NamedClaim["state"]): NamedClaim {
  const result = state === "decided" || state === "paid" ? "paid" : state === "refused" ? state : undefined
  return {
    claimNo: `R2026000${number}`,
    kind: "medical",
    state,
    ...(result === undefined ? {} : { result, decidedAgo: 6 }),
    eventAgo: 40,
    reportedAgo: 35,
    ...(state === "reported" ? {} : { completeAgo: 10 }),
    ...(state === "paid" ? { agreedAgo: 4, paidAgo: 2 } : {}),
    amount: 8000,
    documents: { invoices: "received" },
  }
}
