import {
  builtInTypes,
  type ChoiceOption,
  isBuiltInType,
  type Recognition,
  recognize,
} from "../../engine/index.ts"
import { type Arguments, type ExitCode, UsageError } from "../cli.ts"
import { isSet, print, textOption } from "./arguments.ts"
import { inputLines, parseLine, textOf } from "./lines.ts"

/** Reads a text, or a JSON object, per line and prints the value recognised, or null. */
export async function recognizeLines(args: Arguments): Promise<ExitCode> {
  const type = textOption(args, "type")
  if (!isSet(args, "jsonl") && type === undefined)
    throw new UsageError("Name a type with --type, or give JSON objects with --jsonl.")
  if (type !== undefined && !isBuiltInType(type))
    throw new UsageError(`"${type}" is no type. There are: ${builtInTypes.join(", ")}.`)
  let number = 0
  for await (const line of inputLines()) {
    number += 1
    const given = isSet(args, "jsonl") ? parseLine(line, number) : { text: line }
    const prefer = textOf(given.prefer) ?? textOption(args, "prefer")
    const found = recognize(textOf(given.type) ?? type ?? "text", textOf(given.text) ?? "", {
      now: textOf(given.now) ?? textOption(args, "now") ?? new Date().toISOString(),
      locale: textOf(given.locale) ?? textOption(args, "locale") ?? "zh",
      ...(prefer === "past" || prefer === "future" ? { prefer } : {}),
      ...(Array.isArray(given.options) ? { options: given.options as ChoiceOption[] } : {}),
    })
    print(JSON.stringify(found === null ? null : flat(found)))
  }
  return 0
}

/** An amount in another currency is printed as a number beside the code of its currency. */
function flat({ value, ...rest }: Recognition) {
  if (typeof value !== "object" || value === null || !("amount" in value && "currency" in value))
    return { value, ...rest }
  return { value: value.amount, currency: value.currency, ...rest }
}
