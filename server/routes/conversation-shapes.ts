import { z } from "@hono/zod-openapi"
import type { OpenRequest } from "../conversation/conversations.ts"
import type { Message } from "../conversation/messages.ts"
import { Failure } from "../failure.ts"
import { jsonShape } from "./shapes.ts"

const MAX_TEXT = 2_000
const MAX_FILE_BYTES = 10 * 1024 * 1024

const name = z.string().min(1).max(200)

/** Body of `POST /api/conversations`. */
export const openShape = z
  .strictObject({
    channel: name,
    locale: name,
    flow: name.optional(),
    customer: z
      .strictObject({
        id: z.string().nullable(),
        level: z.number().int().min(0).max(3),
        until: z.iso.datetime({ offset: true }).optional(),
      })
      .optional(),
    slots: z.record(z.string(), jsonShape).optional(),
  })
  .openapi("OpenConversation")

/** Returns what the runtime takes. */
export function toOpenRequest(body: z.infer<typeof openShape>): OpenRequest {
  const { channel, locale, flow, customer, slots } = body
  return {
    channel,
    locale,
    ...(flow === undefined ? {} : { flow }),
    ...(customer === undefined
      ? {}
      : {
          customer: {
            id: customer.id,
            level: customer.level,
            ...(customer.until === undefined ? {} : { until: customer.until }),
          },
        }),
    ...(slots === undefined ? {} : { slots }),
  }
}

/** Body of `POST /api/conversations/:id/messages`. */
export const messageShape = z
  .strictObject({
    text: z.string().optional().openapi({ maxLength: MAX_TEXT }),
    choice: z.string().max(200).optional(),
    upload: z
      .strictObject({
        name: name,
        mediaType: z.string().regex(/^[\w.+-]+\/[\w.+-]+$/, "a media type such as image/jpeg"),
        size: z.number().int().min(0).optional(),
        content: z
          .string()
          .optional()
          .openapi({ format: "byte", description: "Base64, at most 10 MB of file" }),
      })
      .optional(),
    seen: z.number().int().min(0).optional().openapi({
      description: "Index of the last entry on the customer's screen; absent: the last one sent",
    }),
  })
  .openapi("Message", { description: "Exactly one of text, choice and upload" })

/** Returns the message. Throws `body-invalid`, `text-too-long`, `text-empty`, `text-unreadable`, `upload-invalid`. */
export function toMessage(body: z.infer<typeof messageShape>): Message {
  const { text, choice, upload } = body
  const seen = body.seen === undefined ? {} : { seen: body.seen }
  if (Number(text !== undefined) + Number(choice !== undefined) + Number(upload !== undefined) !== 1) {
    throw new Failure("body-invalid", "Send exactly one of text, choice and upload.")
  }
  if (text !== undefined) return { text: readable(text), ...seen }
  if (choice !== undefined) return { choice, ...seen }
  if (upload !== undefined) return { upload: whole(upload), ...seen }
  throw new Failure("body-invalid", "Send exactly one of text, choice and upload.")
}

function readable(text: string): string {
  if (text.length > MAX_TEXT) {
    throw new Failure(
      "text-too-long",
      `The text has ${text.length} characters; at most ${MAX_TEXT} are taken.`,
    )
  }
  if (text.trim() === "") throw new Failure("text-empty", "The text has no characters but spaces.")
  if (/[\p{Cc}\p{Cs}]/u.test(text.replace(/[\t\n\r]/g, ""))) {
    throw new Failure("text-unreadable", "The text holds control characters: send plain text.")
  }
  return text
}

function whole(upload: NonNullable<z.infer<typeof messageShape>["upload"]>) {
  const { name, mediaType, content } = upload
  if (content === undefined) {
    if (upload.size !== undefined) return { name, mediaType, size: upload.size }
    throw new Failure("upload-invalid", "Send the file's content in base64, or its size.")
  }
  const bytes = Buffer.from(content, "base64")
  if (bytes.length === 0 || bytes.toString("base64").replace(/=+$/, "") !== content.replace(/=+$/, "")) {
    throw new Failure("upload-invalid", "The content is no base64.")
  }
  if (bytes.length > MAX_FILE_BYTES) throw new Failure("body-too-large", "Send at most 10 MB.")
  if (upload.size !== undefined && upload.size !== bytes.length) {
    throw new Failure("upload-invalid", `The file has ${bytes.length} bytes, not ${upload.size}.`)
  }
  return { name, mediaType, size: bytes.length, content }
}
