import { type ASTNode, type Environment, ParseError, type ParseResult } from "@marcbachmann/cel-js"
import { type Sentence, sentence } from "../types.ts"
import { loosenTernaries, renamePresence } from "./environment.ts"
import { ExpressionError } from "./expression-error.ts"
import { functionNames, methodNames } from "./functions.ts"
import { nearestName } from "./nearest-name.ts"
import { bindingOf, descendants, partsOf } from "./syntax-tree.ts"

/** The longest source that is read, in UTF-16 units. */
export const longestSource = 2_000
/** How many `all`, `exists`, `map` or `filter` may stand inside each other. */
export const deepestNesting = 2

/** Returns the syntax tree of an expression as it was written. Throws an `ExpressionError` with where and why. */
export function parseTree(environment: Environment, source: string): ASTNode {
  if (source.length > longestSource) {
    throw new ExpressionError({
      code: "expression-too-long",
      source,
      message: sentence`The expression has ${source.length} characters; ${longestSource} are read at most.`,
      help: sentence`Split it: name its parts under \`derived\` and use them here.`,
    })
  }
  try {
    return environment.parse(source).ast
  } catch (error) {
    throw syntaxError(source, error)
  }
}

/** Returns the runnable form of a tree: presence tests and ternaries as the environment wants them. */
export function prepareProgram(environment: Environment, source: string, ast: ASTNode): ParseResult {
  const program = environment.parse(renamePresence(source, ast))
  loosenTernaries(environment, program.ast)
  return program
}

/** Returns what the tree uses though it may not: unknown functions, deep nesting, bytes and unsigned numbers. */
export function forbiddenParts(source: string, ast: ASTNode): readonly ExpressionError[] {
  const found: ExpressionError[] = []
  const forbid = (node: ASTNode, message: Sentence, help: Sentence) => {
    const { start, end } = node
    found.push(new ExpressionError({ code: "expression-forbidden", source, message, help, start, end }))
  }
  for (const node of descendants(ast)) {
    if (node.op === "value" && typeof node.args === "object" && node.args !== null) {
      forbid(
        node,
        sentence`Bytes and unsigned numbers have no JSON form.`,
        sentence`Write a plain text or number.`,
      )
    }
    if (node.op !== "call" && node.op !== "rcall") continue
    const name = node.args[0]
    const known = node.op === "call" ? functionNames : methodNames
    if (known.includes(name)) continue
    if (name === "matches") {
      const help = sentence`Use startsWith, endsWith or contains; give a slot type a \`pattern\`.`
      forbid(node, sentence`\`matches\` is not allowed: a pattern can take minutes on an unlucky text.`, help)
    } else {
      const nearest = nearestName(name, known)
      const help = nearest === null ? sentence`Known are ${known}.` : sentence`Did you mean "${nearest}"?`
      forbid(node, sentence`There is no function "${name}".`, help)
    }
  }
  const tooDeep = firstTooDeep(ast, deepestNesting)
  if (tooDeep !== null) {
    const help = sentence`Name the inner list under \`derived\`, or let the service answer the question.`
    forbid(tooDeep, sentence`More than ${deepestNesting} lists are walked inside each other.`, help)
  }
  return found
}

function firstTooDeep(node: ASTNode, left: number): ASTNode | null {
  const binding = bindingOf(node)
  if (binding?.kind === "comprehension") {
    if (left === 0) return node
    const inBody = binding.body.map((part) => firstTooDeep(part, left - 1)).find((found) => found !== null)
    return inBody ?? firstTooDeep(binding.over, left)
  }
  return (
    partsOf(node)
      .map((part) => firstTooDeep(part, left))
      .find((found) => found !== null) ?? null
  )
}

function syntaxError(source: string, error: unknown): ExpressionError {
  if (!(error instanceof ParseError)) throw error
  const summary = error.summary.charAt(0).toLowerCase() + error.summary.slice(1)
  return new ExpressionError({
    code: "expression-syntax",
    source,
    message:
      source.trim() === ""
        ? sentence`The expression is empty.`
        : sentence`The expression cannot be read: ${summary}.`,
    help: syntaxHelp(source),
    start: error.range?.start,
    end: error.range?.end,
  })
}

function syntaxHelp(source: string): Sentence {
  const bare = source.replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, "''")
  if (/[“”‘’"']/.test(bare.replaceAll("''", "")))
    return sentence`Put texts between two straight quotes: 'paid'.`
  if (/[^=!<>]=[^=]/.test(bare)) return sentence`Compare with == ; a single = means nothing here.`
  if (/\b(?:and|or|not)\b/i.test(bare)) return sentence`Write && for and, || for or, ! for not.`
  if (/[（），。：；！＝＞＜]/.test(bare))
    return sentence`Use half-width characters: ( ) , > < instead of （ ） ， ＞ ＜.`
  if (/[^\u0020-\u007e\s]/.test(bare))
    return sentence`Names are ASCII; Chinese belongs into texts between quotes.`
  return sentence`Write CEL, for instance: data.quote.refund >= 10000 && slots.reason == 'money'.`
}
