import { NoConnection } from "./request.ts"

export type StreamEvent = { readonly id: string | null; readonly event: string; readonly data: string }

/**
 * Reads server-sent events (HTML Living Standard, 9.2.6) from a response until it ends, and gives each to `onEvent`
 * in order; `onHeard` is called for whatever arrives, also a mere heartbeat. Throws `NoConnection` when the connection breaks. `EventSource` is not used because it cannot begin
 * with a `Last-Event-ID`, which a page that was loaded anew needs.
 */
export async function readEventStream(
  body: ReadableStream<Uint8Array>,
  onHeard: () => void,
  onEvent: (event: StreamEvent) => void,
): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader()
  let rest = ""
  for (;;) {
    const { done, value } = await reader.read().catch((error: unknown) => {
      throw new NoConnection(error)
    })
    if (done) return
    onHeard()
    const blocks = (rest + value).replaceAll("\r\n", "\n").split("\n\n")
    rest = blocks.pop() ?? ""
    for (const block of blocks) {
      const event = parseBlock(block)
      if (event !== null) onEvent(event)
    }
  }
}

function parseBlock(block: string): StreamEvent | null {
  let id: string | null = null
  let event = "message"
  const data: string[] = []
  for (const line of block.split("\n")) {
    const colon = line.indexOf(":")
    const field = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "")
    if (field === "id") id = value
    else if (field === "event") event = value
    else if (field === "data") data.push(value)
  }
  return data.length === 0 ? null : { id, event, data: data.join("\n") }
}
