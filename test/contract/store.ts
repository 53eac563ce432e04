import { afterEach, beforeEach, describe, expect, it } from "vitest"
import type { Change, ConversationRow, HandoffRow, Store, TurnRow } from "../../server/conversation/store.ts"

const bytes = (text: string) => Buffer.from(text)
const AT = "2026-03-02T10:00:00+08:00"

function conversation(id: string, seq: number, change: Partial<ConversationRow> = {}): ConversationRow {
  return {
    ...{ id, seq, status: "open", holder: "bot", channel: "web", locale: "zh", release: "r1" },
    ...{
      token: bytes("token"),
      entries: 0,
      sent: 0,
      inbox: 0,
      head: bytes("head"),
    },
    ...{ created: AT, updated: AT, erased: null },
    ...change,
  }
}

function turn(of: string, number: number, first: number, last: number): TurnRow {
  return {
    ...{ conversation: of, turn: number, first, last, at: AT, open: '[{"kind":"bot.said"}]' },
    ...{ sealed: bytes(`e${number}`), hash: bytes(`h${number}`) },
  }
}

function change(row: ConversationRow, expected: number | null, rest: Partial<Change> = {}): Change {
  const none = {
    keys: [],
    calls: [],
    timers: [],
    goneTimers: [],
    correlations: [],
    endedRuns: [],
  }
  const state = { whole: bytes(`s${row.seq}`) }
  return { conversation: row, expected, state, ...none, handoffs: [], answers: [], documents: [], ...rest }
}

function handoff(id: string, of: string, rest: Partial<HandoffRow> = {}): HandoffRow {
  return {
    ...{
      id,
      conversation: of,
      queue: "general",
      status: "queued",
      priority: 0,
      skills: "[]",
      outcomes: "[]",
    },
    ...{
      fills: "[]",
      due: null,
      agent: null,
      created: AT,
      accepted: null,
      closed: null,
      sealed: bytes("why"),
    },
    ...rest,
  }
}

/** What every store must do. `open` gives an empty one; `reopen` opens what the last one kept. */
export function storeContract(name: string, open: () => Promise<Store>, reopen: () => Promise<Store>): void {
  describe(`the store contract: ${name}`, () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.close())

    it("keeps everything of a change, byte for byte, also when it is opened anew", async () => {
      const row = conversation("c1", 2, { entries: 5 })
      const key = { conversation: "c1", dataClass: "conversation", wrapped: bytes("key") }
      const turns = [turn("c1", 1, 1, 2), turn("c1", 2, 3, 5)]
      const first = { keys: [key], turn: turn("c1", 1, 1, 2) }
      expect(await store.commit(change(conversation("c1", 1, { entries: 2 }), null, first))).toBe("committed")
      expect(await store.commit(change(row, 1, { turn: turn("c1", 2, 3, 5) }))).toBe("committed")
      store.close()
      store = await reopen()
      expect(await store.conversation("c1")).toEqual(row)
      expect(await store.turns("c1", 0, 10)).toEqual(turns)
      expect(await store.turns("c1", 1, 10)).toEqual(turns)
      expect(await store.turns("c1", 2, 10)).toEqual([turns[1]])
      expect(await store.turns("c1", 0, 1)).toEqual([turns[0]])
      expect(await store.keys("c1")).toEqual([key])
      expect(await store.conversation("c2")).toBeNull()
    })

    it("loses a change whose seq is not the expected one, and writes nothing of it", async () => {
      await store.commit(change(conversation("c1", 1), null))
      expect(await store.commit(change(conversation("c1", 2), 1))).toBe("committed")
      const lost = { state: { whole: bytes("late") }, turn: turn("c1", 1, 1, 1) }
      expect(await store.commit(change(conversation("c1", 2, { locale: "en" }), 1, lost))).toBe("lost")
      const row = conversation("c1", 2)
      expect(await store.stored("c1")).toEqual({ row, state: { seq: 2, whole: bytes("s2"), patches: [] } })
      expect(await store.turns("c1", 0, 10)).toEqual([])
      expect(await store.commit(change(conversation("c1", 1), null))).toBe("lost")
    })

    it("gives the state that was last kept whole, with the patches since then in their order", async () => {
      const patch = (seq: number) => {
        const rest = { state: { patch: bytes(`p${seq}`) }, turn: turn("c1", seq, seq, seq) }
        return change(conversation("c1", seq), seq - 1, rest)
      }
      await store.commit(change(conversation("c1", 1), null, { turn: turn("c1", 1, 1, 1) }))
      await store.commit(patch(2))
      await store.commit(patch(3))
      const three = { seq: 1, whole: bytes("s1"), patches: [bytes("p2"), bytes("p3")] }
      expect(await store.stored("c1")).toEqual({ row: conversation("c1", 3), state: three })
      await store.commit(change(conversation("c1", 4), 3))
      await store.commit(patch(5))
      const five = { seq: 4, whole: bytes("s4"), patches: [bytes("p5")] }
      expect(await store.stored("c1")).toEqual({ row: conversation("c1", 5), state: five })
      expect(await store.stored("c2")).toBeNull()
    })

    it("commits one of two changes made at once from the same seq, and all others beside them", async () => {
      await store.commit(change(conversation("c1", 1), null))
      const results = await Promise.all([
        store.commit(change(conversation("c1", 2), 1)),
        store.commit(change(conversation("c1", 2), 1)),
        ...Array.from({ length: 20 }, (_, index) => store.commit(change(conversation(`d${index}`, 1), null))),
      ])
      expect(results.filter((result) => result === "lost")).toHaveLength(1)
    })

    it("fails a broken change alone, not those committed beside it", async () => {
      const document = { conversation: "c1", id: "d", created: AT, sealed: bytes("d") }
      const broken = change(conversation("c1", 1), null, { documents: [document, document] })
      const [first, second] = await Promise.allSettled([
        store.commit(broken),
        store.commit(change(conversation("c2", 1), null)),
      ])
      expect([first.status, second.status]).toEqual(["rejected", "fulfilled"])
      expect(await store.conversation("c1")).toBeNull()
      expect(await store.conversation("c2")).not.toBeNull()
    })

    it("keeps calls in their order until one is answered", async () => {
      const call = (id: string) => ({
        ...{ conversation: "c1", call: id, operation: "o", created: AT, sealed: bytes(id) },
      })
      await store.commit(change(conversation("c1", 1), null, { calls: [call("b"), call("a")] }))
      expect(await store.calls()).toEqual([call("b"), call("a")])
      await store.commit(change(conversation("c1", 2), 1, { answeredCall: "b" }))
      expect(await store.calls()).toEqual([call("a")])
    })

    it("gives due timers in the order of their time, and a set one replaces its earlier self", async () => {
      const timer = (id: string, due: number) => ({ conversation: "c1", timer: id, due })
      const timers = [timer("a", 30), timer("b", 10), timer("c", 20)]
      await store.commit(change(conversation("c1", 1), null, { timers }))
      expect(await store.nextDue()).toBe(10)
      expect((await store.dueTimers(20, 10)).map((row) => row.timer)).toEqual(["b", "c"])
      await store.commit(change(conversation("c1", 2), 1, { goneTimers: ["b"], timers: [timer("c", 40)] }))
      expect((await store.dueTimers(100, 1)).map((row) => row.timer)).toEqual(["a"])
      expect(await store.timer("c1", "b")).toBeNull()
      expect(await store.timer("c1", "c")).toEqual(timer("c", 40))
    })

    it("finds the runs that have all the digests asked for, until they end", async () => {
      const key = (run: string, name: string) => ({
        ...{ conversation: "c1", run, name, digest: bytes(`${name}`) },
      })
      const correlations = [key("r1", "claim"), key("r1", "kind"), key("r2", "claim")]
      await store.commit(change(conversation("c1", 1), null, { correlations }))
      const found = await store.correlated([bytes("claim"), bytes("kind")])
      expect(found).toEqual([{ conversation: "c1", run: "r1" }])
      expect(await store.correlated([bytes("claim")])).toHaveLength(2)
      await store.commit(change(conversation("c1", 2), 1, { endedRuns: ["r1"] }))
      expect(await store.correlated([bytes("kind")])).toEqual([])
    })

    it("lists hand-offs by priority and age while they are open", async () => {
      const rows = [
        handoff("h1", "c1", { created: "2026-03-02T10:00:02+08:00" }),
        handoff("h2", "c1", { created: "2026-03-02T10:00:01+08:00" }),
        handoff("h3", "c1", { priority: 5, queue: "complaints" }),
      ]
      const queued = rows.map((row) => ({ change: "queued", row }) as const)
      await store.commit(change(conversation("c1", 1), null, { handoffs: queued }))
      const ids = async (filter: Parameters<Store["handoffs"]>[0]) =>
        (await store.handoffs(filter)).map((row) => row.id)
      expect(await ids({})).toEqual(["h3", "h2", "h1"])
      expect(await ids({ queue: "general" })).toEqual(["h2", "h1"])
      const acts = [
        { change: "accepted", id: "h2", agent: "A7", at: AT },
        { change: "closed", id: "h1", at: AT },
      ] as const
      await store.commit(change(conversation("c1", 2), 1, { handoffs: acts }))
      expect(await ids({})).toEqual(["h3", "h2"])
      expect(await ids({ status: "accepted" })).toEqual(["h2"])
      expect(await store.handoff("h2")).toMatchObject({ agent: "A7", accepted: AT })
    })

    it("keeps, replaces and forgets answers", async () => {
      const row = { conversation: "c1", key: "k", created: AT, sealed: bytes("1") }
      await store.commit(change(conversation("c1", 1), null, { answers: [row] }))
      await store.saveAnswer({ ...row, sealed: bytes("2") })
      expect((await store.answer("c1", "k"))?.sealed).toEqual(bytes("2"))
      expect(await store.forgetAnswers("2026-03-03")).toBe(1)
      expect(await store.answer("c1", "k")).toBeNull()
    })

    it("names conversations with an inbox", async () => {
      await store.commit(change(conversation("c1", 1, { inbox: 2 }), null))
      await store.commit(change(conversation("c2", 1), null))
      expect(await store.withInbox()).toEqual(["c1"])
    })

    it("erases keys and all that waits, keeps the entries, and takes no more turns", async () => {
      const rest = {
        keys: [{ conversation: "c1", dataClass: "conversation", wrapped: bytes("key") }],
        turn: turn("c1", 1, 1, 1),
        timers: [{ conversation: "c1", timer: "t", due: 1 }],
        calls: [{ conversation: "c1", call: "x", operation: "o", created: AT, sealed: bytes("x") }],
        documents: [{ conversation: "c1", id: "d", created: AT, sealed: bytes("d") }],
        handoffs: [{ change: "queued", row: handoff("h", "c1") }] as const,
      }
      await store.commit(change(conversation("c1", 1), null, rest))
      await store.erase("c1", AT)
      expect(await store.keys("c1")).toEqual([])
      expect((await store.stored("c1"))?.state).toBeNull()
      expect([await store.calls(), await store.nextDue(), await store.document("c1", "d")]).toEqual([
        [],
        null,
        null,
      ])
      expect(await store.handoffs({})).toEqual([])
      expect(await store.turns("c1", 0, 9)).toHaveLength(1)
      expect((await store.conversation("c1"))?.erased).toBe(AT)
      expect(await store.commit(change(conversation("c1", 2), 1))).toBe("lost")
    })

    it("gives the release kept last as the latest, also one that comes back", async () => {
      const release = (id: string) => ({ id, created: AT, files: `{"a":"${id}"}` })
      expect(await store.latestRelease()).toBeNull()
      for (const id of ["r1", "r2", "r1"]) await store.saveRelease(release(id))
      expect(await store.latestRelease()).toEqual(release("r1"))
      expect(await store.release("r2")).toEqual(release("r2"))
    })
  })
}
