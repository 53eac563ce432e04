import { type Recognizer, recognition } from "../recognition.ts"

/**
 * The whole text without the spaces around it. Never certain: anything is a text, so whatever else was meant
 * wins.
 */
export const text: Recognizer = {
  find(utterance) {
    const start = utterance.text.length - utterance.text.trimStart().length
    const end = utterance.text.trimEnd().length
    return end > start ? [recognition(utterance, start, end, utterance.text.slice(start, end), false)] : []
  },
}
