import type { Context } from "hono"
import { HTTPException } from "hono/http-exception"
import type { ContentfulStatusCode } from "hono/utils/http-status"
import type { Logger } from "pino"
import { Failure, type FailureCode } from "../failure.ts"
import type { Metrics } from "../metrics.ts"

type Problem = {
  readonly status: ContentfulStatusCode
  readonly title: string
  /** For the customer's screen, where a customer can meet it. */
  readonly say?: { readonly zh: string; readonly en: string }
  readonly retryAfterSeconds?: number
}

/** Every operational failure: its HTTP status, and its words. The only place where codes meet statuses. */
export const PROBLEMS: Readonly<Record<FailureCode, Problem>> = {
  "token-missing": { status: 401, title: "A bearer token is needed" },
  "token-wrong": {
    status: 401,
    title: "The token is not that of this conversation",
    say: { zh: "这次会话已失效，请重新打开。", en: "This conversation has expired. Please open it again." },
  },
  "operator-token-wrong": { status: 401, title: "The operator token is wrong" },
  "events-key-wrong": { status: 401, title: "The key for outside events is wrong" },
  "channel-key-required": {
    status: 403,
    title: "Only a channel's server may say who the customer is or fill slots",
  },
  "conversation-unknown": {
    status: 404,
    title: "There is no such conversation",
    say: {
      zh: "没有找到这次会话，请重新开始。",
      en: "We cannot find this conversation. Please start again.",
    },
  },
  "conversation-ended": {
    status: 409,
    title: "The conversation has ended",
    say: { zh: "这次会话已结束，请重新开始。", en: "This conversation has ended. Please start a new one." },
  },
  "conversation-erased": {
    status: 410,
    title: "The conversation was erased",
    say: { zh: "这次会话的内容已删除。", en: "What was said here has been deleted." },
  },
  "route-unknown": { status: 404, title: "There is no such route" },
  "body-not-json": { status: 400, title: "The body is no JSON" },
  "body-invalid": { status: 422, title: "The request has the wrong shape" },
  "body-too-large": {
    status: 413,
    title: "The body is too large",
    say: {
      zh: "文件太大了，请上传10MB以内的文件。",
      en: "The file is too large. Please send one of at most 10 MB.",
    },
  },
  "text-too-long": {
    status: 413,
    title: "The text is longer than 2,000 characters",
    say: {
      zh: "这段话超过2000字了，请分成几条发给我。",
      en: "This is longer than 2,000 characters. Please send it in several messages.",
    },
  },
  "text-empty": {
    status: 422,
    title: "The text is empty",
    say: { zh: "没有收到文字，请再发一次。", en: "The message was empty. Please send it again." },
  },
  "text-unreadable": {
    status: 422,
    title: "The text holds control characters",
    say: {
      zh: "这条消息无法识别，请用文字再说一次。",
      en: "We cannot read this message. Please type it as text.",
    },
  },
  "upload-invalid": {
    status: 422,
    title: "The upload is not what it says",
    say: { zh: "文件没有传完整，请重新上传。", en: "The file did not arrive whole. Please send it again." },
  },
  "choice-not-offered": {
    status: 422,
    title: "The choice is not offered",
    say: {
      zh: "这个选项现在不能选，请看最新的选项。",
      en: "That cannot be chosen now. Please see the options below.",
    },
  },
  "locale-unknown": { status: 422, title: "The flow set does not speak this locale" },
  "flow-unknown": { status: 422, title: "There is no such flow" },
  "wording-unknown": { status: 422, title: "There is no such wording" },
  "key-reused": { status: 422, title: "The idempotency key came with another message" },
  "too-many-requests": {
    status: 429,
    title: "Too many requests",
    say: { zh: "您发得太快了，请稍等几秒再发。", en: "That was very fast. Please wait a few seconds." },
    retryAfterSeconds: 1,
  },
  "event-unknown": { status: 422, title: "The event is not declared" },
  "event-invalid": { status: 422, title: "The event's payload has the wrong shape" },
  "event-finds-no-run": { status: 404, title: "The event finds no run", retryAfterSeconds: 60 },
  "handoff-unknown": { status: 404, title: "There is no such hand-off" },
  "handoff-not-open": { status: 409, title: "The hand-off is not open" },
  "handoff-of-another": { status: 409, title: "The hand-off is with another agent" },
  "outcome-not-offered": { status: 422, title: "The hand-off cannot return this outcome" },
  "slot-not-offered": { status: 422, title: "The hand-off may not fill this slot" },
  "queue-unknown": { status: 422, title: "There is no such queue" },
  "document-unknown": { status: 404, title: "There is no such document" },
  "clock-not-fixed": { status: 409, title: "The clock is the computer's" },
  "clock-goes-forward": { status: 422, title: "The clock only goes forward" },
  "release-unavailable": {
    status: 503,
    title: "No release can serve this conversation",
    say: {
      zh: "服务正在维护，请过几分钟再试。",
      en: "We are under maintenance. Please try again in a few minutes.",
    },
    retryAfterSeconds: 60,
  },
  "core-act-refused": { status: 422, title: "The sample insurer cannot do that now" },
  "flow-files-changed": { status: 409, title: "A file of the flow set changed since it was read" },
  "flow-file-name": { status: 422, title: "The name is no file of the flow set" },
  "flow-files-read-only": { status: 409, title: "The flows folder cannot be written" },
  "sign-in-needed": { status: 401, title: "Sign in with the operator token" },
  "store-busy": {
    status: 503,
    title: "The database is busy",
    say: { zh: "现在比较繁忙，请稍等几秒再发。", en: "We are busy. Please try again in a few seconds." },
    retryAfterSeconds: 1,
  },
  internal: {
    status: 500,
    title: "Something is broken on our side",
    say: {
      zh: "刚才没有处理成功，请再试一次，或拨打客服电话。",
      en: "That did not work. Please try again, or call us.",
    },
  },
}

/** Returns the error handler: RFC 9457 problem details for every failure, and `internal` for every bug, logged. */
export function createProblemHandler(log: Logger, metrics: Metrics) {
  return (error: Error, c: Context): Response => {
    const failure = toFailure(error)
    if (failure.code === "internal") {
      const at = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line))
      log.error({ error: error.name, at: at.slice(0, 8), route: c.req.routePath }, "a request failed")
    }
    metrics.count("colloquy_problems_total", failure.code)
    return toResponse(c, failure)
  }
}

function toFailure(error: Error): Failure {
  if (error instanceof Failure) return error
  if (error instanceof HTTPException && (error.status === 400 || error.status === 415)) {
    return new Failure("body-not-json", "Send a JSON body with the header Content-Type: application/json.")
  }
  return new Failure("internal", "The request could not be carried out; what was committed before stands.")
}

function toResponse(c: Context, failure: Failure): Response {
  const { code } = failure
  const { status, title, say, retryAfterSeconds } = PROBLEMS[code]
  const inEnglish = /^\s*en\b/i.test(c.req.header("accept-language") ?? "")
  const problem = {
    type: `urn:colloquy:problem:${code}`,
    ...{ title, status, detail: failure.message, code },
    ...(say === undefined ? {} : { say: inEnglish ? say.en : say.zh }),
    ...failure.extra,
  }
  const headers = new Headers({ "content-type": "application/problem+json" })
  if (retryAfterSeconds !== undefined) headers.set("retry-after", String(retryAfterSeconds))
  if (status === 401) headers.set("www-authenticate", "Bearer")
  return new Response(JSON.stringify(problem), { status, headers })
}
