import { Search } from "lucide-react"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Person } from "../api/about.ts"
import { useLocale } from "../i18n/useLocale.ts"
import { PersonLine } from "./PersonLine.tsx"
import { isFound, topicsOf } from "./peopleFilter.ts"
import "./people.css"

/** How many stand there until more are asked for. */
const fewest = 8

/** Made-up customers, one line each: searched, by what they show, and the first few until all are wanted. */
export function PeopleList({ people }: { readonly people: readonly Person[] }) {
  const { t } = useTranslation("ui")
  const locale = useLocale()
  const [sought, setSought] = useState("")
  const [topic, setTopic] = useState<string | null>(null)
  const [isWhole, setWhole] = useState(false)
  const topics = topicsOf(people)
  const found = people.filter(
    (person) => (topic === null || person.topic?.id === topic) && isFound(person, sought),
  )
  const isNarrowed = topic !== null || sought.trim() !== ""
  const shown = isWhole || isNarrowed ? found : found.slice(0, fewest)

  return (
    <div className="people">
      {people.length > fewest && (
        <label className="people-search">
          <Search size={16} aria-hidden />
          <input
            type="search"
            value={sought}
            aria-label={t("searchPeople")}
            placeholder={t("searchPeopleHint")}
            autoComplete="off"
            onChange={(event) => setSought(event.target.value)}
          />
        </label>
      )}
      {topics.length > 1 && (
        <fieldset className="people-topics">
          <legend className="visually-hidden">{t("topics")}</legend>
          {[null, ...topics].map((each) => (
            <button
              key={each?.id ?? ""}
              type="button"
              aria-pressed={topic === (each?.id ?? null)}
              onClick={() => setTopic(each?.id ?? null)}
            >
              {each === null ? t("allTopics") : each[locale]}
            </button>
          ))}
        </fieldset>
      )}
      <ul className="people-lines">
        {shown.map((person) => (
          <PersonLine key={person.id} person={person} />
        ))}
      </ul>
      {found.length === 0 && (
        <p className="people-none" role="status">
          {t("nobodyFound")}
        </p>
      )}
      {shown.length < found.length && (
        <button type="button" className="people-more" onClick={() => setWhole(true)}>
          {t("showAll", { count: found.length })}
        </button>
      )}
    </div>
  )
}
