import type { Widened } from "../../i18n/widened.ts"
import type { releaseTextsZh } from "./zh.ts"

/** Words of releasing, in English. */
export const releaseTextsEn: Widened<typeof releaseTextsZh> = {
  title: "Release",
  reading: "Comparing with the present release",
  intro:
    "Once it is released, new conversations run on it. Conversations that are under way end on the release that they began with.",
  unsaved: "Some changes are not saved. Only what is saved can be released.",
  save: "Save first",
  blocked_one: "{{count}} error must be mended before it can be released:",
  blocked_other: "{{count}} errors must be mended before it can be released:",
  andMore_one: "{{count}} more, see Problems.",
  andMore_other: "{{count}} more, see Problems.",
  nothing: "What is saved is the same as the present release. There is nothing to release.",
  count_one: "{{count}} change since the present release:",
  count_other: "{{count}} changes since the present release:",
  since: "The present release is of {{at}}",
  confirm: "Release",
  releasing: "Releasing",
  cancel: "Cancel",
  done: "Released. New conversations run on it from now on.",
  refused: "Not released: the flow set has errors. The present release goes on serving.",
  failed: "Not released: {{why}} The present release goes on serving.",
  unreachable: "The server cannot be reached.",
  unread: "The present release could not be read: {{why}}",
  checking: "Checking",
  show: "Go there",
}
