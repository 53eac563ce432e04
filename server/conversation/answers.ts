import type { Entry } from "../../engine/types.ts"
import { Failure } from "../failure.ts"
import { type CustomerEntry, toCustomerEntries } from "./customer-entry.ts"
import type { Loaded } from "./loaded.ts"
import { openAnswerRow, type Ticket, toAnswerRow } from "./replies.ts"
import type { Shell } from "./shell.ts"
import { readEntries } from "./transcript.ts"
import { isSettled, type View } from "./view.ts"

/** What a channel is answered. */
export type Answer = Omit<View, "last"> & { readonly entries: readonly CustomerEntry[] }

/** A ticket, and the view that it is answered with: at once where it is known, or when it comes. */
export type Pending = {
  readonly ticket: Ticket
  /** Entries that it heard. */
  readonly heard: readonly Entry[]
  known(): View | undefined
  readonly settled: Promise<View>
}

export type Answers = {
  /** A new ticket for a request that came after entry `from`. */
  expect(from: number, kept?: { readonly key: string; readonly request: string }): Pending
  /** Waits until the conversation waits for somebody; out of patience it answers how things stand. */
  wait(conversation: string, pending: Pending): Promise<Answer>
  /**
   * The ticket of a request that came before under the same key, to be waited for like any other, or null when the
   * key is new. Throws `key-reused` when the key came with another request.
   */
  repeat(loaded: Loaded, key: string, request: string): Promise<Pending | null>
}

/** Returns the answers of one runtime. */
export function createAnswers(shell: Shell): Answers {
  const { deliver, memory, store, waitingRoom, engine, clock } = shell

  const expect = (from: number, kept?: Ticket["kept"]): Pending => {
    let known: View | undefined
    let tell: (view: View) => void = () => {}
    const settled = new Promise<View>((done) => {
      tell = done
    })
    const resolve = (view: View): void => {
      known = view
      tell(view)
    }
    const heard: Entry[] = []
    const hear = (entries: readonly Entry[]): void => {
      heard.push(...entries)
    }
    const ticket = { from, hear, resolve, ...(kept === undefined ? {} : { kept }) }
    return { ticket, heard, known: () => known, settled }
  }

  /** Answers as things stand now, and keeps that answer. */
  const finish = (id: string, ticket: Ticket): Promise<View> =>
    deliver.inOrder(id, async () => {
      const { view, keys } = await memory.load(id)
      const row = toAnswerRow(id, keys, ticket, view, clock.now())
      if (row !== null) await store.saveAnswer(row)
      return view
    })

  const patiently = async (id: string, { ticket, settled }: Pending): Promise<View> => {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), shell.patienceMs)
    })
    const view = await Promise.race([settled, late])
    clearTimeout(timer)
    if (view !== null) return view
    waitingRoom.leave(id, ticket)
    const unsettled = await finish(id, ticket)
    shell.noteSent(id, unsettled.last)
    return unsettled
  }

  return {
    expect,
    wait: async (id, pending) => {
      const { last, ...shown } = pending.known() ?? (await patiently(id, pending))
      const { from } = pending.ticket
      const own = pending.heard.filter((entry) => entry.index > from && entry.index <= last)
      const isAll = own.length === last - from
      const entries = isAll ? own : await readEntries(store, (await memory.load(id)).keys, id, from, last)
      return { entries: toCustomerEntries(entries), ...shown }
    },
    repeat: async (loaded, key, request) => {
      const row = await store.answer(loaded.row.id, key)
      if (row === null) return null
      const kept = openAnswerRow(loaded.keys, row)
      if (kept.request !== request) {
        throw new Failure("key-reused", `The Idempotency-Key "${key}" came before with another message.`)
      }
      const pending = expect(kept.from, { key, request })
      if (kept.view !== undefined) pending.ticket.resolve(kept.view)
      else if (isSettled(loaded.view) && engine.nextInput(loaded.conversation) === null) {
        // Its answer was lost in a crash: the conversation has settled since.
        const row = toAnswerRow(loaded.row.id, loaded.keys, pending.ticket, loaded.view, clock.now())
        if (row !== null) await store.saveAnswer(row)
        pending.ticket.resolve(loaded.view)
      } else waitingRoom.enter(loaded.row.id, pending.ticket)
      return pending
    },
  }
}
