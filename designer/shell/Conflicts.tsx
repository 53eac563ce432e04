import type { TFunction } from "i18next"
import { Dialog } from "radix-ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Json, MergeConflict, MergeSide } from "../../engine/index.ts"
import type { FileConflict } from "../document/documentStore.ts"
import { documents, useDocuments } from "../document/documents.ts"
import type { Names } from "../model/names.ts"
import { useNames } from "../model/useNames.ts"
import { fieldInWords } from "../review/fieldNames.ts"

/** Files that changed on disk while they were edited here, side by side where both changed the same. */
export function Conflicts() {
  const { t } = useTranslation("shell")
  const conflicts = useDocuments((state) => state.conflicts)
  const [isPutOff, setPutOff] = useState<readonly FileConflict[]>([])
  const isOpen = conflicts.length > 0 && isPutOff !== conflicts
  return (
    <Dialog.Root open={isOpen} onOpenChange={() => setPutOff(conflicts)}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-shade" />
        <Dialog.Content className="dialog">
          <Dialog.Title className="dialog-title">{t("conflict")}</Dialog.Title>
          <Dialog.Description className="dialog-text">{t("conflictHint")}</Dialog.Description>
          {conflicts.map((conflict) => (
            <OneFile key={conflict.file} conflict={conflict} />
          ))}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function OneFile({ conflict }: { readonly conflict: FileConflict }) {
  const { t } = useTranslation("shell")
  const { t: review } = useTranslation("review")
  const names = useNames()
  const [chosen, setChosen] = useState<Readonly<Record<string, MergeSide>>>({})
  const { file, places } = conflict
  return (
    <section className="conflict-file">
      <h3>{file}</h3>
      {places.length === 0 && <p className="dialog-text">{t("conflictMerges")}</p>}
      {places.map((place) => {
        const key = keyOf(place)
        const side = chosen[key] ?? "ours"
        return (
          <fieldset key={key} className="conflict-place">
            <legend>{pathInWords(file, place.path, names, review)}</legend>
            {(["ours", "theirs"] as const).map((each) => (
              <label key={each} className={side === each ? "conflict-side chosen" : "conflict-side"}>
                <input
                  type="radio"
                  name={`${file} ${key}`}
                  checked={side === each}
                  onChange={() => setChosen({ ...chosen, [key]: each })}
                />
                <strong>{t(each)}</strong>
                <pre>{shown(place[each]) ?? t("nothing")}</pre>
              </label>
            ))}
          </fieldset>
        )
      })}
      <button
        type="button"
        className="plain-button primary small"
        onClick={() => documents.resolve(file, (place) => chosen[keyOf(place)] ?? "ours")}
      >
        {t("merge")}
      </button>
    </section>
  )
}

/** Names the step and its field; ids stay where there is no title. */
function pathInWords(
  file: string,
  path: MergeConflict["path"],
  names: Names,
  t: TFunction<"review">,
): string {
  const flow = file.split("/").at(-2) ?? ""
  return path
    .flatMap((part, index) => {
      if (part === "states") return []
      return path[index - 1] === "states" ? [names.state(`${flow}/${part}`)] : [fieldInWords([part], t)]
    })
    .join(" › ")
}

function keyOf({ path }: MergeConflict): string {
  return path.join("/")
}

function shown(value: Json | undefined): string | null {
  if (value === undefined) return null
  return typeof value === "string" ? value : JSON.stringify(value, null, 2)
}
