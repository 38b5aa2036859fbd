/** Which changes a document consists of. */
import * as A from "@automerge/automerge"

export interface Contents {
  /** The newest changes, on which nothing builds yet. */
  heads: readonly string[]
  has(hash: string): boolean
}

export function contentsOf(doc: A.Doc<unknown>): Contents {
  return { heads: A.getHeads(doc), has: (hash) => A.hasHeads(doc, [hash]) }
}
