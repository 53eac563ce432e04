#!/usr/bin/env node
// `npx colloquy …`: runs the command line from its TypeScript sources, from whatever folder it is called.
import { bundle } from "./bundle.mjs"

process.setSourceMapsEnabled(true)
const { main } = await import(await bundle("server/cli.ts"))
process.exitCode = await main(process.argv.slice(2))
