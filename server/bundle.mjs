import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"

const root = fileURLToPath(new URL("..", import.meta.url))
const cache = join(root, "node_modules/.cache/colloquy")
const OLD_MS = 3_600_000

/**
 * Returns the address of a TypeScript program as one JavaScript file. It is named by the content of its sources, so it is
 * made once, after an install or when a source has changed, and never runs when it is stale.
 * @param {string} entry path below the repository
 * @returns {Promise<string>}
 */
export async function bundle(entry) {
  const name = `${entry.replace(/\W+/g, "-")}-${stateOf(entry)}.mjs`
  const file = join(cache, name)
  if (!existsSync(file)) await make(entry, name)
  return pathToFileURL(file).href
}

/** @param {string} entry */
function stateOf(entry) {
  const folders = new Set(["engine", "server", dirname(entry)])
  if (entry.startsWith("test/")) folders.add("test/load").add("test/e2e")
  const hash = createHash("sha256").update(root).update(process.version)
  for (const folder of folders) {
    const files = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    for (const path of files.filter((one) => /\.[cm]?[jt]s$/.test(one)).sort()) {
      hash.update(`\n${folder}/${path}\n`).update(readFileSync(join(root, folder, path)))
    }
  }
  return hash
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex")
    .slice(0, 16)
}

/**
 * @param {string} entry
 * @param {string} name
 */
async function make(entry, name) {
  const { build } = await import("vite")
  const making = join(cache, `making-${process.pid}`)
  mkdirSync(making, { recursive: true })
  try {
    await build({
      configFile: false,
      root,
      logLevel: "error",
      plugins: [keepPlaces()],
      build: {
        ssr: join(root, entry),
        target: "node20",
        outDir: making,
        emptyOutDir: false,
        copyPublicDir: false,
        minify: false,
        sourcemap: true,
        rollupOptions: { output: { entryFileNames: name, codeSplitting: false } },
      },
    })
    forgetOld()
    // Whoever makes the same at the same time puts the same in its place.
    for (const made of readdirSync(making)) renameSync(join(making, made), join(cache, made))
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
}

/** Modules find their files from where they stand in the repository, not from where the bundle lies. */
function keepPlaces() {
  return {
    name: "keep-places",
    /**
     * @param {string} code
     * @param {string} id
     */
    transform(code, id) {
      if (relative(root, id).startsWith("node_modules") || !code.includes("import.meta.url")) return null
      return { code: code.replaceAll("import.meta.url", JSON.stringify(pathToFileURL(id).href)), map: null }
    },
  }
}

/** A bundle that another process is about to load is younger than this. */
function forgetOld() {
  for (const name of readdirSync(cache)) {
    const file = join(cache, name)
    if (Date.now() - statSync(file).mtimeMs > OLD_MS) rmSync(file, { recursive: true, force: true })
  }
}
