import { type Both, both, inBoth } from "../products/product.ts"
import { isOddBody } from "./assess.ts"
import type { Disclosure } from "./disclosure.ts"
import { type Answers, answered, detailed, matters } from "./matters.ts"

type Contradiction = { readonly id: string; readonly text: Both }

/**
 * Returns what answers leave open: what a yes is told in detail of, what the insured is not sure of, and what does not
 * go together, within the answers or with what was disclosed before. It blames nobody and decides nothing.
 */
export function review(
  answers: Answers,
  age: number,
  mentioned: readonly string[],
  earlier: readonly Disclosure[],
): object {
  return {
    details: answered(answers, "yes")
      .filter((id) => detailed.has(id))
      .map(named),
    unsure: answered(answers, "unsure").map(named),
    contradictions: [...within(answers, age), ...spoken(answers, mentioned), ...before(answers, earlier)].map(
      ({ id, text }) => ({
        id,
        ...inBoth("text", text),
      }),
    ),
  }
}

function named(id: string): object {
  return { id, ...inBoth("name", matters[id] ?? both(id, id)) }
}

function within(answers: Answers, age: number): readonly Contradiction[] {
  const found: Contradiction[] = []
  if (isOddBody(answers, age))
    found.push({
      id: "body",
      text: both(
        `身高${String(answers.height)}厘米、体重${String(answers.weight)}公斤，和常见的范围差得比较多`,
        `a height of ${String(answers.height)} cm and a weight of ${String(answers.weight)} kg are rarely found together`,
      ),
    })
  const ill = ["hypertension", "diabetes", "hepatitis", "kidney", "heart", "stroke"].some(
    (id) => answers[id] === "yes",
  )
  if (answers.medication === "yes" && !ill && answers.lung === "no" && answers.thyroid === "no")
    found.push({
      id: "medication",
      text: both(
        "您说目前连续服药，而各项疾病都选了「否」",
        "you take medicine all the time, and answered no to every illness",
      ),
    })
  return found
}

/** What the customer spoke of before the questions and then answered no to. */
function spoken(answers: Answers, mentioned: readonly string[]): readonly Contradiction[] {
  return mentioned.flatMap((id) => {
    const name = matters[id]
    if (name === undefined || answers[id] !== "no") return []
    return [
      {
        id,
        text: both(
          `您之前提到过${name.zh}，问卷里选的是「否」`,
          `you mentioned ${name.en} before, and answered no to it`,
        ),
      },
    ]
  })
}

/** A lasting illness that was told before and is a no now. */
function before(answers: Answers, earlier: readonly Disclosure[]): readonly Contradiction[] {
  return ["hypertension", "diabetes", "hepatitis", "kidney", "heart", "stroke", "cancer"].flatMap((id) => {
    const told = earlier.find((one) => one.state !== "draft" && one.answers[id] === "yes")
    const name = matters[id]
    if (told === undefined || name === undefined || answers[id] !== "no") return []
    const on = told.sealedOn ?? ""
    return [
      {
        id,
        text: both(
          `${on}的告知里，${name.zh}选的是「是」，这次选了「否」`,
          `in the disclosure of ${on} the answer about ${name.en} was yes, this time it is no`,
        ),
      },
    ]
  })
}
