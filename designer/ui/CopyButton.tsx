import { Check, Copy } from "lucide-react"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"

const shownForMs = 1500

/** A value that is copied by pressing it; says for a moment that it was. */
export function CopyButton({ value, name }: { readonly value: string; readonly name: string }) {
  const { t } = useTranslation("ui")
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), shownForMs)
    return () => clearTimeout(timer)
  }, [isCopied])
  const label = isCopied ? t("copied", { name }) : t("copy", { name, value })
  return (
    <button
      type="button"
      className="copy-button"
      title={label}
      aria-label={label}
      onClick={() => void copy(value).then(setCopied)}
    >
      <span>{value}</span>
      {isCopied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
    </button>
  )
}

/** The clipboard of the browser is there only over HTTPS and on localhost; elsewhere the old command does. */
async function copy(value: string): Promise<boolean> {
  if (navigator.clipboard !== undefined) {
    return navigator.clipboard.writeText(value).then(
      () => true,
      () => false,
    )
  }
  const field = document.createElement("textarea")
  field.value = value
  document.body.append(field)
  field.select()
  const isCopied = document.execCommand("copy")
  field.remove()
  return isCopied
}
