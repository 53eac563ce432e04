export type Segment<Value extends string> = { readonly value: Value; readonly label: string }

/** A small set of values of which exactly one is on. */
export function Segments<Value extends string>(props: {
  readonly label: string
  readonly value: Value
  readonly options: readonly Segment<Value>[]
  readonly onChange: (value: Value) => void
}) {
  return (
    <fieldset className="segments-field">
      <legend>{props.label}</legend>
      <div className="segments">
        {props.options.map((option) => (
          <button
            key={option.value}
            type="button"
            aria-pressed={option.value === props.value}
            onClick={() => props.onChange(option.value)}
          >
            {option.label}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
