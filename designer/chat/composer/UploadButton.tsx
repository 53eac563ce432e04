import { Paperclip } from "lucide-react"
import { type ChangeEvent, useRef } from "react"
import { useTranslation } from "react-i18next"
import { useChatSession } from "../session/useChat.ts"

const largestMegabytes = 10

/** Picks files or takes a photo, and sends them one after another. */
export function UploadButton({ onProblem }: { readonly onProblem: (problem: string | null) => void }) {
  const { t } = useTranslation("chat")
  const session = useChatSession()
  const field = useRef<HTMLInputElement>(null)

  const picked = async (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])]
    event.target.value = ""
    onProblem(null)
    for (const file of files) await sendFile(file)
  }

  const sendFile = async (file: File) => {
    if (file.size > largestMegabytes * 1024 * 1024)
      return onProblem(t("tooLarge", { size: largestMegabytes }))
    const content = await base64Of(file).catch(() => null)
    if (content === null) return onProblem(t("unreadable"))
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
      <input ref={field} type="file" hidden multiple accept="image/*,application/pdf" onChange={picked} />
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
