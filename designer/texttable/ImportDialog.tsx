import { Dialog } from "radix-ui"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import type { Model } from "../catalogue/page.ts"
import { documents } from "../document/documents.ts"
import { madeOrTold } from "../shell/notice.ts"
import { type ImportPlan, importCommands, planImport, type TextChange } from "./importPlan.ts"
import { partInWords } from "./partInWords.ts"
import { placeTitle } from "./placeTitle.ts"
import type { TextRow } from "./textRows.ts"
import { readSheets } from "./textSheet.ts"
import { mostBytes, readXlsx } from "./xlsx.ts"

type Read = { readonly plan: ImportPlan } | { readonly problem: string } | null

/** What a translator's file would change, before it does; taken as one step. */
export function ImportDialog(props: {
  readonly file: File
  readonly flow: string
  readonly rows: readonly TextRow[]
  readonly model: Model
  readonly onClose: () => void
}) {
  const { t } = useTranslation("texttable")
  const { file, flow, rows, model, onClose } = props
  const [read, setRead] = useState<Read>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the file is read once, against the texts as they then are
  useEffect(() => {
    let isWanted = true
    void readFile().then((found) => isWanted && setRead(found))
    return () => {
      isWanted = false
    }
  }, [file])

  async function readFile(): Promise<Read> {
    if (file.size > mostBytes) return { problem: t("problem.large") }
    const sheets = await readXlsx(file)
    if (sheets === null) return { problem: t("problem.notExcel", { file: file.name }) }
    const found = readSheets(sheets)
    if (found === "not-ours") return { problem: t("problem.notOurs", { file: file.name }) }
    if (found === "damaged") return { problem: t("problem.damaged") }
    if (found.flow !== flow) {
      const title = model.text(model.around.flows[found.flow]?.title) || found.flow
      return { problem: t("problem.otherFlow", { flow: title }) }
    }
    return { plan: planImport(rows, found.rows) }
  }

  const take = (plan: ImportPlan) => {
    const label = { zh: `导入 ${plan.changes.length} 处文案`, en: `Import ${plan.changes.length} texts` }
    if (madeOrTold(documents.run(importCommands(plan.changes), { label })) !== null) onClose()
  }
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-shade" />
        <Dialog.Content className="dialog import-dialog" aria-describedby={undefined}>
          <Dialog.Title className="dialog-title">{t("importTitle", { file: file.name })}</Dialog.Title>
          {read === null && <p className="dialog-text">{t("reading")}</p>}
          {read !== null && "problem" in read && (
            <p className="dialog-text" role="alert">
              {read.problem}
            </p>
          )}
          {read !== null && "plan" in read && <Plan plan={read.plan} model={model} />}
          <div className="dialog-buttons">
            {read !== null && "plan" in read && read.plan.changes.length > 0 && (
              <button type="button" className="plain-button primary" onClick={() => take(read.plan)}>
                {t("take", { count: read.plan.changes.length })}
              </button>
            )}
            <Dialog.Close className="plain-button">{t("close")}</Dialog.Close>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Plan({ plan, model }: { readonly plan: ImportPlan; readonly model: Model }) {
  const { t } = useTranslation("texttable")
  const { changes, stale, gone } = plan
  if (changes.length + stale.length + gone.length === 0)
    return <p className="dialog-text">{t("nothingToImport")}</p>
  return (
    <>
      {changes.length > 0 && (
        <Changes title={t("willChange", { count: changes.length })} list={changes} model={model} />
      )}
      {stale.length > 0 && (
        <Changes
          title={t("stale", { count: stale.length })}
          hint={t("staleHint")}
          list={stale}
          model={model}
        />
      )}
      {gone.length > 0 && <p className="dialog-text">{t("gone", { count: gone.length })}</p>}
    </>
  )
}

function Changes(props: {
  readonly title: string
  readonly hint?: string
  readonly list: readonly TextChange[]
  readonly model: Model
}) {
  const { t } = useTranslation("texttable")
  return (
    <section className="import-changes">
      <h3>{props.title}</h3>
      {props.hint !== undefined && <p className="form-hint">{props.hint}</p>}
      <ul>
        {props.list.map(({ row, locale, now, next }) => (
          <li key={`${row.key} ${locale}`}>
            <small className="import-place">
              {placeTitle(row.place, props.model)} · {partInWords(row, t)}
            </small>
            {now !== "" && <del>{now}</del>}
            <ins>{next}</ins>
          </li>
        ))}
      </ul>
    </section>
  )
}
