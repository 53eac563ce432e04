import { CircleAlert } from "lucide-react"
import { type ReactNode, useId } from "react"
import type { Path } from "../../../engine/index.ts"
import { useProblemWords } from "../../problems/inWords.ts"
import { useFieldProblems } from "../FormContext.ts"

/** A labelled place for a value, with its hint and its problems below. */
export function Field(props: {
  readonly label: string
  readonly path: Path
  readonly hint?: string
  readonly children: (id: string) => ReactNode
}) {
  const id = useId()
  return (
    <div className="form-field">
      <label className="form-label" htmlFor={id}>
        {props.label}
      </label>
      {props.children(id)}
      {props.hint !== undefined && <p className="form-hint">{props.hint}</p>}
      <FieldProblems path={props.path} />
    </div>
  )
}

/** Fields that belong together under one name. */
export function FieldGroup(props: {
  readonly label: string
  readonly path: Path
  readonly hint?: string
  readonly children: ReactNode
}) {
  return (
    <fieldset className="form-field form-group">
      <legend className="form-label">{props.label}</legend>
      {props.children}
      {props.hint !== undefined && <p className="form-hint">{props.hint}</p>}
      {props.path.length > 0 && <FieldProblems path={props.path} />}
    </fieldset>
  )
}

export function FieldProblems({ path }: { readonly path: Path }) {
  const inWords = useProblemWords()
  const problems = useFieldProblems(path)
  if (problems.length === 0) return null
  return (
    <ul className="form-problems">
      {problems.slice(0, 3).map((problem) => {
        const { message, help } = inWords(problem)
        return (
          <li key={problem.message} className={problem.severity}>
            <CircleAlert size={12} aria-hidden />
            <span>
              {message} <small>{help}</small>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
