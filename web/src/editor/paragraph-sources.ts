/** Keeps the sources of paragraphs with their text: in the same change as the edit that moved it. */
import type { Companion } from "./bridge"
import { plain, type RichTextDocument, scalar } from "./document"
import { joinedParagraphs, sourcesFrom } from "./paragraph-ids"

/** After a split both halves have the sources, after a join the paragraph that stays has both. */
export function movingSources(): Companion {
  return {
    write(doc, edit) {
      if (doc.sources === undefined) return
      for (const transaction of edit.transactions) {
        const pairs: unknown = transaction.getMeta(sourcesFrom)
        if (!Array.isArray(pairs)) continue
        for (const [fresh, from] of pairs) addSources(doc, String(from), String(fresh))
      }
      for (const { gone, into } of joinedParagraphs(edit.before.doc, edit.after.doc, edit.transactions)) {
        addSources(doc, gone, into)
      }
    },
  }
}

function addSources(doc: RichTextDocument, from: string, into: string): void {
  const given = doc.sources?.[from]
  if (given === undefined || doc.sources === undefined) return
  const entries = Object.entries(given)
  if (entries.length === 0) return
  doc.sources[into] ??= {}
  const held = doc.sources[into]
  for (const [keyPointId, source] of entries) {
    if (held === undefined || held[keyPointId] !== undefined) continue
    held[keyPointId] = { quote: scalar(plain(source.quote) ?? ""), statement: scalar(plain(source.statement) ?? "") }
  }
}
