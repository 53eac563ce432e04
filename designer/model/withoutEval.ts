/**
 * The content security policy forbids eval, which zod would try once, when the first schema is made. Workers load this
 * first; the page itself does the same in `public/without-eval.js`.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

export {}
