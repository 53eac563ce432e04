import { html, raw } from "hono/html"
import type { HtmlEscapedString } from "hono/utils/html"
import { styles } from "./styles.ts"
import type { Words } from "./words.ts"

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** Returns a whole page around its sections; `path` is its own, for the other language. */
export function page(words: Words, path: string, sections: readonly Html[]): Html {
  return html`<!doctype html>
    <html lang="${words.lang === "zh" ? "zh-CN" : "en"}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${words.title}</title>
        <style>${raw(styles)}</style>
      </head>
      <body>
        <header>
          <h1>${words.title}</h1>
          <a href="${path}?lang=${words.other}" lang="${words.other === "zh" ? "zh-CN" : "en"}">${words.otherName}</a>
          <p>${words.intro}</p>
        </header>
        <main>${sections}</main>
      </body>
    </html>`
}
