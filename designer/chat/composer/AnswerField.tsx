import { CalendarDays } from "lucide-react"
import { type FormEvent, type KeyboardEvent, useLayoutEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import type { Keypad } from "./keypad.ts"

/** The field in which an answer is typed, with the keypad that fits what is asked. */
export function AnswerField(props: {
  readonly keypad: Keypad
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onSubmit: (event: FormEvent) => void
}) {
  const { keypad, value, onChange } = props
  const { t } = useTranslation("chat")
  const shared = {
    "data-answer": true,
    value,
    inputMode: keypad.inputMode,
    autoComplete: keypad.autoComplete,
    autoCapitalize: keypad.capitals === true ? "characters" : "off",
    enterKeyHint: "send",
    "aria-label": t("message"),
    placeholder: t(`placeholder.${keypad.hint}`),
  } as const

  return (
    <>
      {keypad.isField ? (
        <input
          {...shared}
          type="text"
          name={keypad.hint}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <GrowingText {...shared} onText={onChange} onSubmit={props.onSubmit} />
      )}
      {keypad.extraKey !== undefined && (
        <button
          type="button"
          className="key-button"
          aria-label={t("letterX")}
          onClick={() => onChange(value + keypad.extraKey)}
        >
          {keypad.extraKey}
        </button>
      )}
      {keypad.hasCalendar === true && <CalendarButton label={t("calendar")} onPick={onChange} />}
    </>
  )
}

/** A text box as tall as its text, up to what CSS allows; Enter sends, Shift+Enter begins a line. */
function GrowingText(
  props: Omit<React.ComponentProps<"textarea">, "onSubmit" | "onChange"> & {
    readonly value: string
    readonly onText: (value: string) => void
    readonly onSubmit: (event: FormEvent) => void
  },
) {
  const { onText, onSubmit, ...attributes } = props
  const box = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    element.style.height = ""
    if (props.value !== "") element.style.height = `${element.scrollHeight}px`
  }, [props.value])
  const sendOnEnter = (event: KeyboardEvent) => {
    // An Enter that ends the composition of a Chinese word is not meant for us.
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) onSubmit(event)
  }
  return (
    <textarea
      {...attributes}
      ref={box}
      rows={1}
      onChange={(event) => onText(event.target.value)}
      onKeyDown={sendOnEnter}
    />
  )
}

function CalendarButton({
  label,
  onPick,
}: {
  readonly label: string
  readonly onPick: (date: string) => void
}) {
  const field = useRef<HTMLInputElement>(null)
  return (
    <span className="calendar-button">
      <button
        type="button"
        className="key-button"
        aria-label={label}
        title={label}
        onClick={() => field.current?.showPicker()}
      >
        <CalendarDays size={18} aria-hidden />
      </button>
      <input
        ref={field}
        type="date"
        tabIndex={-1}
        aria-hidden
        onChange={(event) => event.target.value !== "" && onPick(event.target.value)}
      />
    </span>
  )
}
