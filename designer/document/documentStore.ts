import { createStore, type StoreApi } from "zustand/vanilla"
import {
  applyEdit,
  createFiles,
  type Edit,
  type EditCommand,
  editBetween,
  type Files,
  invertEdit,
  type MergeConflict,
  type MergeSide,
  mergeFile,
  type Planned,
  planEdit,
  type Words,
} from "../../engine/index.ts"
import type { FlowFile, FlowWrite, SaveAnswer } from "../api/flows.ts"
import type { Keep, Kept } from "./keep.ts"

/** A file that changed on disk while it was edited here. Nothing is saved until it is merged or one side is chosen. */
export type FileConflict = {
  readonly file: string
  /** As it was read, as it is here, as it is on disk; null where it is not there. */
  readonly base: string | null
  readonly ours: string | null
  readonly theirs: string | null
  readonly theirsVersion: string | null
  /** What both sides changed otherwise; empty when everything merges. */
  readonly places: readonly MergeConflict[]
}

export type DocumentState = {
  readonly is: "loading" | "ready" | "failed"
  /** Why it failed, or why the last save did. */
  readonly problem: unknown
  /** The working copy. */
  readonly files: Files
  /** As the server has it, or had it when it was read. */
  readonly saved: Files
  /** As it serves customers, once that was recalled. */
  readonly served: Files
  readonly versions: Readonly<Record<string, string>>
  readonly past: readonly Edit[]
  readonly future: readonly Edit[]
  /** A step that goes on while somebody types or drags: its key, and the files before it. */
  readonly open: { readonly key: string; readonly before: Files } | null
  readonly isSaving: boolean
  readonly conflicts: readonly FileConflict[]
}

export type Gesture = EditCommand | readonly EditCommand[]

export type DocumentPorts = {
  read(): Promise<{ readonly files: readonly FlowFile[] }>
  /** The texts of what serves customers. */
  readServed(): Promise<Readonly<Record<string, string>>>
  save(writes: readonly FlowWrite[]): Promise<SaveAnswer>
  readonly keep: Keep
  now(): string
  /** Runs work a little later, the last one asked for alone; returns what calls it off. */
  later(work: () => void): () => void
}

/** The open flow set: its working copy, its history, and how it meets what is on disk. */
export type Documents = {
  readonly store: StoreApi<DocumentState>
  /** Reads the flow set, and takes up unsaved work of this browser. */
  open(): Promise<void>
  /** Reads what serves customers, once: what is there instead of a file that cannot be read. */
  recall(): Promise<void>
  plan(gesture: Gesture, label?: Words): Planned
  /**
   * Does a gesture as one step of the history. Gestures with the same `key`, one right after the other, are one step:
   * each takes the place of the one before, so `args` say where it comes to, not how far from the last.
   */
  run(gesture: Gesture, options?: { readonly label?: Words; readonly key?: string }): Planned
  /** Ends a step that goes on, as when a field is left. */
  settle(): void
  undo(): void
  redo(): void
  /** Goes to where the history had `steps` steps. */
  goTo(steps: number): void
  /** Saves all that differs, or these files alone. Resolves to false when there is a conflict or a problem. */
  save(files?: readonly string[]): Promise<boolean>
  /** Reads anew what is on disk; what is edited here and changed there becomes a conflict. */
  refresh(): Promise<void>
  /** Settles a conflict: everything is merged, and where both changed the same, the chosen side stays. */
  resolve(file: string, choose: (place: MergeConflict) => MergeSide): void
  /** Takes a file back to how it was read, as a step that can be undone. */
  revert(file: string): void
}

export function createDocuments(ports: DocumentPorts): Documents {
  const store = createStore<DocumentState>(() => ({
    ...{
      is: "loading",
      problem: null,
      files: createFiles({}),
      saved: createFiles({}),
      served: createFiles({}),
    },
    ...{ versions: {}, past: [], future: [], open: null, isSaving: false, conflicts: [] },
  }))
  const get = store.getState
  const set = store.setState
  let callOff = () => {}
  let isRecalled = false
  const keepSoon = () => {
    callOff()
    callOff = ports.later(() => {
      // Work that cannot be kept, in a private window or on a full disk, is still in this tab.
      ports.keep.put(keptOf(get(), ports.now())).catch((problem: unknown) => set({ problem }))
    })
  }
  const moved = (change: Partial<DocumentState>) => {
    set(change)
    keepSoon()
  }
  const step = (files: Files, edit: Edit) => {
    if (edit.changes.length === 0) return
    moved({ files, past: [...get().past, edit], future: [], open: null })
  }

  const documents: Documents = {
    store,
    async open() {
      set({ is: "loading", problem: null })
      try {
        const { files } = await ports.read()
        const kept = await ports.keep.take().catch(() => null)
        set({ is: "ready", ...opened(files, kept) })
      } catch (problem) {
        set({ is: "failed", problem })
      }
    },
    async recall() {
      if (isRecalled) return
      isRecalled = true
      const texts = await ports.readServed().catch(() => null)
      if (texts === null) isRecalled = false
      else set({ served: createFiles(texts) })
    },
    plan: (gesture, label) => planEdit(get().files, gesture, label),
    run(gesture, { label, key } = {}) {
      const { files, past, open } = get()
      const goesOn = key !== undefined && open?.key === key
      const before = goesOn ? open.before : files
      const planned = planEdit(before, gesture, label)
      if (!planned.ok) return planned
      const isNothing = planned.edit.changes.length === 0
      const earlier = goesOn ? past.slice(0, -1) : past
      if (isNothing && !goesOn) return planned
      moved({
        files: planned.files,
        past: isNothing ? earlier : [...earlier, planned.edit],
        future: [],
        open: key === undefined || isNothing ? null : { key, before },
      })
      return planned
    },
    settle() {
      if (get().open !== null) set({ open: null })
    },
    undo() {
      const { files, past, future } = get()
      const edit = past.at(-1)
      if (edit === undefined) return
      const undone = applyEdit(files, invertEdit(edit))
      moved({ files: undone, past: past.slice(0, -1), future: [edit, ...future], open: null })
    },
    redo() {
      const { files, past, future } = get()
      const [edit, ...rest] = future
      if (edit === undefined) return
      moved({ files: applyEdit(files, edit), past: [...past, edit], future: rest, open: null })
    },
    goTo(steps) {
      while (get().past.length > steps && get().past.length > 0) documents.undo()
      while (get().past.length < steps && get().future.length > 0) documents.redo()
    },
    async save(only) {
      const { files, saved, versions, conflicts, isSaving } = get()
      if (isSaving) return false
      const changed = changedFiles(files, saved).filter((file) => only?.includes(file) ?? true)
      if (conflicts.some(({ file }) => changed.includes(file))) return false
      if (changed.length === 0) return true
      const writes = changed.map((file) => ({
        ...{ file, text: files.texts[file] ?? null, version: versions[file] ?? null },
      }))
      set({ isSaving: true, problem: null, open: null })
      try {
        const answer = await ports.save(writes)
        if (answer.is === "changed") {
          for (const { file, text, version } of answer.changed) met(file, text, version)
          set({ isSaving: false })
          keepSoon()
          return false
        }
        const onDisk = Object.fromEntries(writes.map(({ file, text }) => [file, text]))
        set((state) => ({
          isSaving: false,
          saved: state.saved.with(onDisk),
          versions: withVersions(state.versions, answer.versions),
        }))
        keepSoon()
        return true
      } catch (problem) {
        set({ isSaving: false, problem })
        return false
      }
    },
    async refresh() {
      try {
        const { files } = await ports.read()
        const now = new Map(files.map((each) => [each.file, each]))
        const names = new Set([...now.keys(), ...Object.keys(get().saved.texts)])
        for (const file of names) {
          const found = now.get(file)
          const version = found?.version ?? null
          if (version !== (get().versions[file] ?? null)) met(file, found?.text ?? null, version)
        }
        keepSoon()
      } catch (problem) {
        set({ problem })
      }
    },
    resolve(file, choose) {
      const conflict = get().conflicts.find((each) => each.file === file)
      if (conflict === undefined) return
      const ours = get().files.texts[file] ?? null
      const merged = mergeFile(file, { ...conflict, ours }, choose)
      take(file, conflict.theirs, conflict.theirsVersion)
      const label = { zh: `合并「${file}」在磁盘上的改动`, en: `Merge what changed on disk in "${file}"` }
      put(file, merged.text, label)
      keepSoon()
    },
    revert(file) {
      const label = { zh: `还原「${file}」`, en: `Revert "${file}"` }
      put(file, get().saved.texts[file] ?? null, label)
    },
  }

  /** Writes a file of the working copy as a step. */
  function put(file: string, text: string | null, label: Words): void {
    const { files } = get()
    const next = files.with({ [file]: text })
    step(next, editBetween(files, next, label))
  }
  /** Takes what stands on disk as what was read. */
  function take(file: string, text: string | null, version: string | null): void {
    set((state) => ({
      saved: state.saved.with({ [file]: text }),
      versions: withVersions(state.versions, { [file]: version }),
      conflicts: state.conflicts.filter((each) => each.file !== file),
    }))
  }
  /** A file on disk is another than was read: here unchanged it is taken over, else it becomes a conflict. */
  function met(file: string, theirs: string | null, theirsVersion: string | null): void {
    const { files, saved } = get()
    const base = saved.texts[file] ?? null
    const ours = files.texts[file] ?? null
    if (ours === base || ours === theirs) {
      take(file, theirs, theirsVersion)
      if (ours !== theirs)
        put(file, theirs, { zh: `「${file}」在磁盘上有改动`, en: `"${file}" changed on disk` })
      return
    }
    const { conflicts: places } = mergeFile(file, { base, ours, theirs })
    const conflict = { file, base, ours, theirs, theirsVersion, places }
    set((state) => ({
      conflicts: [...state.conflicts.filter((each) => each.file !== file), conflict],
    }))
  }
  return documents

  function opened(read: readonly FlowFile[], kept: Kept | null): Partial<DocumentState> {
    const texts = Object.fromEntries(read.map(({ file, text }) => [file, text]))
    const versions = Object.fromEntries(read.map(({ file, version }) => [file, version]))
    const saved = createFiles(texts)
    const fresh = { saved, files: saved, versions, past: [], future: [], open: null, conflicts: [] }
    if (kept === null) return fresh
    const entries = Object.entries(kept.files)
    const isAsRead = entries.every(([file, { version }]) => (versions[file] ?? null) === version)
    const working = saved.with(Object.fromEntries(entries.map(([file, { text }]) => [file, text])))
    const unsaved = Object.fromEntries(entries.map(([file, each]) => [file, each.base]))
    const history = canUndo(working, kept) ? { past: kept.past, future: kept.future } : {}
    if (isAsRead) return { ...fresh, files: working, ...history }
    const conflicts = entries.flatMap(([file, { base, text, version }]): readonly FileConflict[] => {
      const theirs = texts[file] ?? null
      if ((versions[file] ?? null) === version || theirs === text) return []
      const { conflicts: places } = mergeFile(file, { base, ours: text, theirs })
      return [{ file, base, ours: text, theirs, theirsVersion: versions[file] ?? null, places }]
    })
    const stale = new Set(conflicts.map(({ file }) => file))
    const base = Object.fromEntries(Object.entries(unsaved).filter(([file]) => stale.has(file)))
    const known = withVersions(
      versions,
      Object.fromEntries([...stale].map((file) => [file, kept.files[file]?.version ?? null])),
    )
    return { ...fresh, files: working, saved: saved.with(base), versions: known, conflicts, ...history }
  }
}

/** Returns the files that differ between two copies. */
export function changedFiles(files: Files, saved: Files): readonly string[] {
  const names = new Set([...Object.keys(files.texts), ...Object.keys(saved.texts)])
  return [...names].filter((file) => files.texts[file] !== saved.texts[file]).sort()
}

function withVersions(
  versions: Readonly<Record<string, string>>,
  changed: Readonly<Record<string, string | null>>,
): Readonly<Record<string, string>> {
  const next: Record<string, string> = { ...versions }
  for (const [file, version] of Object.entries(changed)) {
    if (version === null) delete next[file]
    else next[file] = version
  }
  return next
}

/** A history that was kept fits only the very texts that it led to. */
function canUndo(files: Files, { past, future }: Kept): boolean {
  try {
    let back = files
    for (const edit of [...past].reverse()) back = applyEdit(back, invertEdit(edit))
    let on = files
    for (const edit of future) on = applyEdit(on, edit)
    return true
  } catch {
    return false
  }
}

function keptOf({ files, saved, versions, past, future, is }: DocumentState, at: string): Kept | null {
  const changed = changedFiles(files, saved)
  if (is !== "ready" || changed.length === 0) return null
  const entries = changed.map((file) => [
    file,
    {
      base: saved.texts[file] ?? null,
      version: versions[file] ?? null,
      text: files.texts[file] ?? null,
    },
  ])
  return { files: Object.fromEntries(entries), past, future, at }
}
