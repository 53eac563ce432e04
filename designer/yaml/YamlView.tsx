import { lazy, Suspense } from "react"

const YamlEditor = lazy(() => import("./YamlEditor.tsx"))

/** The file of a flow as text, for those who read it; written here it is one step of the history. */
export function YamlView({ file }: { readonly file: string }) {
  return (
    <Suspense fallback={<div className="yaml" aria-busy />}>
      <YamlEditor key={file} file={file} />
    </Suspense>
  )
}
