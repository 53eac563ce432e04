import { createRoute, z } from "@hono/zod-openapi"
import type { Diagnostic } from "../../engine/types.ts"
import { type Drafts, servesAlike } from "../release/drafts.ts"
import { readFlowFiles } from "../release/flow-files.ts"
import type { FlowStore } from "../release/flow-store.ts"
import type { Runtime } from "../runtime.ts"
import type { Access } from "../security/access.ts"
import { requireOperator } from "./authorise.ts"
import { limitBody } from "./body-limit.ts"
import { createRouter, json, jsonBody, problemResponse } from "./router.ts"

/** The folder that analysts edit. */
export type FlowFolder = {
  readonly folder: string
  readonly store: FlowStore
  readonly drafts: Drafts
}

const MOST_BYTES = 20_000_000

const version = z.string().openapi({ description: "Names the exact content of the file" })
const file = z
  .string()
  .openapi({ example: "surrender/flow.yaml", description: "Path below the flows folder" })
const fileShape = z.object({ file, version, text: z.string() }).openapi("FlowFile")
const writeShape = z
  .strictObject({
    file,
    text: z.string().nullable().openapi({ description: "The whole content; null deletes the file" }),
    version: version.nullable().openapi({ description: "The version that was read; null for a new file" }),
  })
  .openapi("FlowWrite")
const diagnosticsShape = z.custom<readonly Diagnostic[]>().openapi({
  type: "array",
  items: {
    type: "object",
    required: ["rule", "severity", "message", "help", "file", "line", "column"],
    properties: {
      rule: { type: "string" },
      severity: { type: "string", enum: ["error", "warning", "info"] },
      message: { type: "string" },
      help: { type: "string" },
      at: { type: "string", description: "flow/state#exit" },
      file: { type: "string" },
      line: { type: "integer" },
      column: { type: "integer" },
    },
  },
})
const checkedShape = z.object({
  release: z
    .string()
    .nullable()
    .openapi({ description: "What a release of these files would be called; null with errors" }),
  diagnostics: diagnosticsShape,
})

/** Returns the routes of the flow files: read them, save them, check what is not saved, release what is. */
export function flowRoutes(settings: {
  readonly runtime: Runtime
  readonly access: Access
  readonly flows: FlowFolder
}) {
  const { runtime, access, flows } = settings
  const staff = requireOperator(access)
  const limit = limitBody(MOST_BYTES)

  const list = createRoute({
    method: "get",
    path: "/api/flows",
    summary: "All files of the flow set, with their versions",
    middleware: staff,
    responses: {
      200: json("The files", z.object({ files: z.array(fileShape), release: z.string() })),
      default: problemResponse,
    },
  })
  const save = createRoute({
    method: "put",
    path: "/api/flows",
    summary: "Save files, all or none",
    description:
      "Each comes with the version that was read. When one changed on disk meanwhile nothing is written, and the problem `flow-files-changed` (409) has the present content under `changed`. What is saved is a draft: it serves once it is released. Texts with errors are saved too, but never released.",
    middleware: [staff, limit] as const,
    request: { body: jsonBody(z.strictObject({ files: z.array(writeShape).min(1).max(2_000) })) },
    responses: {
      200: json(
        "The new versions",
        z.object({ files: z.array(z.object({ file, version: version.nullable() })) }),
      ),
      default: problemResponse,
    },
  })
  const check = createRoute({
    method: "post",
    path: "/api/check",
    summary: "Check the flow set with unsaved files in place of those on disk",
    middleware: [staff, limit] as const,
    request: {
      body: jsonBody(z.strictObject({ files: z.record(z.string(), z.string().nullable()).optional() })),
    },
    responses: { 200: json("What is wrong with it", checkedShape), default: problemResponse },
  })
  const current = createRoute({
    method: "get",
    path: "/api/releases/current",
    summary: "The release that new conversations run on, with its files",
    middleware: staff,
    responses: {
      200: json(
        "The release",
        z.object({
          release: z.string(),
          created: z.string().openapi({ description: "When it was released" }),
          files: z.record(z.string(), z.string()),
        }),
      ),
      default: problemResponse,
    },
  })
  const release = createRoute({
    method: "post",
    path: "/api/releases",
    summary: "Release the files as they are on disk; with errors the last good release goes on serving",
    middleware: staff,
    responses: {
      200: json(
        "Whether it was taken",
        z.object({ taken: z.boolean(), release: z.string(), diagnostics: diagnosticsShape }),
      ),
      default: problemResponse,
    },
  })

  return createRouter()
    .openapi(list, async (c) =>
      c.json({ files: [...(await flows.store.list())], release: runtime.registry.releases.current.id }, 200),
    )
    .openapi(save, async (c) => {
      const { drafts } = flows
      const wasOpen = drafts.isOpen()
      // Before a file is written: whoever watches the folder must not take it for a release.
      drafts.open()
      try {
        const saved = await flows.store.save(c.req.valid("json").files)
        const { files } = runtime.registry.releases.current
        if (servesAlike(await readFlowFiles(flows.folder), files)) drafts.close()
        return c.json({ files: [...saved] }, 200)
      } catch (error) {
        if (!wasOpen) drafts.close()
        throw error
      }
    })
    .openapi(check, async (c) => {
      const files: Record<string, string> = { ...(await readFlowFiles(flows.folder)) }
      for (const [name, text] of Object.entries(c.req.valid("json").files ?? {})) {
        if (text === null) delete files[name]
        else files[name] = text
      }
      const checked = runtime.engine.compileFlowSet(files)
      return c.json({ release: checked.release?.id ?? null, diagnostics: checked.diagnostics }, 200)
    })
    .openapi(current, async (c) => {
      const { id, files } = runtime.registry.releases.current
      const stored = await runtime.store.release(id)
      return c.json({ release: id, created: stored?.created ?? "", files: { ...files } }, 200)
    })
    .openapi(release, async (c) => {
      const { taken } = await runtime.registry.offer(await readFlowFiles(flows.folder))
      if (taken) flows.drafts.close()
      const { releases, diagnostics } = runtime.registry
      return c.json({ taken, release: releases.current.id, diagnostics }, 200)
    })
}
