import { createHash } from "node:crypto"

/** Returns a reference that tells nothing of what it stands for, the same for the same parts. */
export function opaque(prefix: string, ...parts: readonly string[]): string {
  return prefix + createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 20)
}
