import { createHash, randomUUID } from "node:crypto"
import { mkdir, open, readFile, realpath, rename, rmdir, unlink } from "node:fs/promises"
import { dirname, join, relative, sep } from "node:path"
import { Failure } from "../failure.ts"
import { readFlowFiles } from "./flow-files.ts"

/** A file of the flow set; `version` names its exact content. */
export type FlowFile = { readonly file: string; readonly version: string; readonly text: string }

/** What is to be written: `text` null deletes; `version` is the one that was read, null for a file that is new. */
export type FlowWrite = {
  readonly file: string
  readonly text: string | null
  readonly version: string | null
}

/** The files of the flow set in their folder, for who edits them. */
export type FlowStore = {
  list(): Promise<readonly FlowFile[]>
  /**
   * Writes files, all or none. Throws `flow-files-changed` with the present content when one is not as it was read,
   * `flow-file-name` for a name that is none or leaves the folder, `flow-files-read-only` when the folder cannot be
   * written.
   */
  save(
    writes: readonly FlowWrite[],
  ): Promise<readonly { readonly file: string; readonly version: string | null }[]>
}

/** A file below the folder: small words, no hidden part, YAML or JSON. */
const name = /^(?:[A-Za-z0-9][A-Za-z0-9._-]*\/){0,5}[A-Za-z0-9][A-Za-z0-9._-]*\.(?:yaml|json)$/
const longest = 200

export function versionOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32)
}

export function createFlowStore(folder: string): FlowStore {
  let before: Promise<unknown> = Promise.resolve()
  const present = async (file: string): Promise<string | null> => {
    try {
      return await readFile(join(folder, file), "utf8")
    } catch (error) {
      if (isMissing(error)) return null
      throw error
    }
  }

  const save: FlowStore["save"] = async (writes) => {
    for (const { file } of writes) await assertInside(folder, file)
    if (new Set(writes.map(({ file }) => file.toLowerCase())).size < writes.length)
      throw new Failure("flow-file-name", "A file stands twice in the request: send each once.")
    const old = new Map<string, string | null>()
    for (const { file } of writes) old.set(file, await present(file))
    const changed = writes.filter(({ file, version }) => {
      const text = old.get(file) ?? null
      return (text === null ? null : versionOf(text)) !== version
    })
    if (changed.length > 0) {
      const names = changed.map(({ file }) => `"${file}"`).join(", ")
      throw new Failure(
        "flow-files-changed",
        `Changed on disk since it was read: ${names}. Merge with the present content, then save with its version.`,
        {
          changed: changed.map(({ file }) => {
            const text = old.get(file) ?? null
            return { file, text, version: text === null ? null : versionOf(text) }
          }),
        },
      )
    }
    await replaceAll(folder, writes, old)
    return writes.map(({ file, text }) => ({ file, version: text === null ? null : versionOf(text) }))
  }

  return {
    async list() {
      const files = await readFlowFiles(folder)
      return Object.entries(files).map(([file, text]) => ({ file, version: versionOf(text), text }))
    },
    save(writes) {
      const turn = before.then(() => save(writes))
      before = turn.catch(() => {})
      return turn
    },
  }
}

/** A symbolic link in the folder may lead out of it, so the real path counts. */
async function assertInside(folder: string, file: string): Promise<void> {
  const wrong = new Failure(
    "flow-file-name",
    `"${file.slice(0, longest)}" cannot be a file of the flow set: use small words, digits, "-", "_" and "/", and end in .yaml or .json.`,
  )
  if (file.length > longest || !name.test(file) || file.includes("..")) throw wrong
  const root = await realpath(folder)
  for (let at = join(folder, file); ; at = dirname(at)) {
    const real = await realpath(at).catch((error) => {
      if (isMissing(error)) return null
      throw wrong
    })
    if (real === null) continue
    const inside = relative(root, real)
    if (inside === ".." || inside.startsWith(`..${sep}`)) throw wrong
    return
  }
}

/** New content is first written beside the files; only then names change, and a failure puts back what was there. */
async function replaceAll(
  folder: string,
  writes: readonly FlowWrite[],
  old: ReadonlyMap<string, string | null>,
): Promise<void> {
  const prepared: { readonly path: string; readonly written: string | null; readonly file: string }[] = []
  const done: string[] = []
  try {
    for (const { file, text } of writes) {
      const path = join(folder, file)
      prepared.push({ file, path, written: text === null ? null : await writeBeside(path, text) })
    }
    for (const { file, path, written } of prepared) {
      if (written !== null) await rename(written, path)
      else if (old.get(file) !== null) await unlink(path)
      done.push(file)
    }
  } catch (error) {
    for (const { written } of prepared) if (written !== null) await unlink(written).catch(() => {})
    for (const file of done) {
      const text = old.get(file) ?? null
      const path = join(folder, file)
      if (text === null) await unlink(path).catch(() => {})
      else await rename(await writeBeside(path, text), path)
    }
    throw isReadOnly(error)
      ? new Failure("flow-files-read-only", "The flows folder cannot be written: check its owner and mode.")
      : error
  }
  for (const { path, written } of prepared) if (written === null) await removeEmpty(folder, dirname(path))
}

async function writeBeside(path: string, text: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true })
  const written = join(dirname(path), `.${randomUUID()}.tmp`)
  const handle = await open(written, "wx")
  try {
    await handle.writeFile(text, "utf8")
    await handle.sync()
  } finally {
    await handle.close()
  }
  return written
}

/** The folder of a flow whose last file went goes too. */
async function removeEmpty(folder: string, from: string): Promise<void> {
  for (let at = from; at.startsWith(join(folder, sep)); at = dirname(at)) {
    try {
      await rmdir(at)
    } catch {
      return
    }
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined
}
function isMissing(error: unknown): boolean {
  return codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR"
}
function isReadOnly(error: unknown): boolean {
  return ["EACCES", "EPERM", "EROFS"].includes(String(codeOf(error)))
}
