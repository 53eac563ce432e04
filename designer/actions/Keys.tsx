const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** A shortcut as the keyboard in front of the reader has it. */
export function Keys({ keys }: { readonly keys: string | undefined }) {
  if (keys === undefined) return null
  return <kbd>{keyText(keys)}</kbd>
}

export function keyText(keys: string): string {
  return keys
    .split("+")
    .map((key) => (key === "Mod" ? (isMac ? "⌘" : "Ctrl") : key === "Shift" && isMac ? "⇧" : key))
    .join(isMac ? "" : " ")
}
