import { ChevronRight } from "lucide-react"
import { useTranslation } from "react-i18next"
import type { Person } from "../api/about.ts"
import { useLocale } from "../i18n/useLocale.ts"
import { CopyButton } from "../ui/CopyButton.tsx"

/** A made-up customer in one line, which opens to what must be typed to be that person. */
export function PersonLine({ person }: { readonly person: Person }) {
  const { t } = useTranslation("ui")
  const reason = useLocale() === "zh" ? person.reasonZh : person.reasonEn
  const facts = [
    ...person.policyNos.map((value) => ({ name: t("policyNo"), value })),
    { name: t("idLast4"), value: person.idLast4 },
    { name: t("mobile"), value: person.mobile },
    { name: t("code"), value: person.code },
  ].filter(({ value }) => value !== "")
  return (
    <li className="person">
      <details>
        <summary>
          <span className="person-name">{person.name}</span>
          <span className="person-reason">{reason}</span>
          <ChevronRight size={16} aria-hidden />
        </summary>
        <dl>
          {facts.map(({ name, value }) => (
            <div key={name + value}>
              <dt>{name}</dt>
              <dd>
                <CopyButton value={value} name={name} />
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </li>
  )
}
