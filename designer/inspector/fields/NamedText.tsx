import { Fragment } from "react"
import { nameOfPath } from "../../condition/nameOfPath.ts"
import { useForm } from "../FormContext.ts"

/** A text as it reads, with its variables by name. */
export function NamedText({ text }: { readonly text: string }) {
  const { words } = useForm()
  let at = 0
  return text.split(/(\{[a-z][\w.]*\})/gi).map((part) => {
    at += part.length
    const path = /^\{(.+)\}$/.exec(part)?.[1]
    return path === undefined ? (
      <Fragment key={at}>{part}</Fragment>
    ) : (
      <span key={at} className="variable" title={path}>
        {nameOfPath(path, words)}
      </span>
    )
  })
}
