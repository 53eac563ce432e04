import { z } from "zod"

/** The pages' content security policy forbids eval, which zod would try once; a page or worker loads this before any schema is made. */
z.config({ jitless: true })
