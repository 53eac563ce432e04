import react from "@vitejs/plugin-react"
import { defineConfig } from "vitest/config"

/** One build for every page under designer/, and one test run for the whole repository. */
export default defineConfig({
  root: "designer",
  plugins: [react()],
  logLevel: "warn",
  worker: { format: "es" },
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    chunkSizeWarningLimit: 2000,
    rollupOptions: {
      checks: { pluginTimings: false },
      input: ["index.html", "designer.html", "review.html", "chat/index.html"].map(
        (page) => `designer/${page}`,
      ),
    },
  },
  test: { root: ".", include: ["test/**/*.test.{ts,tsx}"], testTimeout: 30_000, hookTimeout: 300_000 },
})
