import { Braces } from "lucide-react"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Path } from "../../../engine/index.ts"
import { nameOfPath } from "../../condition/nameOfPath.ts"
import { IconButton } from "../../ui/IconButton.tsx"
import { useField, useForm } from "../FormContext.ts"
import { ExpressionInput } from "./ExpressionInput.tsx"
import { FieldProblems } from "./Field.tsx"
import { VariableMenu } from "./VariableMenu.tsx"

/** A value that is computed: one of the flow's values by name, or an expression. */
export function ValueField(props: {
  readonly label: string
  readonly path: Path
  readonly hint?: string
  readonly isRequired?: boolean
}) {
  const { t } = useTranslation("inspector")
  const { words } = useForm()
  const { value, set } = useField(props.path)
  const [isChoosing, setChoosing] = useState(false)
  const source = typeof value === "string" ? value : value === undefined ? "" : String(value)
  const isPath = /^[a-z]\w*(\.\w+)+$/i.test(source)
  return (
    <fieldset className="form-field value-field">
      <legend className="form-label">
        {props.label}
        {props.isRequired === true && <span className="required"> · {t("required")}</span>}
      </legend>
      <span className="field-row">
        <ExpressionInput
          label={props.label}
          value={source}
          onChange={(next) => set(next.trim() === "" ? undefined : next)}
        />
        <VariableMenu
          isOpen={isChoosing}
          onOpen={setChoosing}
          onChoose={(path) => {
            setChoosing(false)
            set(path)
          }}
        >
          <IconButton label={t("value.choose")} icon={Braces} size={14} />
        </VariableMenu>
      </span>
      {isPath && <p className="form-hint">= {nameOfPath(source, words)}</p>}
      {props.hint !== undefined && <p className="form-hint">{props.hint}</p>}
      <FieldProblems path={props.path} />
    </fieldset>
  )
}
