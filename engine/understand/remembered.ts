/** Returns what gives for the same object what it gave before; an object that nobody holds any more is forgotten. */
export function remembered<Key extends object, T>(make: (key: Key) => T): (key: Key) => T {
  const known = new WeakMap<Key, { readonly made: T }>()
  return (key) => {
    let found = known.get(key)
    if (found === undefined) {
      found = { made: make(key) }
      known.set(key, found)
    }
    return found.made
  }
}
