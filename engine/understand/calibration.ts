/** A reading of a held-out example. */
export type Trial = { readonly support: number; readonly isRight: boolean }

/**
 * Returns what turns support (above 0 to 1) into the chance that a reading is right, fitted by logistic regression over
 * the logarithm of support (Platt 1999, with his smoothed targets); never falling, and 0 for no support.
 */
export function fitConfidence(trials: readonly Trial[]): (support: number) => number {
  const right = trials.filter(({ isRight }) => isRight).length
  const high = (right + 1) / (right + 2)
  const low = 1 / (trials.length - right + 2)
  const points = trials.map(({ support, isRight }) => ({ at: toLog(support), target: isRight ? high : low }))
  let slope = SLOPE
  let offset = OFFSET
  for (let round = 0; round < ROUNDS; round += 1) {
    const step = newtonStep(points, slope, offset)
    slope = Math.max(LEAST_SLOPE, slope - step.slope)
    offset -= step.offset
  }
  return (support) => (support <= 0 ? 0 : sigmoid(slope * toLog(support) + offset))
}

const ROUNDS = 12
/** Where the fit begins and, little by little, where few trials leave it. */
const SLOPE = 1.2
const OFFSET = 2.6
const HELD = 0.5
const LEAST_SLOPE = 0.2
const LEAST_SUPPORT = 1e-4

function newtonStep(
  points: readonly { readonly at: number; readonly target: number }[],
  slope: number,
  offset: number,
): { readonly slope: number; readonly offset: number } {
  let bySlope = HELD * (slope - SLOPE)
  let byOffset = HELD * (offset - OFFSET)
  let slopeTwice = HELD
  let offsetTwice = HELD
  let both = 0
  for (const { at, target } of points) {
    const chance = sigmoid(slope * at + offset)
    const bend = Math.max(1e-6, chance * (1 - chance))
    bySlope += (chance - target) * at
    byOffset += chance - target
    slopeTwice += bend * at * at
    offsetTwice += bend
    both += bend * at
  }
  const determinant = slopeTwice * offsetTwice - both * both
  return {
    slope: (offsetTwice * bySlope - both * byOffset) / determinant,
    offset: (slopeTwice * byOffset - both * bySlope) / determinant,
  }
}

function toLog(support: number): number {
  return Math.log(Math.max(LEAST_SUPPORT, support))
}

function sigmoid(sum: number): number {
  return 1 / (1 + Math.exp(-sum))
}
