import type { Entry } from "../../engine/types.ts"
import type { View } from "./view.ts"

/** What listeners of a conversation hear after each commit. */
export type News = {
  readonly conversation: string
  /** Entries of the turn, in order; none when only the view was changed. */
  readonly entries: readonly Entry[]
  readonly view: View
}

export type Listener = (news: News) => void

export type Feed = {
  publish(news: News): void
  /** Hears the news of one conversation until the returned function is called. */
  subscribe(conversation: string, who: "customer" | "staff", listener: Listener): () => void
  /** Whether what is published reaches the customer at once. */
  reachesCustomer(conversation: string): boolean
}

/** Returns the feed of this process. Listeners are called in the order of the commits. */
export function createFeed(): Feed {
  const listeners = new Map<string, Map<Listener, "customer" | "staff">>()
  return {
    publish: (news) => {
      for (const listener of listeners.get(news.conversation)?.keys() ?? []) listener(news)
    },
    subscribe: (conversation, who, listener) => {
      const own = listeners.get(conversation) ?? new Map<Listener, "customer" | "staff">()
      listeners.set(conversation, own.set(listener, who))
      return () => {
        own.delete(listener)
        if (own.size === 0 && listeners.get(conversation) === own) listeners.delete(conversation)
      }
    },
    reachesCustomer: (conversation) => {
      for (const who of listeners.get(conversation)?.values() ?? []) if (who === "customer") return true
      return false
    },
  }
}
