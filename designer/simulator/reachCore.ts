import { playRehearsal, rehearseCall, resetRehearsal } from "../api/flows.ts"
import type { CoreAnswer, CoreQuestion } from "./pageCore.ts"

/** Asks the sample insurer of a rehearsal. What cannot be reached has failed: the flow then shows what it does about it. */
export async function reachCore(rehearsal: string, asked: CoreQuestion): Promise<CoreAnswer> {
  const answered = (came: CoreAnswer["came"]): CoreAnswer => ({ asks: "take", number: asked.number, came })
  try {
    switch (asked.does) {
      case "call": {
        const { id: _delivery, ...call } = asked.call
        const result = await rehearseCall(rehearsal, { ...call, declared: asked.declared })
        return answered({ is: "result", result })
      }
      case "play":
        return answered({ is: "events", events: await playRehearsal(rehearsal, asked.act, asked.now) })
      case "reset":
        await resetRehearsal(rehearsal)
        return answered({ is: "done" })
    }
  } catch (error) {
    return answered({ is: "refused", why: error instanceof Error ? error.message : String(error) })
  }
}
