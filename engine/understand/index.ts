export { type Classified, type Classifier, createClassifier } from "./classifier.ts"
export { createRetriever, type Retrieved, type Retriever } from "./retriever.ts"
export type { FlowSource, KnowledgeSource, UnderstandingSource } from "./understanding-source.ts"
