import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { pageRoutes } from "../../server/routes/pages.ts"
import { temporaryFolder } from "./start-shell.ts"

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  folder = temporaryFolder()
  mkdirSync(join(folder.path, "dist/assets"), { recursive: true })
  mkdirSync(join(folder.path, "dist/desk"))
  const files = ["index.html", "chat.html", "desk/index.html", "assets/app-1a2b.js"]
  for (const file of files) writeFileSync(join(folder.path, "dist", file), file)
  writeFileSync(join(folder.path, "secret.txt"), "secret")
})
afterEach(() => folder.remove())

describe("pages", () => {
  it.each([
    ["/", "index.html"],
    ["/chat", "chat.html"],
    ["/chat/", "chat.html"],
    ["/desk", "desk/index.html"],
    ["/flows/surrender", "index.html"],
    ["/assets/app-1a2b.js", "assets/app-1a2b.js"],
  ])("%s is %s", async (path, text) => {
    const response = await pageRoutes(join(folder.path, "dist")).request(path)
    expect([response.status, await response.text()]).toEqual([200, text])
    expect(response.headers.get("content-security-policy")).toContain("default-src 'self'")
  })

  it.each(["/missing.js", "/..%2fsecret.txt", "/%2e%2e/secret.txt"])("%s is not found", async (path) => {
    expect((await pageRoutes(join(folder.path, "dist")).request(path)).status).toBe(404)
  })

  it("keeps hashed files for ever and asks anew for pages", async () => {
    const pages = pageRoutes(join(folder.path, "dist"))
    const cached = async (path: string) => (await pages.request(path)).headers.get("cache-control")
    expect(await cached("/assets/app-1a2b.js")).toContain("immutable")
    expect(await cached("/")).toBe("no-cache")
  })

  it("says how to build them when they are not there", async () => {
    const response = await pageRoutes(join(folder.path, "nothing")).request("/")
    expect([response.status, await response.text()]).toEqual([503, expect.stringContaining("npm run build")])
  })
})
