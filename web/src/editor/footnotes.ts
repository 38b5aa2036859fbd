/** Footnotes: a mark inside the text, and the note's own text in a record beside it. */
import * as A from "@automerge/automerge"
import { type EditorState, type Plugin, PluginKey, type Transaction } from "prosemirror-state"
import type { Node } from "prosemirror-model"
import { ReplaceStep } from "prosemirror-transform"
import { rebased } from "./text-difference"
import type { Companion } from "./bridge"
import { plain, type RichTextDocument } from "./document"
import { completing } from "./remote-change"
import { schema } from "./schema"

/** In a transaction's meta: ids of footnotes that are new, each with the footnote whose text it copies, or null. */
export const newFootnotes = new PluginKey<undefined>("new-footnotes")

/** Puts a new footnote at the selection's end. */
export function footnoteTransaction(state: EditorState, id: string): Transaction | null {
  const node = schema.nodes.footnote?.create({ id })
  const { $to } = state.selection
  if (node === undefined || !$to.parent.inlineContent) return null
  return state.tr.insert($to.pos, node).setMeta(newFootnotes, [[id, null]])
}

/** A footnote that is pasted a second time becomes one of its own, with a copy of the text. */
export function footnoteIds(newId: () => string): Plugin {
  return completing((_before, after, transactions) => {
    if (!mayBringFootnotes(transactions)) return null
    const seen = new Set<unknown>()
    const twice: { position: number; id: string }[] = []
    after.doc.descendants((node, position) => {
      if (node.type.name !== "footnote") return
      if (seen.has(node.attrs.id) && typeof node.attrs.id === "string") twice.push({ position, id: node.attrs.id })
      seen.add(node.attrs.id)
    })
    if (twice.length === 0) return null
    const transaction = after.tr
    const made = twice.map(({ position, id }) => {
      const fresh = newId()
      const node = schema.nodes.footnote?.create({ id: fresh })
      if (node !== undefined) transaction.replaceWith(position, position + 1, node)
      return [fresh, id]
    })
    return transaction.setMeta(newFootnotes, made)
  })
}

/** Keeps marks off footnotes and tables: the document has none for them. */
export function plainEmbeds(): Plugin {
  return completing((before, after) => {
    const old = new Set<Node>(before.doc.children)
    const transaction = after.tr
    after.doc.forEach((block, position) => {
      if (old.has(block)) return
      block.forEach((child, offset) => {
        if (child.isText || child.type.name === "line_break" || child.marks.length === 0) return
        const at = position + 1 + offset
        transaction.replaceWith(at, at + 1, child.mark([]))
      })
    })
    return transaction.docChanged ? transaction : null
  })
}

function mayBringFootnotes(transactions: readonly Transaction[]): boolean {
  let found = false
  for (const step of transactions.flatMap(({ steps }) => steps)) {
    if (step instanceof ReplaceStep) step.slice.content.descendants((node) => !(found ||= node.type.name === "footnote"))
  }
  return found
}

/** Writes the records of new footnotes in the same change as their marks. */
export function writingFootnotes(): Companion {
  return {
    write(doc, edit) {
      for (const transaction of edit.transactions) {
        const made: unknown = transaction.getMeta(newFootnotes)
        if (!Array.isArray(made)) continue
        for (const [id, from] of made) {
          doc.footnotes ??= {}
          const text = typeof from === "string" ? (plain(doc.footnotes[from]?.text) ?? "") : ""
          doc.footnotes[String(id)] = { text }
        }
      }
    },
  }
}

/** The text of a footnote. */
export function footnoteText(doc: A.Doc<RichTextDocument>, id: string): string {
  return plain(doc.footnotes?.[id]?.text) ?? ""
}

/**
 * Edits a footnote so that it merges with what others type into it. `before` is what the text was made from: what
 * the document got since then stays.
 */
export function setFootnoteText(doc: RichTextDocument, id: string, text: string, before?: string): void {
  doc.footnotes ??= {}
  const stored = doc.footnotes[id]
  if (stored === undefined) {
    doc.footnotes[id] = { text }
  } else if (A.isImmutableString(stored.text)) {
    stored.text = text
  } else {
    for (const { at, removed, inserted } of rebased(before ?? stored.text, text, stored.text)) {
      A.splice(doc, ["footnotes", id, "text"], at, removed, inserted)
    }
  }
}
