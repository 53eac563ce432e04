import { compileFlowSet, engineVersion, isReleased, turn } from "../../engine/index.ts"
import { recordSurrender } from "../bench/recorded-surrender.ts"
import { writeRecording } from "./recording.ts"

/**
 * Records a surrender with this version of the engine: `npx tsx test/replay/record.ts`. Recordings of earlier versions stay;
 * a version that changes one says so in SPEC.
 */
const { release, releases, turns } = await recordSurrender()
const [first] = turns
if (first === undefined) throw new Error("Nothing was recorded.")
const files = Object.fromEntries(Object.entries(release.files).filter(([file]) => isReleased(file)))
if (compileFlowSet(files).release?.id !== release.id)
  throw new Error("The released files alone are another release.")
writeRecording(new URL(`${engineVersion}-surrender.json.gz`, import.meta.url), {
  engine: engineVersion,
  files,
  start: first.before,
  turns: turns.map(({ before, input }) => ({ input, result: turn(releases, before, input) })),
})
