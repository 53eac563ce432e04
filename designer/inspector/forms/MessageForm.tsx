import { useTranslation } from "react-i18next"
import { isMap } from "../../../engine/index.ts"
import { useForm } from "../FormContext.ts"
import { wordingChoices } from "../fields/choices.ts"
import { SelectField } from "../fields/inputs.tsx"
import { SayField } from "./SayField.tsx"
import { WordingText } from "./WordingText.tsx"

const tones = ["calm", "upset", "distressed"] as const

/** What a message says, and in other words for other moods. */
export function MessageForm() {
  const { t } = useTranslation("inspector")
  const form = useForm()
  const { wording, tone, say } = form.value
  return (
    <>
      {(wording === undefined || say !== undefined) && <SayField label={t("message.say")} path={["say"]} />}
      <SelectField
        label={t("message.wording")}
        path={["wording"]}
        choices={wordingChoices(form)}
        none={t("none")}
        hint={t("message.wordingHint")}
      />
      {typeof wording === "string" && <WordingText id={wording} />}
      <details className="form-more" open={isMap(tone)}>
        <summary>{t("message.tones")}</summary>
        <p className="form-hint">{t("message.tonesHint")}</p>
        {tones.map((each) => (
          <SayField key={each} label={t(`tone.${each}`)} path={["tone", each]} />
        ))}
      </details>
    </>
  )
}
