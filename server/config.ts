/** What the environment may say; each variable once. Command-line options win over it. */
export const ENVIRONMENT = {
  COLLOQUY_PORT: {
    default: "3000",
    means: "port of the API and the pages; the sample insurer takes the next one",
  },
  COLLOQUY_HOST: { default: "127.0.0.1", means: "address to listen on" },
  COLLOQUY_DATA: { default: "data", means: "folder of the database and the key files" },
  COLLOQUY_FLOWS: { default: "flows", means: "folder of the flow set" },
  COLLOQUY_MASTER_KEY: {
    default: null,
    means: "32 bytes in base64 that wrap all other keys; without it DATA/master.key",
  },
  COLLOQUY_CHANNEL_KEY: { default: null, means: "key of channel servers, which may say who the customer is" },
  COLLOQUY_OPERATOR_TOKEN: {
    default: null,
    means: "token of agents and operations; without it one is derived and written to DATA/operator.token",
  },
  COLLOQUY_EVENTS_KEY: {
    default: null,
    means: "key of systems that send outside events; without it derived",
  },
  COLLOQUY_CORE_URL: { default: null, means: "base URL of the core system; without it the sample insurer" },
  COLLOQUY_CORE_TOKEN: { default: null, means: "bearer token for the core system" },
  COLLOQUY_MESSAGES_PER_SECOND: {
    default: "60",
    means: "messages a conversation may send a second; 0: no limit",
  },
  COLLOQUY_MODEL_URL: {
    default: null,
    means:
      "base URL of an OpenAI-compatible API that reads what we are not sure of; without it none is asked",
  },
  COLLOQUY_MODEL: { default: null, means: "name of the model there" },
  COLLOQUY_MODEL_KEY: { default: null, means: "its API key" },
  COLLOQUY_MODEL_TIMEOUT_MS: {
    default: "2500",
    means: "how long a message waits for the model, at most 10000",
  },
  COLLOQUY_NOW: { default: null, means: "ISO time at which the clock stands still, for runs that repeat" },
  COLLOQUY_LOG: { default: "info", means: "log level: fatal, error, warn, info, debug, trace or silent" },
} as const satisfies Readonly<Record<string, { readonly default: string | null; readonly means: string }>>

type Name = keyof typeof ENVIRONMENT
type Optional = { [N in Name]: (typeof ENVIRONMENT)[N]["default"] extends null ? N : never }[Name]

export type Config = {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  readonly flowsDir: string
  readonly messagesPerSecond: number
  readonly logLevel: string
  readonly masterKey?: string
  readonly channelKey?: string
  readonly operatorToken?: string
  readonly eventsKey?: string
  readonly coreUrl?: string
  readonly coreToken?: string
  readonly now?: string
  readonly languageModel?: {
    readonly url: string
    readonly model: string
    readonly timeoutMs: number
    readonly key?: string
  }
}

const LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"]

/** Returns the configuration that an environment gives. Throws one error that names everything wrong with it. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = []
  const given = (name: Name): string | undefined => {
    const value = environment[name]?.trim()
    return value === undefined || value === "" ? undefined : value
  }
  const text = (name: Exclude<Name, Optional>): string => given(name) ?? ENVIRONMENT[name].default
  const whole = (name: Exclude<Name, Optional>, most: number): number => {
    const value = Number(text(name))
    if (Number.isInteger(value) && value >= 0 && value <= most) return value
    problems.push(`${name} is "${text(name)}", not a whole number from 0 to ${most}`)
    return 0
  }
  const logLevel = text("COLLOQUY_LOG")
  if (!LEVELS.includes(logLevel))
    problems.push(`COLLOQUY_LOG is "${logLevel}", not one of ${LEVELS.join(", ")}`)
  const modelUrl = given("COLLOQUY_MODEL_URL")
  const model = given("COLLOQUY_MODEL")
  if ((modelUrl === undefined) !== (model === undefined))
    problems.push("COLLOQUY_MODEL_URL and COLLOQUY_MODEL go together: name both or neither")
  if (modelUrl !== undefined && !/^https?:\/\/./.test(modelUrl))
    problems.push(`COLLOQUY_MODEL_URL is "${modelUrl}", not an http or https address`)
  const timeoutMs = whole("COLLOQUY_MODEL_TIMEOUT_MS", 10_000)
  const languageModel =
    modelUrl === undefined || model === undefined
      ? {}
      : {
          languageModel: {
            ...{ url: modelUrl, model, timeoutMs },
            ...optional("key", given("COLLOQUY_MODEL_KEY")),
          },
        }
  const config = {
    port: whole("COLLOQUY_PORT", 65_534),
    host: text("COLLOQUY_HOST"),
    dataDir: text("COLLOQUY_DATA"),
    flowsDir: text("COLLOQUY_FLOWS"),
    messagesPerSecond: whole("COLLOQUY_MESSAGES_PER_SECOND", 1_000_000),
    logLevel,
    ...optional("masterKey", given("COLLOQUY_MASTER_KEY")),
    ...optional("channelKey", given("COLLOQUY_CHANNEL_KEY")),
    ...optional("operatorToken", given("COLLOQUY_OPERATOR_TOKEN")),
    ...optional("eventsKey", given("COLLOQUY_EVENTS_KEY")),
    ...optional("coreUrl", given("COLLOQUY_CORE_URL")),
    ...optional("coreToken", given("COLLOQUY_CORE_TOKEN")),
    ...optional("now", given("COLLOQUY_NOW")),
    ...languageModel,
  }
  if (problems.length > 0) throw new Error(`The environment is not usable: ${problems.join("; ")}.`)
  return config
}

function optional<K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } {
  const found: { [P in K]?: string } = {}
  if (value !== undefined) found[key] = value
  return found
}
