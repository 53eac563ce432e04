import { both } from "../products/product.ts"
import type { NamedPerson } from "./named.ts"

/** People with a choice to make as a premium comes due: how to pay it, several at once, at another price. */
export const renewalPeople: readonly NamedPerson[] = [
  {
    id: "C1080",
    topic: "premium",
    name: "方圆",
    sex: "female",
    birth: "1991-03-08",
    reason: both("12天后交费，没有自动扣款", "Due in 12 days, no automatic debit"),
    policies: [
      {
        policyNo: "P20230001080",
        product: "health-plus",
        premium: 6000,
        sum: 160000,
        payYears: 20,
        credited: 3,
        dueIn: 12,
        autoDebit: false,
      },
    ],
  },
  {
    id: "C1081",
    topic: "premium",
    name: "石磊",
    sex: "male",
    birth: "1979-10-19",
    reason: both("6天后自动扣款，可以关闭", "Debited in 6 days; the debit can be ended"),
    policies: [
      {
        policyNo: "P20210001081",
        product: "family-legacy",
        premium: 12000,
        sum: 300000,
        payYears: 20,
        credited: 5,
        dueIn: 6,
      },
    ],
  },
  {
    id: "C1082",
    topic: "premium",
    name: "毛晓",
    sex: "female",
    birth: "1985-07-07",
    reason: both("两份保单同时要交，可以一次交清", "Two premiums due, which can be paid at once"),
    policies: [
      {
        policyNo: "P20220001082",
        product: "health-plus",
        premium: 5600,
        sum: 150000,
        payYears: 20,
        credited: 4,
        dueIn: 8,
        autoDebit: false,
      },
      {
        policyNo: "P20220011082",
        product: "golden-years",
        premium: 9000,
        sum: 45000,
        payYears: 10,
        credited: 4,
        dueIn: -10,
        autoDebit: false,
      },
    ],
  },
  {
    id: "C1083",
    topic: "premium",
    name: "丁一",
    sex: "male",
    birth: "1983-12-12",
    reason: both(
      "一年期医疗险9天后到期，可以续保，保费有变",
      "One-year medical ends in 9 days: renewal at a new price",
    ),
    policies: [
      {
        policyNo: "P20250001083",
        product: "medical-one",
        premium: 1095,
        sum: 2000000,
        payYears: 1,
        credited: 1,
        dueIn: 10,
        autoDebit: false,
        newPrice: {
          part: "whole",
          premium: 1280,
          reason: both(
            "续保时被保险人年龄增长，适用新的费率",
            "The insured is a year older and another rate applies",
          ),
        },
      },
    ],
  },
  {
    id: "C1085",
    topic: "premium",
    name: "池峰",
    sex: "male",
    birth: "1975-02-03",
    reason: both(
      "附加险费率调整，下一期保费比去年多",
      "The rider's rate changed: the next premium is higher",
    ),
    policies: [
      {
        policyNo: "P20210001085",
        product: "health-plus",
        premium: 9200,
        sum: 260000,
        payYears: 20,
        credited: 5,
        dueIn: 15,
        autoDebit: false,
        riders: [{ part: "hospital", premium: 365 }],
        newPrice: {
          part: "hospital",
          premium: 480,
          reason: both(
            "附加住院津贴医疗保险按被保险人当年年龄计费",
            "The hospital allowance rider is priced by the insured's age of the year",
          ),
        },
      },
    ],
  },
  {
    id: "C1086",
    topic: "premium",
    name: "秦岚",
    sex: "female",
    birth: "1988-04-04",
    reason: both("上次扣款失败：超过单笔限额", "The last debit failed: above the card's limit"),
    policies: [
      {
        policyNo: "P20200001086",
        product: "family-legacy",
        premium: 60000,
        sum: 1500000,
        payYears: 10,
        credited: 6,
        dueIn: -12,
        lastPayment: { status: "failed", ago: 11, failure: "limitExceeded" },
      },
    ],
  },
]
