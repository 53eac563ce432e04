import { type Both, both } from "../products/product.ts"

/** A bank with the first six digits of its cards. */
export type Bank = {
  readonly id: string
  readonly issuer: string
  readonly name: Both
  readonly supported: boolean
}

export const banks: readonly Bank[] = [
  { id: "icbc", issuer: "622202", name: both("工商银行", "ICBC"), supported: true },
  { id: "ccb", issuer: "622700", name: both("建设银行", "China Construction Bank"), supported: true },
  { id: "cmb", issuer: "622588", name: both("招商银行", "China Merchants Bank"), supported: true },
  { id: "abc", issuer: "622848", name: both("农业银行", "Agricultural Bank of China"), supported: true },
  { id: "rural", issuer: "623999", name: both("示例村镇银行", "Sample Rural Bank"), supported: false },
]
