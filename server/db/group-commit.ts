import type { Database } from "better-sqlite3"

export type GroupCommit = {
  /**
   * Runs `work` inside a transaction that it shares with whatever else is asked for at the same moment, and resolves
   * with its result after the commit. `work` must be synchronous and safe to run again: when one member throws, the
   * group is rolled back and each member gets a transaction of its own, so that only the culprit fails.
   */
  commit<T>(work: () => T): Promise<T>
  /** How many members the groups had, for `/metrics`. */
  readonly counts: { groups: number; members: number }
}

type Member = {
  readonly work: () => void
  /** Resolves the member's promise with what its last `work` returned. */
  readonly settle: () => void
  readonly reject: (reason: unknown) => void
}

/** How long the first member waits for as many companions as the last group had. */
const MAX_WAIT_MS = 2

/** Returns a group commit over one connection: one `BEGIN IMMEDIATE … COMMIT`, so one disk flush, for many turns. */
export function createGroupCommit(database: Database): GroupCommit {
  const begin = database.prepare("BEGIN IMMEDIATE")
  const end = database.prepare("COMMIT")
  const rollback = database.prepare("ROLLBACK")
  const counts = { groups: 0, members: 0 }
  let pending: Member[] = []
  let since = 0
  let lastSize = 1

  const inTransaction = (members: readonly Member[]): void => {
    begin.run()
    try {
      for (const member of members) member.work()
      end.run()
    } catch (error) {
      if (database.inTransaction) rollback.run()
      throw error
    }
  }

  const settleAlone = (member: Member): void => {
    try {
      inTransaction([member])
    } catch (error) {
      member.reject(error)
      return
    }
    member.settle()
  }

  const flush = (): void => {
    if (pending.length < lastSize && performance.now() - since < MAX_WAIT_MS) {
      setImmediate(flush)
      return
    }
    const group = pending
    pending = []
    lastSize = group.length
    counts.groups += 1
    counts.members += group.length
    try {
      inTransaction(group)
    } catch (error) {
      if (group.length === 1) group[0]?.reject(error)
      else for (const member of group) settleAlone(member)
      return
    }
    for (const member of group) member.settle()
  }

  return {
    counts,
    commit: <T>(work: () => T) =>
      new Promise<T>((resolve, reject) => {
        if (pending.length === 0) {
          since = performance.now()
          setImmediate(flush)
        }
        let settle = () => {}
        pending.push({
          work: () => {
            const result = work()
            settle = () => resolve(result)
          },
          settle: () => settle(),
          reject,
        })
      }),
  }
}
