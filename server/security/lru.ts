/** A bounded map that forgets what was not used for longest. */
export type Lru<V> = {
  get(key: string): V | undefined
  set(key: string, value: V): void
  delete(key: string): void
}

/** Returns an empty one for at most `limit` values. */
export function createLru<V>(limit: number): Lru<V> {
  const values = new Map<string, V>()
  return {
    get: (key) => {
      const value = values.get(key)
      if (value === undefined) return undefined
      values.delete(key)
      values.set(key, value)
      return value
    },
    set: (key, value) => {
      values.delete(key)
      values.set(key, value)
      if (values.size <= limit) return
      for (const oldest of values.keys()) {
        values.delete(oldest)
        return
      }
    },
    delete: (key) => {
      values.delete(key)
    },
  }
}
