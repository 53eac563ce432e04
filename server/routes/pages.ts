import { existsSync } from "node:fs"
import { join } from "node:path"
import { serveStatic } from "@hono/node-server/serve-static"
import { Hono, type MiddlewareHandler } from "hono"
import { secureHeaders } from "hono/secure-headers"

/**
 * Returns the built pages: `/` is `index.html`, `/chat` is `chat/index.html` or `chat.html`, and what has no page of
 * its own is `index.html` too, whose routes the browser reads. Nothing loads from elsewhere.
 */
export function pageRoutes(folder: string) {
  const pages = new Hono()
  if (!existsSync(folder)) {
    return pages.get("/", (c) =>
      c.text("The pages are not built yet: run npm run build, then start again.", 503),
    )
  }
  const headers = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", "data:", "blob:"],
      workerSrc: ["'self'", "blob:"],
      objectSrc: ["'none'"],
      baseUri: ["'self'"],
    },
    // The chat is made to be embedded in the insurer's own pages.
    xFrameOptions: false,
    strictTransportSecurity: false,
    crossOriginResourcePolicy: false,
  })
  const files = serveStatic({
    root: folder,
    rewriteRequestPath: (path) => pageOf(folder, path),
  })
  return pages.get("*", headers, cached, files)
}

/** Files of `assets` carry the hash of their content in their names. */
const cached: MiddlewareHandler = async (c, next) => {
  await next()
  if (!c.res.ok) return
  const isHashed = c.req.path.startsWith("/assets/")
  c.res.headers.set("cache-control", isHashed ? "public, max-age=31536000, immutable" : "no-cache")
}

function pageOf(folder: string, path: string): string {
  if (/\.\w+$/.test(path)) return path
  const bare = path.replace(/\/+$/, "")
  const candidates = [`${bare}/index.html`, `${bare}.html`]
  return candidates.find((candidate) => existsSync(join(folder, candidate))) ?? "/index.html"
}
