#!/usr/bin/env node
// `npx colloquy …`: runs the command line from its TypeScript source, from whatever folder it is called.
import { register } from "tsx/esm/api"

register()
const { main } = await import(new URL("./cli.ts", import.meta.url).href)
process.exitCode = await main(process.argv.slice(2))
