import type { Entry } from "../../engine/types.ts"
import type { View } from "./view.ts"

/** What listeners of a conversation hear after each commit. */
export type News = {
  readonly conversation: string
  /** Entries of the turn, in order; none when only the view was changed. */
  readonly entries: readonly Entry[]
  readonly view: View
}

export type Feed = {
  publish(news: News): void
  /** Hears the news of one conversation until the returned function is called. */
  subscribe(conversation: string, listener: (news: News) => void): () => void
  hasListeners(conversation: string): boolean
}

/** Returns the feed of this process. Listeners are called in the order of the commits. */
export function createFeed(): Feed {
  const listeners = new Map<string, Set<(news: News) => void>>()
  return {
    publish: (news) => {
      for (const listener of listeners.get(news.conversation) ?? []) listener(news)
    },
    subscribe: (conversation, listener) => {
      const own = listeners.get(conversation) ?? new Set()
      listeners.set(conversation, own.add(listener))
      return () => {
        own.delete(listener)
        if (own.size === 0 && listeners.get(conversation) === own) listeners.delete(conversation)
      }
    },
    hasListeners: (conversation) => listeners.has(conversation),
  }
}
