/** The product's mark: a conversation that is a small graph. */
export function Mark({ size = 28 }: { readonly size?: number }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 28 28" aria-hidden>
      <path
        d="M6 3h16a4 4 0 0 1 4 4v10a4 4 0 0 1-4 4h-8l-5.2 4.2A.8.8 0 0 1 7.5 24.6V21H6a4 4 0 0 1-4-4V7a4 4 0 0 1 4-4Z"
        fill="var(--accent)"
      />
      <path
        d="M9.5 12h3.5m0 0c2.5 0 1.8-3.5 5-3.5M13 12c2.5 0 1.8 3.5 5 3.5"
        fill="none"
        stroke="var(--on-accent)"
        strokeWidth="1.5"
      />
      <circle cx="8.5" cy="12" r="2" fill="var(--on-accent)" />
      <circle cx="19.5" cy="8.5" r="2" fill="var(--on-accent)" />
      <circle cx="19.5" cy="15.5" r="2" fill="var(--on-accent)" />
    </svg>
  )
}
