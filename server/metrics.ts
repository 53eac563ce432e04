/** Counters and one histogram, printed in the text format of Prometheus. */
export type Metrics = {
  count(name: CounterName, label?: string): void
  /** A turn took this long, from the message's arrival to its commit. */
  observeTurn(seconds: number): void
  /** The exposition, with gauges measured now. */
  print(gauges: Readonly<Record<string, number>>): string
}

const COUNTERS = {
  colloquy_turns_total: { help: "Committed turns by kind of input.", label: "input" },
  colloquy_turns_lost_total: { help: "Turns taken anew because another one was first.", label: null },
  colloquy_turn_bugs_total: { help: "Turns in which the engine threw.", label: null },
  colloquy_service_attempts_total: { help: "Attempts to call a service by what came.", label: "outcome" },
  colloquy_service_results_total: { help: "Results of service calls.", label: "result" },
  colloquy_timers_fired_total: { help: "Timers fired.", label: null },
  colloquy_events_total: { help: "Outside events delivered to a conversation.", label: null },
  colloquy_model_readings_total: { help: "Messages put to the language model.", label: "outcome" },
  colloquy_problems_total: { help: "Requests refused, by code.", label: "code" },
} as const
export type CounterName = keyof typeof COUNTERS

const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

/** Returns metrics that start at zero. */
export function createMetrics(): Metrics {
  const counts = new Map<CounterName, Map<string, number>>()
  const buckets = new Array<number>(BUCKETS.length + 1).fill(0)
  let sum = 0
  let observed = 0
  return {
    count: (name, label = "") => {
      const own = counts.get(name) ?? new Map<string, number>()
      own.set(label, (own.get(label) ?? 0) + 1)
      counts.set(name, own)
    },
    observeTurn: (seconds) => {
      sum += seconds
      observed += 1
      const place = BUCKETS.findIndex((limit) => seconds <= limit)
      const index = place === -1 ? BUCKETS.length : place
      buckets[index] = (buckets[index] ?? 0) + 1
    },
    print: (gauges) => {
      const lines: string[] = []
      for (const [name, { help, label }] of entriesOf(COUNTERS)) {
        lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} counter`)
        const own = counts.get(name) ?? new Map(label === null ? [["", 0]] : [])
        for (const [value, count] of own) {
          lines.push(label === null ? `${name} ${count}` : `${name}{${label}="${value}"} ${count}`)
        }
      }
      const histogram = "colloquy_turn_seconds"
      lines.push(
        `# HELP ${histogram} From a message's arrival to its commit.`,
        `# TYPE ${histogram} histogram`,
      )
      let cumulated = 0
      for (const [index, limit] of BUCKETS.entries()) {
        cumulated += buckets[index] ?? 0
        lines.push(`${histogram}_bucket{le="${limit}"} ${cumulated}`)
      }
      lines.push(`${histogram}_bucket{le="+Inf"} ${observed}`)
      lines.push(`${histogram}_sum ${sum}`, `${histogram}_count ${observed}`)
      for (const [name, value] of Object.entries(gauges))
        lines.push(`# TYPE ${name} gauge`, `${name} ${value}`)
      return `${lines.join("\n")}\n`
    },
  }
}

function entriesOf<K extends string, V>(record: Readonly<Record<K, V>>): readonly (readonly [K, V])[] {
  const keys: K[] = []
  for (const key in record) keys.push(key)
  return keys.map((key) => [key, record[key]])
}
