import { listen } from "../../server/listen.ts"
import { createSampleInsurer } from "../../server/sample-insurer/index.ts"

/** The core system, apart from the server that is measured, as in any real installation. */
const insurer = createSampleInsurer({ file: ":memory:" })
const listening = await listen("127.0.0.1", 0)
listening.serve((request) => insurer.app.fetch(request))
process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${listening.port}` })}\n`)
