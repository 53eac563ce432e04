import { useTranslation } from "react-i18next"
import { run, useForm } from "../FormContext.ts"
import { stateChoices } from "../fields/choices.ts"
import { Field } from "../fields/Field.tsx"
import { Select } from "../fields/inputs.tsx"

/** Where an exit leads. */
export function TargetSelect(props: {
  readonly state: string
  readonly exit: string
  readonly label: string
}) {
  const { t } = useTranslation("inspector")
  const form = useForm()
  const { file, around, words } = form
  const drawn = form.drawing.states.get(props.state)
  const exit = [...(drawn?.rows ?? []), ...(drawn?.tags ?? [])].find(({ name }) => name === props.exit)
  const named = namedTarget(form.value.to, props.exit, exit?.target ?? null)
  const fallback = around.settings.defaults.to[props.exit]
  const none =
    fallback === undefined ? t("exits.open") : t("exits.default", { title: words.titleOf(fallback) })
  return (
    <Field label={props.label} path={["to", props.exit]}>
      {(id) => (
        <Select
          id={id}
          value={named ?? ""}
          none={none}
          choices={stateChoices(form)}
          onChange={(target) =>
            run({
              name: "exit.set",
              args: { file, state: props.state, exit: props.exit, target: target === "" ? null : target },
            })
          }
        />
      )}
    </Field>
  )
}

/** The target that the state itself names, not one that comes by default. */
function namedTarget(to: unknown, exit: string, drawn: string | null): string | null {
  if (typeof to === "string") return drawn === to ? to : null
  if (typeof to !== "object" || to === null) return null
  const target: unknown = Object.entries(to).find(([name]) => name === exit)?.[1]
  if (typeof target === "string") return target
  if (typeof target !== "object" || target === null || !("to" in target)) return null
  return typeof target.to === "string" ? target.to : null
}
