import { lazy, Suspense } from "react"

const YamlEditor = lazy(() => import("./YamlEditor.tsx"))

/** A file as text, for those who read it; written here it is one step of the history. */
export function YamlView({ file }: { readonly file: string }) {
  return (
    <div className="yaml-view">
      <small className="yaml-file">{file}</small>
      <Suspense fallback={<div className="yaml" aria-busy />}>
        <YamlEditor key={file} file={file} />
      </Suspense>
    </div>
  )
}
