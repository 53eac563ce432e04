export function TextTable({ flow }: { readonly flow: string }) {
  return <div className="text-table">{flow}</div>
}
