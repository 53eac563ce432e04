// `node test/bench/run.mjs PROGRAM …`: runs a program of this folder as the server runs, from one file.
import { bundle } from "../../server/bundle.mjs"

const [program] = process.argv.splice(2, 1)
await import(await bundle(`test/bench/${program}`))
