import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { type Insurer, startInsurer } from "./client.ts"

let insurer: Insurer
beforeEach(() => {
  insurer = startInsurer()
})
afterEach(() => insurer.close())

const HASH = "a".repeat(64)
const FOR_WIFE = { customer: "C1276", policyNo: "P20260001276" }
const WIFE = "C1277"

/** The policyholder signs by the code that went to the own mobile. */
async function signed(customer: string, code: string, textHash = HASH): Promise<string> {
  const { body } = await insurer.call("signature.sendCode", { customer, textHash })
  const { codeRef } = body
  return String(
    (await insurer.call("signature.sign", { codeRef, customer, code, textHash })).body.signatureNo,
  )
}

/** The wife is asked on her mobile for what has this hash, and answers. */
async function answered(answer: "given" | "declined", textHash = HASH): Promise<string> {
  const asked = await insurer.call("consent.request", {
    ...FOR_WIFE,
    ...{ person: WIFE, wording: "health-insured-declaration", textHash },
  })
  const requestNo = String(asked.body.requestNo)
  expect((await insurer.send("POST", `/play/consents/${requestNo}/${answer}`)).status).toBe(200)
  return requestNo
}

const seal = (input: Readonly<Record<string, unknown>>) =>
  insurer.call("disclosure.seal", { purpose: "newPolicy", version: "2", textHash: HASH, ...input })

describe("a disclosure about another adult", () => {
  it("is sealed once the policyholder has signed and the insured confirmed the very same", async () => {
    const signatureNo = await signed("C1276", "861276")
    const confirmationNo = await answered("given")
    expect((await seal({ ...FOR_WIFE, signatureNo, confirmationNo })).status).toBe(200)
  })

  it.each([
    ["nobody was asked to confirm it", async () => undefined],
    ["the insured did not confirm it", () => answered("declined")],
    ["the insured confirmed other answers", () => answered("given", "b".repeat(64))],
    ["the number is no request", async () => "K999999"],
  ])("is refused when %s", async (_why, confirm) => {
    const signatureNo = await signed("C1276", "861276")
    const confirmationNo = await confirm()
    const input = { ...FOR_WIFE, signatureNo, ...(confirmationNo === undefined ? {} : { confirmationNo }) }
    expect((await seal(input)).body.error).toBe("NOT_SIGNED")
  })

  it("says on the page what is asked of the insured", async () => {
    await insurer.call("consent.request", { ...FOR_WIFE, person: WIFE, wording: "health-consent" })
    const page = async () => (await insurer.app.request("/?lang=en")).text()
    expect(await page()).toContain("Consent for health information")
    expect(await page()).not.toContain("Confirmation of the health disclosure")
    await answered("given")
    expect(await page()).toContain("Confirmation of the health disclosure")
  })
})

it.each([
  ["the policyholder", "C1270", "861270"],
  ["a child of nine, by the guardian", "C1272", "861272"],
  ["a minor of sixteen, by the guardian", "C1274", "861274"],
])("is sealed by one signature where the insured is %s", async (_who, customer, code) => {
  const { cases } = (await insurer.call("disclosure.cases", { customer })).body
  const [{ policyNo } = { policyNo: "" }] = cases as readonly { policyNo: string }[]
  const { version } = (await insurer.call("disclosure.case", { customer, policyNo })).body
  const signatureNo = await signed(customer, code)
  expect((await seal({ customer, policyNo, version, signatureNo })).status).toBe(200)
})
