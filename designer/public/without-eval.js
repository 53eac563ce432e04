// The pages' content security policy forbids eval, which zod would try once, when the first schema is made. A script of
// its own, so that it runs before any module.
globalThis.__zod_globalConfig = { jitless: true }
