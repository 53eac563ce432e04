/** A sparse vector of length one, and the outcome that it is an example of. */
export type Row = { readonly places: Int32Array; readonly weights: Float64Array; readonly outcome: number }

/** Weights by place and outcome, the biases first. */
export type Model = { readonly outcomes: number; readonly weights: Float64Array }

/**
 * Returns multinomial logistic regression over sparse rows: plain gradient steps with a falling rate and light
 * shrinking, in a fixed order. Rounds grow fewer as rows grow more, so that the time stays bounded.
 */
export function train(rows: readonly Row[], outcomes: number, size: number): Model {
  const model = { outcomes, weights: new Float64Array(outcomes * (size + 1)) }
  if (rows.length === 0) return model
  const rounds = Math.max(LEAST_ROUNDS, Math.min(MOST_ROUNDS, Math.round(STEPS / rows.length)))
  const stride = coprimeStride(rows.length)
  const chances = new Float64Array(outcomes)
  for (let round = 0; round < rounds; round += 1) {
    const rate = RATE / (1 + round / 8)
    for (let step = 0; step < rows.length; step += 1) {
      const row = rows[(step * stride + round) % rows.length]
      if (row !== undefined) learn(model, row, rate, chances)
    }
    const kept = 1 - Math.min(0.5, SHRINK * rows.length * rate)
    for (let at = 0; at < model.weights.length; at += 1) model.weights[at] = (model.weights[at] ?? 0) * kept
  }
  return model
}

/** Returns the probability of each outcome. */
export function chancesOf(model: Model, row: Omit<Row, "outcome">): Float64Array {
  return fillChances(model, row, new Float64Array(model.outcomes))
}

const STEPS = 24_000
const LEAST_ROUNDS = 8
const MOST_ROUNDS = 60
const RATE = 4
const SHRINK = 2e-5
const BIAS = 0.05
/** An error this small is not worth a step. */
const LEAST_ERROR = 2e-3
const STRIDES = [7919, 104_729, 1]

function learn(model: Model, row: Row, rate: number, chances: Float64Array): void {
  const { outcomes, weights } = model
  fillChances(model, row, chances)
  for (let outcome = 0; outcome < outcomes; outcome += 1) {
    const error = (chances[outcome] ?? 0) - (outcome === row.outcome ? 1 : 0)
    if (error < LEAST_ERROR && error > -LEAST_ERROR) continue
    const by = rate * error
    weights[outcome] = (weights[outcome] ?? 0) - by * BIAS
    for (let at = 0; at < row.places.length; at += 1) {
      const cell = ((row.places[at] ?? 0) + 1) * outcomes + outcome
      weights[cell] = (weights[cell] ?? 0) - by * (row.weights[at] ?? 0)
    }
  }
}

/** Puts the probabilities into `chances`, one for each outcome: training makes no garbage. */
function fillChances(
  { outcomes, weights: model }: Model,
  { places, weights }: Omit<Row, "outcome">,
  chances: Float64Array,
): Float64Array {
  for (let outcome = 0; outcome < outcomes; outcome += 1) chances[outcome] = model[outcome] ?? 0
  for (let at = 0; at < places.length; at += 1) {
    const first = ((places[at] ?? 0) + 1) * outcomes
    const weight = weights[at] ?? 0
    for (let outcome = 0; outcome < outcomes; outcome += 1)
      chances[outcome] = (chances[outcome] ?? 0) + weight * (model[first + outcome] ?? 0)
  }
  return toChances(chances)
}

/** Rows are met far from their neighbours, each once a round. */
function coprimeStride(rows: number): number {
  return STRIDES.find((stride) => rows % stride !== 0) ?? 1
}

/** Turns sums into probabilities, in place. */
function toChances(sums: Float64Array): Float64Array {
  let most = Number.NEGATIVE_INFINITY
  for (let at = 0; at < sums.length; at += 1) most = Math.max(most, sums[at] ?? 0)
  let total = 0
  for (let at = 0; at < sums.length; at += 1) {
    const power = Math.exp((sums[at] ?? 0) - most)
    sums[at] = power
    total += power
  }
  for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) / total
  return sums
}
