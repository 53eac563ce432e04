/** An amount in fen, always an integer. */
export type Fen = number

/** Returns an amount of yuan as fen. */
export function toFen(yuan: number): Fen {
  return Math.round(yuan * 100)
}

/** Returns an amount of fen as yuan, as the interface shows it. */
export function toYuan(fen: Fen): number {
  return Math.round(fen) / 100
}

/** Returns `fen` times `numerator / denominator`, rounded half up to the fen. */
export function share(fen: Fen, numerator: number, denominator: number): Fen {
  return Math.floor((fen * numerator) / denominator + 0.5)
}
