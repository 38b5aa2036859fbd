/** Keeps the sources of paragraphs with their text: in the same change as the edit that moved it. */
import * as A from "@automerge/automerge"
import type { Node } from "prosemirror-model"
import type { Companion } from "./bridge"
import { plain, type RichTextDocument, scalar } from "./document"
import { takingOf } from "./history"
import { joinedParagraphs, sourcesFrom } from "./paragraph-ids"

/**
 * After a split both halves have the sources, after a join the paragraph that stays has both.
 *
 * Undoing a join takes from the paragraph that stayed what the join gave it, and nothing else; redo gives it again.
 */
export function movingSources(): Companion {
  return {
    write(doc, edit) {
      if (doc.sources === undefined) return
      const taking = takingOf(edit.transactions)
      const undoes = taking?.side === "undo"
      const taken = taking?.entry.given ?? null
      const given: Given = (edit.entry.given ??= { joins: [], came: taken?.came ?? new Map() })
      const [old, ids] = [idsOf(edit.before.doc), idsOf(edit.after.doc)]
      if (taken === null && old.join() === ids.join()) return
      for (const gift of taken?.joins ?? []) {
        // A paragraph that came and went in one entry does not come back, but its text does.
        const passing = undoes && taken?.came.has(gift.gone) === true
        if (ids.includes(gift.gone) || passing) takeBack(doc, gift)
      }
      for (const transaction of edit.transactions) {
        const pairs: unknown = transaction.getMeta(sourcesFrom)
        if (!Array.isArray(pairs)) continue
        for (const [fresh, from] of pairs) addSources(doc, String(from), String(fresh))
      }
      for (const { gone, into } of joinedParagraphs(edit.before.doc, edit.after.doc, edit.transactions)) {
        // Text that goes back to where it came from takes along only what its paragraph was given since.
        const except = undoes ? taken?.came.get(gone) : undefined
        for (const added of addSources(doc, gone, into, except)) given.joins.push({ gone, into, ...added })
      }
      if (undoes) return
      for (const id of ids) {
        if (!old.includes(id) && !given.came.has(id)) given.came.set(id, new Set(Object.keys(doc.sources[id] ?? {})))
      }
    },
  }
}

/** A source that was given to a paragraph. */
interface Added {
  keyPointId: string
  /** The Automerge object that holds it. */
  object: string | null
}

/** A source that a paragraph was given by the one that was joined to it. */
interface JoinGift extends Added {
  gone: string
  into: string
}

/** What the edits of one entry of the history gave by joins, and with which key points each new paragraph came. */
export interface Given {
  joins: JoinGift[]
  came: Map<string, ReadonlySet<string>>
}

/** Adds the sources of one paragraph that the other does not have, and tells which. */
function addSources(doc: RichTextDocument, from: string, into: string, except?: ReadonlySet<string>): Added[] {
  const given = doc.sources?.[from]
  if (given === undefined || doc.sources === undefined) return []
  const entries = Object.entries(given).filter(([keyPointId]) => except?.has(keyPointId) !== true)
  if (entries.length === 0) return []
  doc.sources[into] ??= {}
  const held = doc.sources[into]
  const added: Added[] = []
  for (const [keyPointId, source] of entries) {
    if (held === undefined || held[keyPointId] !== undefined) continue
    const session = plain(source.sessionId)
    held[keyPointId] = {
      quote: scalar(plain(source.quote) ?? ""), statement: scalar(plain(source.statement) ?? ""), ...(session === null ? {} : { sessionId: scalar(session) }),
    }
    added.push({ keyPointId, object: A.getObjectId(held, keyPointId) })
  }
  return added
}

/** Takes a source away again, unless somebody else has put it there too, or another in its place. */
function takeBack(doc: RichTextDocument, { into, keyPointId, object }: JoinGift): void {
  const held = doc.sources?.[into]
  if (held?.[keyPointId] === undefined || A.getObjectId(held, keyPointId) !== object) return
  if (A.getConflicts(held, keyPointId) !== undefined) return
  delete held[keyPointId]
}

function idsOf(doc: Node): string[] {
  const ids: string[] = []
  doc.forEach((block) => ids.push(String(block.attrs.id)))
  return ids
}
