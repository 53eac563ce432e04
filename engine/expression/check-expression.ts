import type { ASTNode } from "@marcbachmann/cel-js"
import { type Sentence, sentence } from "../types.ts"
import { checkLiterals } from "./check-literals.ts"
import { checkNames } from "./check-names.ts"
import { ExpressionError, type ExpressionProblem } from "./expression-error.ts"
import { forbiddenParts, parseTree, prepareProgram } from "./parse-expression.ts"
import { checkingEnvironment, type Scope, scopeShapes } from "./scope.ts"
import { kindOfType, type ResultKind, typeProblem } from "./type-problem.ts"

/**
 * Returns all that is wrong with an expression at its place, nothing when it is fine: what cannot be read, functions
 * that are unknown or forbidden, names and fields that do not exist, options and dates that can never be equal, and,
 * when all that is well, the first mismatch of types. `expects` is what the place wants of the result.
 */
export function checkExpression(
  source: string,
  scope: Scope,
  expects?: ResultKind,
): readonly ExpressionProblem[] {
  let known = checked.get(scope)
  if (known === undefined) {
    known = new Map()
    checked.set(scope, known)
  }
  const key = `${expects ?? ""} ${source}`
  let problems = known.get(key)
  if (problems === undefined) {
    problems = findProblems(source, scope, expects)
    known.set(key, problems)
  }
  return problems
}

/** By scope, as long as it is in use: of a flow set that is being edited nearly all is asked again. */
const checked = new WeakMap<Scope, Map<string, readonly ExpressionProblem[]>>()

function findProblems(
  source: string,
  scope: Scope,
  expects: ResultKind | undefined,
): readonly ExpressionProblem[] {
  const environment = checkingEnvironment(scope)
  let ast: ASTNode
  try {
    ast = parseTree(environment, source)
  } catch (error) {
    if (error instanceof ExpressionError) return [toProblem(error)]
    throw error
  }
  const shapes = scopeShapes(scope)
  const problems = [
    ...forbiddenParts(source, ast).map(toProblem),
    ...checkNames(ast, shapes),
    ...checkLiterals(ast, shapes),
  ].sort((a, b) => (a.start ?? 0) - (b.start ?? 0))
  if (problems.length > 0) return problems

  const { error, type } = prepareProgram(environment, source, ast).check()
  if (error !== undefined) return [typeProblem(error, source)]
  const kind = kindOfType(type ?? "dyn")
  if (expects === undefined || kind === "any" || kind === expects) return []
  return [
    {
      message: sentence`The result is ${KIND_WORDS[kind]}, but ${KIND_WORDS[expects]} is needed here.`,
      help:
        expects === "bool"
          ? sentence`Compare something, for instance: slots.count > 0.`
          : sentence`Change the expression.`,
      start: 0,
      end: source.length,
    },
  ]
}

/** Returns the kind of the result, `any` when it depends on data, `null` when the expression has problems. */
export function kindOfExpression(source: string, scope: Scope): ResultKind | null {
  if (checkExpression(source, scope).length > 0) return null
  const environment = checkingEnvironment(scope)
  const { type } = prepareProgram(environment, source, parseTree(environment, source)).check()
  return type === undefined ? null : kindOfType(type)
}

const KIND_WORDS: Readonly<Record<ResultKind, Sentence>> = {
  bool: sentence`yes or no`,
  number: sentence`a number`,
  text: sentence`a text`,
  list: sentence`a list`,
  object: sentence`an object`,
  null: sentence`nothing`,
  any: sentence`any value`,
}

function toProblem(error: ExpressionError): ExpressionProblem {
  const { says, start, end } = error
  return {
    ...says,
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
  }
}
