import { Code, ListChecks, Plus, Trash2 } from "lucide-react"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { scopeShape, shapeAt, type ValueShape } from "../../../engine/expression/index.ts"
import type { Path } from "../../../engine/index.ts"
import {
  type Clause,
  type Condition,
  type Operator,
  operators,
  parseCondition,
  printCondition,
  type Scalar,
} from "../../condition/condition.ts"
import { conditionInWords } from "../../condition/conditionInWords.ts"
import { nameOfPath } from "../../condition/nameOfPath.ts"
import { scopeOf } from "../../model/scopeOf.ts"
import { IconButton } from "../../ui/IconButton.tsx"
import { useField, useForm } from "../FormContext.ts"
import { AnyOf, ConditionValue, choicesOf, hasOptions, isNumeric } from "./ConditionValue.tsx"
import { ExpressionInput } from "./ExpressionInput.tsx"
import { FieldGroup } from "./Field.tsx"
import { Select } from "./inputs.tsx"
import { VariableMenu } from "./VariableMenu.tsx"

/** A condition as sentences that are put together; who knows CEL may write it. */
export function ConditionField(props: { readonly label: string; readonly path: Path }) {
  const { t } = useTranslation("inspector")
  const { words } = useForm()
  const { value, set } = useField(props.path)
  const [isRaw, setRaw] = useState(false)
  const source = typeof value === "string" ? value : typeof value === "boolean" ? String(value) : ""
  const condition = source === "" ? { join: "all" as const, clauses: [] } : parseCondition(source)
  const write = (next: Condition) => set(next.clauses.length === 0 ? "true" : printCondition(next))
  const Icon = isRaw ? ListChecks : Code
  const inWords = source === "" ? "" : conditionInWords(source, words)
  return (
    <FieldGroup label={props.label} path={props.path}>
      <button
        type="button"
        className="quiet-button group-button"
        title={t(isRaw ? "condition.byLines" : "condition.raw")}
        aria-pressed={isRaw}
        onClick={() => setRaw(!isRaw)}
      >
        <Icon size={14} aria-hidden />
        {t(isRaw ? "condition.byLines" : "condition.raw")}
      </button>
      {isRaw ? (
        <ExpressionInput label={props.label} value={source} expects="bool" onChange={(next) => set(next)} />
      ) : (
        <Builder condition={condition} onChange={write} />
      )}
      {inWords !== source && <p className="condition-words">{inWords}</p>}
    </FieldGroup>
  )
}

function Builder(props: {
  readonly condition: Condition
  readonly onChange: (condition: Condition) => void
}) {
  const { t } = useTranslation("inspector")
  const [isAdding, setAdding] = useState(false)
  const { condition, onChange } = props
  const { join } = condition
  // A condition that always holds is one that nobody has written yet.
  const clauses = condition.clauses.filter((clause) => !(clause.is === "raw" && clause.source === "true"))
  const replace = (index: number, clause: Clause | null) =>
    onChange({
      join,
      clauses: clauses.flatMap((each, at) => (at === index ? (clause === null ? [] : [clause]) : [each])),
    })
  return (
    <div className="condition">
      {clauses.length > 1 && (
        <div className="condition-join">
          <Select
            label={t("condition.join")}
            value={join}
            choices={[
              { value: "all", label: t("condition.all") },
              { value: "any", label: t("condition.any") },
            ]}
            onChange={(next) => onChange({ join: next === "any" ? "any" : "all", clauses })}
          />
        </div>
      )}
      {clauses.map((clause, index) => (
        // Lines have no name but their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={index} className="condition-line">
          <Line clause={clause} onChange={(next) => replace(index, next)} />
          <IconButton
            label={t("condition.remove")}
            icon={Trash2}
            size={14}
            onClick={() => replace(index, null)}
          />
        </div>
      ))}
      <VariableMenu
        isOpen={isAdding}
        onOpen={setAdding}
        onChoose={(path) => {
          setAdding(false)
          onChange({ join, clauses: [...clauses, { is: "filled", path, negated: false }] })
        }}
      >
        <button type="button" className="quiet-button add-button">
          <Plus size={14} aria-hidden />
          {t("condition.add")}
        </button>
      </VariableMenu>
    </div>
  )
}

type Verb = Operator | "filled" | "missing" | "holds" | "holdsNot" | "notEmpty" | "empty" | "oneOf"

function Line({
  clause,
  onChange,
}: {
  readonly clause: Clause
  readonly onChange: (clause: Clause) => void
}) {
  const { t } = useTranslation("inspector")
  const { flow, around, words } = useForm()
  if (clause.is === "raw")
    return (
      <ExpressionInput
        label={t("condition.expression")}
        value={clause.source}
        expects="bool"
        onChange={(source) => onChange({ is: "raw", source })}
      />
    )
  const shape = shapeAt(scopeShape(scopeOf(flow, around)), clause.path)
  const verbs = verbsOf(shape)
  const verb = verbOf(clause)
  return (
    <>
      <span className="condition-name" title={clause.path}>
        {nameOfPath(clause.path, words)}
      </span>
      <Select
        label={t("condition.verb")}
        value={verb}
        choices={[...new Set([...verbs, verb])].map((each) => ({ value: each, label: t(`verb.${each}`) }))}
        onChange={(next) => onChange(withVerb(clause, next as Verb, shape))}
      />
      {clause.is === "compare" && (
        <ConditionValue
          path={clause.path}
          shape={shape}
          value={clause.value}
          onChange={(value) => onChange({ ...clause, value })}
        />
      )}
      {clause.is === "one-of" && hasOptions(shape) && (
        <AnyOf
          choices={choicesOf(clause.path, shape.options, words)}
          values={clause.values.map(String)}
          onChange={(values) => onChange({ ...clause, values })}
        />
      )}
      {clause.is === "one-of" && !hasOptions(shape) && (
        <input
          className="field"
          aria-label={t("condition.value")}
          value={clause.values.join(", ")}
          onChange={(event) => onChange({ ...clause, values: event.target.value.split(/[,，]\s*/) })}
        />
      )}
    </>
  )
}

function verbsOf(shape: ValueShape | null): readonly Verb[] {
  switch (shape?.kind) {
    case "boolean":
      return ["holds", "holdsNot", "filled", "missing"]
    case "choice":
    case "choices":
      return ["==", "!=", "oneOf", "filled", "missing"]
    case "list":
    case "documents":
      return ["notEmpty", "empty", "filled", "missing"]
    case "integer":
    case "number":
    case "money":
    case "percent":
    case "date":
    case "datetime":
      return [...operators, "filled", "missing"]
    default:
      return ["==", "!=", "oneOf", "filled", "missing"]
  }
}

function verbOf(clause: Exclude<Clause, { is: "raw" }>): Verb {
  switch (clause.is) {
    case "compare":
      return clause.operator
    case "one-of":
      return "oneOf"
    case "filled":
      return clause.negated ? "missing" : "filled"
    case "holds":
      return clause.negated ? "holdsNot" : "holds"
    case "not-empty":
      return clause.negated ? "empty" : "notEmpty"
  }
}

/** A slot may be empty, and comparing what is not there has no value: so its presence is asked first. */
function withVerb(clause: Exclude<Clause, { is: "raw" }>, verb: Verb, shape: ValueShape | null): Clause {
  const { path } = clause
  const guarded =
    clause.is === "compare" || clause.is === "one-of" ? clause.guarded : /^(slots|data)\./.test(path)
  switch (verb) {
    case "filled":
    case "missing":
      return { is: "filled", path, negated: verb === "missing" }
    case "holds":
    case "holdsNot":
      return { is: "holds", path, negated: verb === "holdsNot" }
    case "notEmpty":
    case "empty":
      return { is: "not-empty", path, negated: verb === "empty" }
    case "oneOf":
      return { is: "one-of", path, values: [firstValue(shape)], guarded }
    default: {
      const value = clause.is === "compare" ? clause.value : firstValue(shape)
      return { is: "compare", path, operator: verb, value, guarded }
    }
  }
}

function firstValue(shape: ValueShape | null): Scalar {
  if (isNumeric(shape)) return 0
  if (shape?.kind === "boolean") return true
  if (shape?.kind === "choice" || shape?.kind === "choices") return shape.options?.[0]?.key ?? ""
  return ""
}
