import { ArrowRight, Languages, Settings2 } from "lucide-react"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { services } from "../api/services.ts"
import { useAbout } from "../api/useAbout.ts"
import { switchLocale } from "../i18n/startI18n.ts"
import { useLocale } from "../i18n/useLocale.ts"
import { PeopleList } from "../people/PeopleList.tsx"
import { DisplaySettings } from "../ui/DisplaySettings.tsx"
import { Mark } from "../ui/Mark.tsx"
import { Popover } from "../ui/Popover.tsx"

/** What Colloquy is, and the ways into everything that runs here. */
export function StartPage() {
  const { t } = useTranslation("start")
  const locale = useLocale()
  const other = locale === "zh" ? "en" : "zh"
  const about = useAbout()
  const flows = about.is === "ready" ? about.about.flows : about.is === "loading" ? [] : null
  const insurer = about.is === "ready" ? about.about.insurer : null
  return (
    <div className="start">
      <header className="start-header">
        <Mark />
        <span className="start-brand">Colloquy</span>
        <button
          type="button"
          className="quiet-button"
          lang={other === "zh" ? "zh-CN" : "en"}
          title={t("language")}
          onClick={() => switchLocale(other)}
        >
          <Languages size={18} aria-hidden />
          {other === "zh" ? "中文" : "EN"}
        </button>
        <Popover label={t("settings")} face={<Settings2 size={18} aria-hidden />}>
          <DisplaySettings />
        </Popover>
      </header>

      <main>
        <div className="start-intro">
          <h1>{t("title")}</h1>
          <p>{t("intro1")}</p>
          <p>{t("intro2")}</p>
          <div className="start-doors">
            <a className="plain-button primary" href={`/chat?locale=${locale}`}>
              {t("chatOpen")}
              <ArrowRight size={16} aria-hidden />
            </a>
            <a className="plain-button" href={`/designer?locale=${locale}`}>
              {t("designerOpen")}
            </a>
            <a className="plain-button" href={`/chat?locale=${other}`} lang={other === "zh" ? "zh-CN" : "en"}>
              {other === "zh" ? "中文对话" : "Chat in English"}
            </a>
          </div>
        </div>

        <Section title={t("flows")}>
          <ul className="tiles short">
            {services
              .filter((service) => flows === null || flows.includes(service.flow))
              .map((service) => (
                <li key={service.flow}>
                  <a className="tile" href={`/chat?flow=${service.flow}&locale=${locale}`}>
                    <span>{service[locale]}</span>
                    <ArrowRight size={16} aria-hidden />
                  </a>
                </li>
              ))}
          </ul>
        </Section>

        <Section title={t("operation")}>
          <ul className="tiles">
            <Door href="/api/openapi.json" title={t("api")} note={t("apiNote")} />
            {insurer !== null && <Door href={insurer} title={t("insurer")} note={t("insurerNote")} />}
            <Door href="/healthz" title={t("health")} note={t("healthNote")} />
          </ul>
        </Section>

        <Section title={t("people")} note={t("peopleNote")}>
          <People about={about} />
        </Section>
      </main>

      {about.is === "ready" && (
        <footer className="start-footer">
          {about.about.name[locale]} · {t("release")} <code>{about.about.release.slice(0, 12)}</code>
        </footer>
      )}
    </div>
  )
}

function Section(props: { readonly title: string; readonly note?: string; readonly children: ReactNode }) {
  return (
    <section className="start-section">
      <h2>{props.title}</h2>
      {props.note !== undefined && <p className="start-note">{props.note}</p>}
      {props.children}
    </section>
  )
}

function Door(props: { readonly href: string; readonly title: string; readonly note: string }) {
  return (
    <li>
      <a className="tile" href={props.href}>
        <span>
          {props.title}
          <small>{props.note}</small>
        </span>
        <ArrowRight size={16} aria-hidden />
      </a>
    </li>
  )
}

function People({ about }: { readonly about: ReturnType<typeof useAbout> }) {
  const { t } = useTranslation(["start", "ui"])
  if (about.is === "loading") return <p className="start-note">{t("ui:loading")}</p>
  if (about.is === "failed") {
    return (
      <p className="start-note" role="alert">
        {t("peopleFailed")}
        <button type="button" className="plain-button" onClick={about.retry}>
          {t("ui:retry")}
        </button>
      </p>
    )
  }
  if (about.about.people.length === 0) return <p className="start-note">{t("peopleNone")}</p>
  return <PeopleList people={about.about.people} />
}
