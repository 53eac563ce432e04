import { useTranslation } from "react-i18next"
import type { Change, ChangedPart } from "./changes.ts"

/** What changed since the last release, part by part and element by element. */
export function ChangeList({ parts }: { readonly parts: readonly ChangedPart[] }) {
  return (
    <div className="changes">
      {parts.map(({ file, title, changes }) => (
        <section key={file}>
          <h3>
            {title} <small>{file}</small>
          </h3>
          <ul>
            {changes.map((change) => (
              <OneChange key={`${change.is} ${change.kind} ${change.id}`} change={change} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function OneChange({ change }: { readonly change: Change }) {
  const { t } = useTranslation("review")
  const { is, kind, title, details } = change
  return (
    <li className="change">
      <p>
        <span className={`change-is ${is}`}>{t(`is.${is}`)}</span> {kind} <strong>{title}</strong>
      </p>
      {details.map(({ label, before, after }) => (
        <dl key={label}>
          <dt>{label}</dt>
          {before !== "" && (
            <dd>
              <del>{before}</del>
            </dd>
          )}
          {after !== "" && (
            <dd>
              <ins>{after}</ins>
            </dd>
          )}
        </dl>
      ))}
    </li>
  )
}
