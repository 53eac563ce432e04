import { defineConfig } from "drizzle-kit"

/** For `npx drizzle-kit generate --config server/db/drizzle.config.ts`, after a change of `schema.ts`. */
const config = defineConfig({
  dialect: "sqlite",
  schema: "./server/db/schema.ts",
  out: "./server/db/migrations",
})

export { config as default }
