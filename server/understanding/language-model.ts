import { createOpenAICompatible } from "@ai-sdk/openai-compatible"
import { generateText, Output } from "ai"
import { z } from "zod"
import type { Proposal } from "../conversation/engine.ts"
import type { Prompt } from "./prompt.ts"

/** An endpoint that says what it holds a message to mean. Rejects when it gives nothing usable in time. */
export type LanguageModel = { propose(prompt: Prompt): Promise<readonly Proposal[]> }

export type LanguageModelSettings = {
  /** Base URL of an OpenAI-compatible API, with its version: https://models.example/v1 */
  readonly url: string
  readonly model: string
  readonly key?: string
  readonly timeoutMs: number
}

const MOST_WORDS = 2_000
const name = z.string().max(200).nullish()
const proposalSchema = z.object({
  command: z.string().max(40),
  text: z.string().max(MOST_WORDS),
  ...{ flow: name, slot: name, topic: name, intent: name, option: name },
  value: z.json().optional(),
})
const answerSchema = z.object({ commands: z.array(proposalSchema).max(12) })

/** Returns the language model behind an OpenAI-compatible endpoint. It is asked once a message, never again. */
export function createLanguageModel({ url, model, key, timeoutMs }: LanguageModelSettings): LanguageModel {
  // The client would warn at every call that the schema is not sent along: the instructions state it.
  Object.assign(globalThis, { AI_SDK_LOG_WARNINGS: false })
  const provider = createOpenAICompatible({
    name: "colloquy",
    baseURL: url,
    ...(key === undefined ? {} : { apiKey: key }),
  })
  return {
    async propose({ system, message }) {
      const { output } = await generateText({
        model: provider.chatModel(model),
        output: Output.object({ schema: answerSchema }),
        system,
        prompt: message,
        temperature: 0,
        maxRetries: 0,
        maxOutputTokens: 600,
        abortSignal: AbortSignal.timeout(timeoutMs),
      })
      return output.commands.map(toProposal)
    },
  }
}

function toProposal({ command, text, value, ...names }: z.infer<typeof proposalSchema>): Proposal {
  const given = Object.entries(names).filter(([, said]) => typeof said === "string" && said !== "")
  return {
    command,
    text,
    ...Object.fromEntries(given),
    ...(value === undefined || value === null ? {} : { value }),
  }
}
