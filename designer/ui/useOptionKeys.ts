import { type KeyboardEvent, useState } from "react"

/** Up, down and enter over a list of options whose field keeps the focus (the combobox pattern of ARIA). */
export function useOptionKeys(ids: readonly string[], choose: (id: string) => void) {
  const [wished, setActive] = useState<string | null>(null)
  const active = wished !== null && ids.includes(wished) ? wished : (ids[0] ?? null)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === "Enter" && active !== null) {
      event.preventDefault()
      choose(active)
      return
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return
    event.preventDefault()
    const at = active === null ? -1 : ids.indexOf(active)
    const next = (at + (event.key === "ArrowDown" ? 1 : -1) + ids.length) % ids.length
    const id = ids[next]
    if (id === undefined) return
    setActive(id)
    document.querySelector(`[role="option"][id$="-${CSS.escape(id)}"]`)?.scrollIntoView({ block: "nearest" })
  }
  return { active, setActive, onKeyDown }
}
