import { useTranslation } from "react-i18next"
import { useForm } from "../FormContext.ts"
import { FieldGroup } from "../fields/Field.tsx"
import { TargetSelect } from "./TargetSelect.tsx"

/** Where every exit of a state leads; the cases of a decision stand in its own form. */
export function ExitsForm({ id, type }: { readonly id: string; readonly type: string }) {
  const { t } = useTranslation("inspector")
  const drawn = useForm().drawing.states.get(id)
  const exits = [...(drawn?.rows ?? []), ...(drawn?.tags ?? [])].filter(
    ({ by, name }) => by === "case" && type !== "decision" && name !== "",
  )
  if (exits.length === 0) return null
  return (
    <FieldGroup label={t("exits.title")} path={[]}>
      {exits.map(({ name, label }) => (
        <TargetSelect key={name} state={id} exit={name} label={label} />
      ))}
    </FieldGroup>
  )
}
