import { withIdCheck } from "../core/checksum.ts"
import { both } from "../products/product.ts"
import type { NamedPerson } from "./named.ts"

/** People whose identity is harder to prove. */
export const identityPeople: readonly NamedPerson[] = [
  {
    id: "C1012",
    topic: "identity",
    name: "冯涛",
    sex: "male",
    birth: "1984-06-19",
    mobile: "lost",
    reason: both(
      "登记的手机号已停用，收不到验证码，需要人脸或人工核验",
      "The registered mobile is given up: no code arrives, so face or a person",
    ),
    policies: [
      {
        policyNo: "P20210001012",
        product: "health-plus",
        premium: 6000,
        sum: 150000,
        payYears: 20,
        credited: 3,
        dueIn: 130,
      },
    ],
  },
  {
    id: "C1013",
    topic: "identity",
    name: "Sarah Miller",
    sex: "female",
    birth: "1990-04-03",
    document: { type: "passport", number: "530412347" },
    noFace: true,
    reason: both("持护照，App里没有人脸", "Has a passport, no face in the App"),
    policies: [
      {
        policyNo: "P20220001013",
        product: "family-legacy",
        premium: 10000,
        sum: 300000,
        payYears: 20,
        credited: 4,
        dueIn: 75,
      },
    ],
  },
  {
    id: "C1046",
    topic: "identity",
    name: "陈家豪",
    sex: "male",
    birth: "1987-02-27",
    document: { type: "hkMoTwPermit", number: "H60412346" },
    reason: both("持港澳居民来往内地通行证", "Has a permit of a Hong Kong resident"),
    policies: [
      {
        policyNo: "P20230001046",
        product: "medical-one",
        premium: 1095,
        sum: 2000000,
        payYears: 1,
        credited: 1,
        dueIn: 50,
      },
    ],
  },
  {
    id: "C1047",
    topic: "identity",
    name: "Kim Minho",
    sex: "male",
    birth: "1981-12-01",
    document: { type: "foreignPermanentResident", number: withIdCheck("91141019811201001") },
    reason: both("持外国人永久居留身份证", "Has a foreign permanent resident's card"),
    policies: [
      {
        policyNo: "P20220001047",
        product: "golden-years",
        premium: 6000,
        sum: 30000,
        payYears: 10,
        credited: 3,
        dueIn: 220,
      },
    ],
  },
  {
    id: "C1048",
    topic: "identity",
    name: "水清",
    sex: "female",
    birth: "1955-09-15",
    mobile: "none",
    reason: both("没有登记手机号", "No mobile is registered"),
    policies: [
      {
        policyNo: "P20150001048",
        product: "golden-years",
        premium: 2000,
        sum: 18000,
        payYears: 10,
        credited: 10,
        dueIn: 260,
        survivalBenefits: 5400,
      },
    ],
  },
]
