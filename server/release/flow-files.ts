import { readdir, readFile } from "node:fs/promises"
import { join, sep } from "node:path"

const KEPT = /\.(ya?ml|json)$/

/** Returns the files of a flow set: path below the folder, with `/` → text. Hidden files and folders are left out. */
export async function readFlowFiles(folder: string): Promise<Readonly<Record<string, string>>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = found
    .filter((file) => file.isFile() && KEPT.test(file.name))
    .map((file) => join(file.parentPath, file.name).slice(join(folder, sep).length))
    .filter((path) => !path.split(sep).some((part) => part.startsWith(".")))
    .sort()
  const texts = await Promise.all(paths.map((path) => readFile(join(folder, path), "utf8")))
  return Object.fromEntries(paths.map((path, index) => [path.split(sep).join("/"), texts[index] ?? ""]))
}
