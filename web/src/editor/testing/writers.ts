/** Writers of one document, who make the same ids in each run. */
import * as A from "@automerge/automerge"
import type { DocumentKind } from "../editor-api"
import { makeDocument, Peer } from "./peer"
import { Chance } from "./random"

/** The writer of a new document with these paragraphs. */
export function writerOf(kind: DocumentKind, ...paragraphs: string[]): Peer {
  return new Peer(makeDocument(kind, paragraphs, "aa"), kind, new Chance(1).uuid)
}

/** Another one, who has what the first one has now. */
export function secondWriter(first: Peer): Peer {
  return new Peer(A.clone(first.handle.doc(), "bb"), first.kind, new Chance(2).uuid)
}
