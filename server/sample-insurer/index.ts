export { catalogue } from "./products/catalogue.ts"
export type { Product } from "./products/product.ts"
export { createSampleInsurer, type SampleInsurer, type SampleInsurerOptions } from "./sample-insurer.ts"
export { seed } from "./seed/seed.ts"
