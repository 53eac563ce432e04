import { type Fen, toYuan } from "../core/money.ts"
import type { Words } from "./words.ts"

/** Returns an amount as the pages write it. */
export function amountIn(words: Words, fen: Fen): string {
  const grouped = toYuan(fen)
    .toFixed(2)
    .replaceAll(/\B(?=(\d{3})+\.)/g, ",")
  return words.lang === "zh" ? `${grouped}元` : `CNY ${grouped}`
}
