import { describe, expect, it } from "vitest"
import { readEventStream, type StreamEvent } from "../../../designer/api/eventStream.ts"
import { NoConnection } from "../../../designer/api/request.ts"

const bytes = (text: string) => new TextEncoder().encode(text)

async function read(chunks: readonly Uint8Array[]): Promise<readonly StreamEvent[]> {
  const events: StreamEvent[] = []
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk)
      controller.close()
    },
  })
  await readEventStream(
    body,
    () => {},
    (event) => events.push(event),
  )
  return events
}

describe("readEventStream", () => {
  const whole = bytes(
    'event: entry\nid: 7\ndata: {"text":"您好"}\n\n: still here\n\nevent: waiting\r\ndata: a\r\ndata: b\r\n\r\n',
  )
  const expected = [
    { id: "7", event: "entry", data: '{"text":"您好"}' },
    { id: null, event: "waiting", data: "a\nb" },
  ]

  it("gives events in order, with several lines of data joined, and passes over comments", async () => {
    expect(await read([whole])).toEqual(expected)
  })

  it("gives the same wherever the bytes are cut, also inside a character", async () => {
    for (let cut = 1; cut < whole.length; cut++) {
      expect(await read([whole.slice(0, cut), whole.slice(cut)])).toEqual(expected)
    }
  })

  it("throws when the connection breaks", async () => {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.error(new Error("gone")),
    })
    await expect(
      readEventStream(
        body,
        () => {},
        () => {},
      ),
    ).rejects.toBeInstanceOf(NoConnection)
  })
})
