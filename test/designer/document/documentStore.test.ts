import { beforeEach, describe, expect, it } from "vitest"
import type { FlowFile, FlowWrite, SaveAnswer } from "../../../designer/api/flows.ts"
import {
  changedFiles,
  createDocuments,
  type Documents,
  type Gesture,
} from "../../../designer/document/documentStore.ts"
import type { Kept } from "../../../designer/document/keep.ts"

const file = "a/flow.yaml"
const text = `id: a # the flow
start: first
states:
  first:
    type: message
    say: 您好
    to: end
  end: { type: final, outcome: done }
`

/** A disk behind the server's door: versions are the texts themselves. */
function createDisk() {
  const disk = new Map([[file, text]])
  let kept: string | null = null
  let isAway = false
  const soon: (() => void)[] = []
  const save = async (writes: readonly FlowWrite[]): Promise<SaveAnswer> => {
    if (isAway) throw new Error("the server is gone")
    const changed = writes.filter((write) => (disk.get(write.file) ?? null) !== write.version)
    if (changed.length > 0) {
      const now = changed.map((write) => {
        const present = disk.get(write.file) ?? null
        return { file: write.file, text: present, version: present }
      })
      return { is: "changed", changed: now }
    }
    for (const write of writes) {
      if (write.text === null) disk.delete(write.file)
      else disk.set(write.file, write.text)
    }
    return { is: "saved", versions: Object.fromEntries(writes.map((write) => [write.file, write.text])) }
  }
  const read = async () => ({
    files: [...disk].map(([name, content]): FlowFile => ({ file: name, text: content, version: content })),
  })
  return {
    disk,
    goAway: (away: boolean) => {
      isAway = away
    },
    /** What a tab does once nothing has changed for a while. */
    rest: () => {
      for (const work of soon.splice(0)) work()
    },
    tab: () =>
      createDocuments({
        ...{ read, readServed: async () => ({ [file]: text }), save, now: () => "2026-03-02T10:00:00Z" },
        keep: {
          take: async () => (kept === null ? null : (JSON.parse(kept) as Kept)),
          put: async (value) => {
            kept = value === null ? null : JSON.stringify(value)
          },
        },
        later: (work) => {
          soon.push(work)
          return () => soon.splice(soon.indexOf(work), soon.includes(work) ? 1 : 0)
        },
      }),
  }
}

let server: ReturnType<typeof createDisk>
let documents: Documents
beforeEach(async () => {
  server = createDisk()
  documents = server.tab()
  await documents.open()
})

const say = (words: string): Gesture => ({
  name: "field.set",
  args: { file, path: ["states", "first", "say"], value: words },
})
const textNow = (of: Documents = documents) => of.store.getState().files.texts[file]
const labels = () => documents.store.getState().past.map(({ label }) => label.zh)
const unsaved = (of: Documents = documents) =>
  changedFiles(of.store.getState().files, of.store.getState().saved)

describe("the history", () => {
  it("has a step for each gesture, with its name, and goes back and on without limit", () => {
    documents.run(say("一"))
    documents.run({ name: "state.rename", args: { file, id: "first", to: "hello" } })
    expect(labels()).toEqual(["修改「first」的话术", "重命名步骤「first」：first → hello"])
    const after = textNow()
    documents.goTo(0)
    expect(textNow()).toBe(text)
    expect(unsaved()).toEqual([])
    documents.goTo(2)
    expect(textNow()).toBe(after)
  })

  it("makes one step of typing in one field, until the field is left", () => {
    for (const words of ["您", "您好", "您好呀"]) documents.run(say(words), { key: "say" })
    expect(labels()).toHaveLength(1)
    documents.settle()
    documents.run(say("早"), { key: "say" })
    expect(labels()).toHaveLength(2)
    documents.undo()
    expect(textNow()).toBe(text.replace("您好", "您好呀"))
  })

  it("has no step for typing that comes back to what was there", () => {
    documents.run(say("您"), { key: "say" })
    documents.run(say("您好"), { key: "say" })
    expect(labels()).toEqual([])
  })

  it("forgets what was undone once something else is done, and changes nothing for what is refused", () => {
    documents.run(say("一"))
    documents.undo()
    documents.run(say("二"))
    documents.redo()
    expect(textNow()).toContain("say: 二")
    const refused = documents.run({ name: "state.rename", args: { file, id: "nobody", to: "b" } })
    expect(refused.ok).toBe(false)
    expect(labels()).toHaveLength(1)
  })
})

describe("saving", () => {
  it("writes what differs, and undo goes on behind it", async () => {
    documents.run(say("一"))
    expect(await documents.save()).toBe(true)
    expect(server.disk.get(file)).toBe(text.replace("您好", "一"))
    expect(unsaved()).toEqual([])
    documents.undo()
    expect(unsaved()).toEqual([file])
    expect(await documents.save()).toBe(true)
    expect(server.disk.get(file)).toBe(text)
  })

  it("loses nothing when the server is gone", async () => {
    documents.run(say("一"))
    server.goAway(true)
    expect(await documents.save()).toBe(false)
    expect(String(documents.store.getState().problem)).toContain("gone")
    server.goAway(false)
    expect(await documents.save()).toBe(true)
  })

  it("merges what changed on disk meanwhile when asked to, as a step that can be undone", async () => {
    server.disk.set(file, text.replace("# the flow", "# by git"))
    documents.run(say("一"))
    expect(await documents.save()).toBe(false)
    const [conflict] = documents.store.getState().conflicts
    expect(conflict).toMatchObject({ file, places: [] })
    expect(server.disk.get(file)).toContain("# by git")
    documents.resolve(file, () => "ours")
    expect(textNow()).toBe(text.replace("您好", "一").replace("# the flow", "# by git"))
    expect(await documents.save()).toBe(true)
    documents.undo()
    expect(textNow()).toBe(text.replace("您好", "一"))
  })

  it.each([
    ["ours", "一"],
    ["theirs", "二"],
  ] as const)("takes %s where both changed the same", async (side, words) => {
    server.disk.set(file, text.replace("您好", "二"))
    documents.run(say("一"))
    await documents.save()
    expect(documents.store.getState().conflicts[0]?.places).toEqual([
      { path: ["states", "first", "say"], base: "您好", ours: "一", theirs: "二" },
    ])
    expect(await documents.save()).toBe(false)
    documents.resolve(file, () => side)
    expect(await documents.save()).toBe(true)
    expect(server.disk.get(file)).toBe(text.replace("您好", words))
  })

  it("takes over what changed on disk where nothing was edited", async () => {
    server.disk.set(file, text.replace("您好", "二"))
    server.disk.set("b/flow.yaml", "id: b\n")
    await documents.refresh()
    const { files, conflicts } = documents.store.getState()
    expect(files.texts).toEqual({ [file]: text.replace("您好", "二"), "b/flow.yaml": "id: b\n" })
    expect([conflicts, unsaved()]).toEqual([[], []])
  })

  it("makes, and takes away, files", async () => {
    documents.run({ name: "file.write", args: { file: "b/flow.yaml", text: "id: b\n", isNew: true } })
    await documents.save()
    expect(server.disk.get("b/flow.yaml")).toBe("id: b\n")
    documents.run({ name: "file.write", args: { file: "b/flow.yaml", text: null } })
    await documents.save()
    expect(server.disk.has("b/flow.yaml")).toBe(false)
  })
})

describe("unsaved work", () => {
  it("survives a closed tab with its history", async () => {
    documents.run(say("一"))
    documents.run(say("二"))
    documents.undo()
    server.rest()
    const next = server.tab()
    await next.open()
    expect(textNow(next)).toBe(text.replace("您好", "一"))
    expect(unsaved(next)).toEqual([file])
    next.redo()
    expect(textNow(next)).toBe(text.replace("您好", "二"))
    next.goTo(0)
    expect(textNow(next)).toBe(text)
  })

  it("meets what was saved by others while the tab was closed", async () => {
    documents.run(say("一"))
    server.rest()
    server.disk.set(file, text.replace("# the flow", "# by git"))
    const next = server.tab()
    await next.open()
    expect(next.store.getState().conflicts).toMatchObject([{ file, places: [] }])
    expect(textNow(next)).toBe(text.replace("您好", "一"))
    next.resolve(file, () => "ours")
    expect(await next.save()).toBe(true)
    expect(server.disk.get(file)).toBe(text.replace("您好", "一").replace("# the flow", "# by git"))
  })

  it("is not kept once it is saved", async () => {
    documents.run(say("一"))
    await documents.save()
    server.rest()
    server.disk.set(file, text)
    const next = server.tab()
    await next.open()
    expect(textNow(next)).toBe(text)
  })

  it("opens a file that is broken by hand as text, and takes it up when it is mended", async () => {
    documents.run({ name: "file.write", args: { file, text: "states: [1" } })
    const { files } = documents.store.getState()
    expect(files.source(file)).toBeUndefined()
    expect(files.problems(file)[0]).toMatchObject({ rule: "yaml", line: 1 })
    documents.undo()
    expect(documents.store.getState().files.source(file)).toBeDefined()
  })
})
