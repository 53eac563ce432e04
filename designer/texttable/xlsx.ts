import type { TextSheets } from "./textSheet.ts"

const widths = { place: 26, part: 16, text: 56, key: 34 } as const
/** Larger files are unpacked in a thread that the page does not allow. */
export const mostBytes = 500_000

/** Returns a translator's tables as an Excel file. The libraries come when they are needed. */
export async function writeXlsx({ locales, texts, originals }: TextSheets): Promise<Blob> {
  const { default: writeXlsxFile } = await import("write-excel-file/universal")
  const columns = [
    { width: widths.place },
    { width: widths.part },
    ...locales.map(() => ({ width: widths.text })),
    { width: widths.key },
  ]
  const [head = [], ...rows] = texts
  return writeXlsxFile([
    {
      sheet: "Texts",
      columns,
      stickyRowsCount: 1,
      data: [
        head.map((value) => ({ value, fontWeight: "bold" as const, backgroundColor: "#eef1f6" })),
        ...rows.map((row) =>
          row.map((value, index) => ({
            ...{ value, type: String, wrap: true, alignVertical: "top" as const },
            ...(index === row.length - 1 ? { textColor: "#8a8f98" } : {}),
          })),
        ),
      ],
    },
    {
      sheet: "Originals",
      data: originals.map((row) => row.map((value) => ({ value, type: String, textColor: "#8a8f98" }))),
    },
  ]).toBlob()
}

/** Returns the tables of an Excel file, `null` when it is none. */
export async function readXlsx(
  file: Blob | ArrayBuffer,
): Promise<readonly (readonly (readonly unknown[])[])[] | null> {
  const { default: readXlsxFile } = await import("read-excel-file/universal")
  try {
    const sheets = await readXlsxFile(file, { trim: false })
    return sheets.map(({ data }) => data)
  } catch {
    return null
  }
}
