import type { Card } from "../../../engine/types.ts"

/** A card: its figure large, its rows as a list of terms, its note small. */
export function CardView({ card }: { readonly card: Card }) {
  return (
    <section className="card" aria-label={card.title}>
      {card.title !== undefined && <h3 className="card-title">{card.title}</h3>}
      {card.figure !== undefined && <Figure label={card.figure.label} value={card.figure.value} />}
      {card.rows.length > 0 && (
        <dl className="card-rows">
          {card.rows.map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows never move, and two may say the same
            <div key={place}>
              <dt>{row.label}</dt>
              <dd>{row.value}</dd>
            </div>
          ))}
        </dl>
      )}
      {card.note !== undefined && <p className="card-note">{card.note}</p>}
    </section>
  )
}

/** An amount or another value that the eye should find first. */
export function Figure({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <p className="figure">
      <span className="figure-label">{label}</span>
      <span className="figure-value">{value}</span>
    </p>
  )
}
