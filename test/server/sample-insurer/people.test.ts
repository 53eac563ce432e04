import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { z } from "zod"
import { isCardNumber, isIdNumber } from "../../../server/sample-insurer/core/checksum.ts"
import { type Insurer, startInsurer } from "./client.ts"

let insurer: Insurer
let people: readonly Who[]
beforeAll(async () => {
  insurer = startInsurer()
  people = z.object({ people: z.array(who) }).parse((await insurer.send("GET", "/people")).body).people
})
afterAll(() => insurer.close())

const who = z.object({
  customer: z.string(),
  reasonZh: z.string().min(1),
  reasonEn: z.string().min(1),
  policies: z.array(z.object({ policyNo: z.string(), role: z.string() })),
  idType: z.string(),
  idNumber: z.string(),
  idLast4: z.string(),
  mobile: z.string(),
  code: z.string(),
  cards: z.array(z.object({ number: z.string(), answer: z.string() })),
})
type Who = z.infer<typeof who>

/** The days on which every reason must hold: the tests' own, a leap day, the end of a year, and years later. */
const DAYS = ["2026-03-02", "2028-02-29", "2026-12-31", "2031-07-15"]

describe("named people", () => {
  it("have numbers that pass their checksums, and no two the same", () => {
    for (const one of people) {
      if (one.idType === "idCard" || one.idType === "foreignPermanentResident") {
        expect(isIdNumber(one.idNumber), one.customer).toBe(true)
      }
      for (const { number } of one.cards) expect(isCardNumber(number), number).toBe(true)
      for (const { policyNo } of one.policies) expect(policyNo).toMatch(/^P\d{11}$/)
      expect(one.mobile).toMatch(/^$|^1\d{10}$/)
      expect(one.code).toMatch(/^$|^\d{6}$/)
    }
    expect(new Set(people.map((one) => one.idNumber)).size).toBe(people.length)
  })

  it("can each be identified by what the page tells, up to level 2", async () => {
    for (const one of people.filter(({ code, policies }) => code !== "" && policies.length > 0)) {
      const policyNo = one.policies[0]?.policyNo
      const found = await insurer.call("identity.find", { policyNo, idLast4: one.idLast4 })
      expect(found.body.proof, one.customer).toEqual({ id: one.customer, level: 1 })
      const { body: sent } = await insurer.call("identity.sendCode", { candidate: found.body.candidate })
      const checked = await insurer.call("identity.checkCode", { codeRef: sent.codeRef, code: one.code })
      expect(checked.body.customer).toBe(one.customer)
    }
  })

  it("have cards that are answered as the page says", async () => {
    for (const one of people.slice(0, 3)) {
      for (const { number, answer } of one.cards) {
        const { body } = await insurer.call("account.verify", { customer: one.customer, number })
        expect(body.error ?? "OK").toBe(answer)
      }
    }
  })
})

const quotes: readonly (readonly [string, string, string, object])[] = [
  [
    "plain customer below 10,000",
    "C1001",
    "P20230001234",
    {
      route: "cashValue",
      refund: 9600,
      premiumsPaid: 20000,
      blocks: [],
      paidBy: { accountId: "A8120" },
      papers: [],
    },
  ],
  ["refund above 10,000", "C1002", "P20200001002", { refund: 96880.5, dividends: 3280.5 }],
  [
    "receipt unsigned",
    "C1014",
    "P20260001014",
    { route: "coolingOff", coolingOff: true, fee: 10, refund: 6990 },
  ],
  ["in the cooling-off", "C1015", "P20260002015", { route: "coolingOff", refund: 7990, alternatives: [] }],
  ["one-year contract", "C1016", "P20250001016", { route: "unearnedPremium", oneYear: true, value: 292 }],
  ["zero cash value", "C1017", "P20250001017", { route: "noValue", refund: 0, premiumsPaid: 5000 }],
  ["loan", "C1018", "P20200001018", { loan: 30000, loanInterest: 600, refund: 27060 }],
  ["automatic premium loan", "C1019", "P20190001019", { loan: 10000, loanInterest: 100 }],
  ["pledged", "C1020", "P20190001020", { blocks: [{ kind: "pledged" }] }],
  ["frozen by court", "C1021", "P20180001021", { blocks: [{ kind: "courtFreeze" }] }],
  ["open claim", "C1022", "P20200001022", { blocks: [{ kind: "openClaim" }] }],
  ["account that bounces", "C1025", "P20220001025", { refund: 8960, paidBy: { accountId: "A2520" } }],
  ["policyholder deceased", "C1029", "P20190001029", { policyholderStatus: "deceased" }],
  ["of 60 years or more", "C1031", "P20160001031", { refund: 7440 }],
  ["200,000 or more", "C1032", "P20170001032", { refund: 422400 }],
  ["paid by WeChat", "C1033", "P20230001033", { paidBy: { kind: "wechat" } }],
  ["in grace", "C1034", "P20220001034", { owedPremium: 400 }],
  [
    "universal life",
    "C1035",
    "P20230001035",
    { fee: 1740, refund: 56260, alternatives: [{ kind: "partialWithdrawal" }, {}] },
  ],
  ["intervention", "C1036", "P20190001036", { blocks: [{ kind: "interventionByInsured" }] }],
  ["divorced", "C1037", "P20210001037", { policyholderStatus: "divorced" }],
  ["without capacity", "C1038", "P20170001038", { policyholderStatus: "incapable" }],
  ["paid by the husband", "C1042", "P20230001042", { paidBy: { own: false }, papers: [{ id: "relation" }] }],
  ["loan above the value", "C1044", "P20210001044", { route: "noValue", refund: 0 }],
  ["already surrendered", "C1045", "P20200001045", { refund: 0, blocks: [{ kind: "ended" }] }],
  ["passport", "C1013", "P20220001013", { papers: [{ id: "identity" }] }],
  [
    "survival benefits",
    "C1003",
    "P20190021003",
    { survivalBenefits: 12600, alternatives: [{ kind: "loan" }] },
  ],
]

describe.each(DAYS)("on %s", (day) => {
  const on = { now: `${day}T10:00:00+08:00` }

  it.each(quotes)("a surrender shows: %s", async (_reason, customer, policyNo, expected) => {
    const { body } = await insurer.call("policy.surrenderQuote", { policyNo, customer }, on)
    const exact = !/one-year/.test(_reason)
    expect(body).toMatchObject(exact ? expected : { route: "unearnedPremium", oneYear: true })
    const lines = z.array(z.object({ amount: z.number() })).parse(body.lines)
    const total = lines.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0)
    expect(Math.max(0, total) / 100).toBe(body.refund)
  })

  it.each([
    ["debit in transit", "C1023", "P20220001023", "inTransit", "grace"],
    ["paid twice", "C1024", "P20210001024", "notYetDue", "inForce"],
    ["suspended for 3 months", "C1026", "P20210001026", "suspended", "suspended"],
    ["suspended for 25 months", "C1027", "P20180001027", "suspended", "suspended"],
    ["in grace", "C1034", "P20220001034", "grace", "grace"],
    ["last debit failed", "C1040", "P20220001040", "debitFailed", "grace"],
    ["waived", "C1041", "P20170001041", "waived", "inForce"],
    ["automatic premium loan", "C1019", "P20190001019", "automaticLoan", "inForce"],
    ["due", "C1042", "P20230001042", "due", "inForce"],
    ["one-year contract", "C1016", "P20250001016", "oneYear", "inForce"],
    ["paid up", "C1048", "P20150001048", "paidUp", "inForce"],
    ["ended", "C1045", "P20200001045", "ended", "ended"],
  ])("a summary shows: %s", async (_reason, customer, policyNo, premiumState, status) => {
    const { body } = await insurer.call("policy.summary", { policyNo, customer }, on)
    expect(body).toMatchObject({ premiumState, status })
  })

  it.each([
    ["C1026", "P20210001026", 3],
    ["C1027", "P20180001027", 25],
  ])("%s is suspended for so many months", async (customer, policyNo, months) => {
    const { body } = await insurer.call("policy.summary", { policyNo, customer }, on)
    const days = (Date.parse(day) - Date.parse(String(body.suspendedOn))) / 86_400_000
    expect(Math.floor(days / 30.4)).toBe(months)
  })

  it("the child is 9", async () => {
    const { body } = await insurer.call("customer.policies", { customer: "C1007" }, on)
    expect(body).toMatchObject({ person: { age: 9 }, policies: [{ role: "insured" }] })
  })

  it("the senior is 60 or more", async () => {
    const { body } = await insurer.call(
      "policy.surrenderQuote",
      { policyNo: "P20160001031", customer: "C1031" },
      on,
    )
    expect(body.age).toBeGreaterThanOrEqual(60)
  })
})

describe("customer.policies", () => {
  it.each([
    ["three policies", "C1003", ["policyholder", "policyholder", "policyholder"]],
    ["insured, not policyholder", "C1005", ["insured"]],
    ["beneficiary", "C1009", ["beneficiary"]],
    ["the other beneficiary", "C1010", ["beneficiary"]],
    ["payer only", "C1043", ["payer"]],
    ["guardian", "C1039", ["insured"]],
    ["child of a policyholder who died", "C1028", ["insured"]],
  ])("shows the role: %s", async (_reason, customer, roles) => {
    const { body } = await insurer.call("customer.policies", { customer })
    const policies = z.array(z.object({ role: z.string(), value: z.number() })).parse(body.policies)
    expect(policies.map(({ role }) => role)).toEqual(roles)
    for (const { role, value } of policies) if (role !== "policyholder") expect(value).toBe(0)
  })

  it("names the riders that can be surrendered alone, and what is known of the policyholder", async () => {
    const three = await insurer.call("customer.policies", { customer: "C1003" })
    expect(three.body.policies).toMatchObject([
      { riders: [] },
      { riders: [{ part: "hospital" }] },
      { riders: [] },
    ])
    const heir = await insurer.call("customer.policies", { customer: "C1028" })
    expect(heir.body.policies).toMatchObject([{ policyholderStatus: "deceased" }])
  })

  it("refuses an unknown customer", async () => {
    expect((await insurer.call("customer.policies", { customer: "C9999" })).status).toBe(404)
  })
})

describe("who is told what", () => {
  it.each([
    ["the insured asks for the value", "policy.surrenderQuote", "C1005", "P20220001004", "NOT_ENTITLED"],
    ["a beneficiary asks for the cover", "policy.summary", "C1009", "P20180001008", "NOT_ENTITLED"],
    ["a payer asks for the cover", "policy.summary", "C1043", "P20230001042", "NOT_ENTITLED"],
    ["a stranger asks", "policy.summary", "C1001", "P20180001008", "NOT_FOUND"],
    ["nobody has it", "policy.surrenderQuote", "C1001", "P29990000000", "NOT_FOUND"],
  ])("%s", async (_why, operation, customer, policyNo, error) => {
    expect((await insurer.call(operation, { policyNo, customer })).body.error).toBe(error)
  })

  it("shows the insured the cover without amounts of money", async () => {
    const { body } = await insurer.call("policy.summary", { policyNo: "P20220001004", customer: "C1005" })
    expect(body).toMatchObject({ role: "insured", inForce: true, insuredName: "陈静", autoDebit: false })
    for (const name of ["cashValue", "loan", "nextPremium", "autoDebitLast4"])
      expect(body).not.toHaveProperty(name)
  })
})

describe("the book", () => {
  it("has 200 policies or more, of every product and in every status, all numbered as policies are", async () => {
    const states = new Set<string>()
    const products = new Set<string>()
    let count = 0
    for (const customer of await everyCustomer()) {
      const { body } = await insurer.call("customer.policies", { customer })
      const policies = z
        .array(
          z.object({
            policyNo: z.string().regex(/^P\d{11}$/),
            status: z.string(),
            product: z.string(),
            role: z.string(),
          }),
        )
        .parse(body.policies)
      for (const { status, product } of policies.filter((one) => one.role === "policyholder")) {
        count += 1
        states.add(status)
        products.add(product)
      }
    }
    expect(count).toBeGreaterThanOrEqual(200)
    expect([...states].sort()).toEqual(["ended", "grace", "inForce", "suspended"])
    expect(products.size).toBe(6)
  })
})

async function everyCustomer(): Promise<readonly string[]> {
  const crowd = Array.from({ length: 160 }, (_, at) => `C${2001 + at}`)
  return [...people.map((one) => one.customer), ...crowd]
}
