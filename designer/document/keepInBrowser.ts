import type { Keep, Kept } from "./keep.ts"

const database = "colloquy.designer"
const table = "unsaved"
const tabKey = "colloquy.designer.tab"

/**
 * Returns unsaved work in IndexedDB. A tab holds a lock of its name as long as it is open; what stands under a name that
 * nobody holds is of a closed tab, and goes to the next that asks.
 */
export function createKeepInBrowser(): Keep {
  let mine: Promise<string> | null = null
  const tab = () => {
    mine ??= claimName()
    return mine
  }
  return {
    async take() {
      const name = await tab()
      const own = await withTable("readonly", (store) => store.get(name))
      if (own !== undefined) return own as Kept
      const held = new Set((await navigator.locks.query()).held?.map((lock) => lock.name))
      const names = (await withTable("readonly", (store) => store.getAllKeys())) ?? []
      for (const other of names.map(String)) {
        if (held.has(lockOf(other))) continue
        const kept = await withTable("readonly", (store) => store.get(other))
        if (kept === undefined) continue
        await withTable("readwrite", (store) => store.put(kept, name))
        await withTable("readwrite", (store) => store.delete(other))
        return kept as Kept
      }
      return null
    },
    async put(kept) {
      const name = await tab()
      if (kept === null) await withTable("readwrite", (store) => store.delete(name))
      else await withTable("readwrite", (store) => store.put(kept, name))
    },
  }
}

function lockOf(name: string): string {
  return `${database}.${name}`
}

/** How long a page that is read anew may still hold the name that its tab goes on with. */
const leavingMs = 1_000

/** A tab that was duplicated starts with the name of the other, which holds it; then it takes a new one. */
async function claimName(): Promise<string> {
  const known = sessionStorage.getItem(tabKey)
  if (known !== null && (await hold(lockOf(known)))) return known
  const name = crypto.randomUUID()
  if (await hold(lockOf(name))) sessionStorage.setItem(tabKey, name)
  return name
}

function hold(lock: string): Promise<boolean> {
  return new Promise((resolve) => {
    navigator.locks
      .request(lock, { signal: AbortSignal.timeout(leavingMs) }, () => {
        resolve(true)
        return new Promise(() => {})
      })
      .catch(() => resolve(false))
  })
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(database, 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore(table)
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
}

async function withTable<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const db = await open()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = db.transaction(table, mode)
      const asked = work(transaction.objectStore(table))
      transaction.oncomplete = () => resolve(asked.result)
      transaction.onabort = () => reject(transaction.error)
      transaction.onerror = () => reject(transaction.error)
    })
  } finally {
    db.close()
  }
}
