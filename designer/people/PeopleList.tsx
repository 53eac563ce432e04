import { useTranslation } from "react-i18next"
import type { Person } from "../api/about.ts"
import { useLocale } from "../i18n/useLocale.ts"
import { CopyButton } from "../ui/CopyButton.tsx"
import "./people.css"

/** Made-up customers: why each is there, and what to type to be them. */
export function PeopleList({ people }: { readonly people: readonly Person[] }) {
  const { t } = useTranslation("ui")
  const locale = useLocale()
  return (
    <ul className="people">
      {people.map((person) => {
        const facts = [
          ...person.policyNos.map((value) => ({ name: t("policyNo"), value })),
          { name: t("idLast4"), value: person.idLast4 },
          { name: t("mobile"), value: person.mobile },
          { name: t("code"), value: person.code },
        ]
        return (
          <li key={person.id} className="person">
            <p className="person-name">{person.name}</p>
            <p className="person-reason">{locale === "zh" ? person.reasonZh : person.reasonEn}</p>
            <dl>
              {facts.map(({ name, value }) =>
                value === "" ? null : (
                  <div key={name + value}>
                    <dt>{name}</dt>
                    <dd>
                      <CopyButton value={value} name={name} />
                    </dd>
                  </div>
                ),
              )}
            </dl>
          </li>
        )
      })}
    </ul>
  )
}
