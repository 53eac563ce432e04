import { Paperclip } from "lucide-react"
import { type ChangeEvent, useRef } from "react"
import { useTranslation } from "react-i18next"
import { useChatSession } from "../session/useChat.ts"

const largestMegabytes = 10

/** Picks a file or takes a photo, and sends it. */
export function UploadButton({ onProblem }: { readonly onProblem: (problem: string | null) => void }) {
  const { t } = useTranslation("chat")
  const session = useChatSession()
  const field = useRef<HTMLInputElement>(null)

  const picked = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    event.target.value = ""
    if (file === undefined) return
    if (file.size > largestMegabytes * 1024 * 1024)
      return onProblem(t("tooLarge", { size: largestMegabytes }))
    const content = await base64Of(file).catch(() => null)
    if (content === null) return onProblem(t("unreadable"))
    onProblem(null)
    const mediaType = file.type === "" ? "application/octet-stream" : file.type
    session.send({ upload: { name: file.name, mediaType, size: file.size, content } }, file.name)
  }

  return (
    <>
      <button
        type="button"
        className="key-button"
        aria-label={t("upload")}
        title={t("upload")}
        onClick={() => field.current?.click()}
      >
        <Paperclip size={18} aria-hidden />
      </button>
      <input ref={field} type="file" hidden accept="image/*,application/pdf" onChange={picked} />
    </>
  )
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^data:[^,]*,/, ""))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
}
