import i18next from "i18next"
import { layoutFile } from "../../../engine/index.ts"
import { documents } from "../../document/documents.ts"
import { currentLocale } from "../../i18n/startI18n.ts"
import { scene } from "../../model/scene.ts"
import { textIn } from "../../model/textIn.ts"
import { surroundings } from "../../model/useSurroundings.ts"
import { notesOf } from "../../notes/notes.ts"
import { notify } from "../../shell/notice.ts"
import { foldedOf } from "../useFolded.ts"
import { lightColours } from "./colours.ts"
import { type Image, toSvg } from "./toSvg.ts"

/** Browsers draw no larger canvas than this on a side, and none of more pixels. */
const mostSide = 16_000
const mostPixels = 120_000_000

/** Hands the analyst a picture of the whole flow as it is drawn now, stages open or folded as they are. */
export async function saveImage(kind: "svg" | "png"): Promise<void> {
  const { flow, file, drawing, positions } = scene()
  if (positions === null || drawing.states.size === 0) return
  const { flows, settings } = surroundings()
  const title = textIn(flows[flow]?.title, currentLocale(), settings.locales[0] ?? "zh") || flow
  const notes = notesOf(documents.store.getState().files.value(layoutFile(file)))
  const image = toSvg({ title, drawing, positions, folded: foldedOf(drawing), notes }, lightColours())
  const svg = new Blob([image.svg], { type: "image/svg+xml" })
  const blob = kind === "svg" ? svg : await toPng(image, svg)
  if (blob === null) {
    const told = (locale: string) => i18next.getFixedT(locale, "canvas")("image.tooLarge")
    notify({ zh: told("zh"), en: told("en") })
    return
  }
  download(blob, `${flow}.${kind}`)
}

async function toPng({ width, height }: Image, svg: Blob): Promise<Blob | null> {
  const scale = Math.min(2, mostSide / Math.max(width, height), Math.sqrt(mostPixels / (width * height)))
  const address = URL.createObjectURL(svg)
  try {
    const picture = document.createElement("img")
    picture.src = address
    await picture.decode()
    const canvas = document.createElement("canvas")
    canvas.width = Math.ceil(width * scale)
    canvas.height = Math.ceil(height * scale)
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve) => canvas.toBlob(resolve, "image/png"))
  } finally {
    URL.revokeObjectURL(address)
  }
}

function download(blob: Blob, name: string): void {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
