import { useSelector } from "@xstate/react"
import { createContext, useContext, useEffect } from "react"
import type { ChatState } from "./chatState.ts"
import type { ChatSession } from "./createChatSession.ts"

const ChatContext = createContext<ChatSession | null>(null)

export const ChatProvider = ChatContext.Provider

/** The chat of this page. */
export function useChatSession(): ChatSession {
  const session = useContext(ChatContext)
  if (session === null) throw new Error("No chat session here: put the component inside a ChatProvider.")
  return session
}

/** What the chat of this page knows now; renders again when it changes. */
export function useChatState(): ChatState {
  return useSelector(useChatSession().actor, ({ context }) => context.chat)
}

/** Tells the chat when the network or the customer's look comes and goes. */
export function useSurroundings(session: ChatSession): void {
  useEffect(() => {
    const online = () => session.networkChanged(true)
    const offline = () => session.networkChanged(false)
    const looked = () => document.visibilityState === "visible" && session.looked()
    window.addEventListener("online", online)
    window.addEventListener("offline", offline)
    document.addEventListener("visibilitychange", looked)
    return () => {
      window.removeEventListener("online", online)
      window.removeEventListener("offline", offline)
      document.removeEventListener("visibilitychange", looked)
    }
  }, [session])
}
