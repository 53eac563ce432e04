import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { initialLocale, keepLocale } from "../i18n/locale.ts"
import { startI18n } from "../i18n/startI18n.ts"
import { showPreferences } from "../ui/preferences.ts"
import { Chat } from "./Chat.tsx"
import { createChatStorage } from "./session/chatStorage.ts"
import { createChatSession } from "./session/createChatSession.ts"
import { ChatProvider } from "./session/useChat.ts"
import { chatTextsEn } from "./texts/en.ts"
import { chatTextsZh } from "./texts/zh.ts"
import "../ui/tokens.css"
import "../ui/base.css"
import "./chat.css"
import "./transcript/transcript.css"
import "./transcript/cards.css"
import "./composer/composer.css"

showPreferences()
startI18n({ zh: { chat: chatTextsZh }, en: { chat: chatTextsEn } })

const session = createChatSession(createChatStorage(localStorage, sessionStorage))
const asked = new URLSearchParams(location.search)
const locale = initialLocale()
keepLocale(locale)
session.open({ locale: asked.has("locale") ? locale : null, flow: asked.get("flow") }, locale)
// The address asked for a conversation, which is kept from now on: a reload resumes it.
history.replaceState(null, "", location.pathname)

const root = document.querySelector("#root")
if (root === null) throw new Error('The page has no element "#root": add it to designer/chat/index.html.')
createRoot(root).render(
  <StrictMode>
    <ChatProvider value={session}>
      <Chat />
    </ChatProvider>
  </StrictMode>,
)
