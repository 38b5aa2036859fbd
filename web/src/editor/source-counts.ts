/**
 * Tells beside each numbered paragraph of an output document on how many key points it rests, and which one the caret is in.
 *
 * Drawn as attributes of the blocks: the style sheet says where the number stands. A paragraph without any says so too.
 */
import type { Node } from "prosemirror-model"
import { type EditorState, Plugin, PluginKey, type Transaction } from "prosemirror-state"
import { Decoration, DecorationSet } from "prosemirror-view"
import { differInBlocks } from "./blocks"

interface Drawing {
  /** The block that the caret is in. */
  current: number
  decorations: DecorationSet
}

const key = new PluginKey<Drawing>("source-counts")
const NUMBERED = new Set(["operative", "preambular"])

/** The plugin that draws. `countOf` gives the number of key points behind a paragraph. */
export function sourceCounts(countOf: (paragraphId: string) => number): Plugin<Drawing> {
  function draw(state: EditorState): Drawing {
    const current = state.selection.$from.index(0)
    const decorations: Decoration[] = []
    state.doc.forEach((block, position, index) => {
      if (!NUMBERED.has(block.type.name)) return
      const classes = [index === current ? "current-paragraph" : null, sourcesClass(block, countOf)].filter((name) => name !== null)
      if (classes.length === 0) return
      const count = typeof block.attrs.id === "string" ? countOf(block.attrs.id) : 0
      decorations.push(
        Decoration.node(position, position + block.nodeSize, { class: classes.join(" "), "data-sources": String(count) }),
      )
    })
    return { current, decorations: DecorationSet.create(state.doc, decorations) }
  }
  return new Plugin<Drawing>({
    key,
    state: {
      init: (_, state) => draw(state),
      apply(transaction, drawing, before, after) {
        const asked = transaction.getMeta(key) === true
        if (asked || after.selection.$from.index(0) !== drawing.current || differInBlocks(before.doc, after.doc, isOtherwiseDrawn)) return draw(after)
        return transaction.docChanged
          ? { ...drawing, decorations: drawing.decorations.map(transaction.mapping, after.doc) }
          : drawing
      },
    },
    props: { decorations: (state) => key.getState(state)?.decorations },
  })
}

/** A transaction that counts anew, for when the sources have changed and the text has not. */
export function countSourcesAnew(state: EditorState): Transaction {
  return state.tr.setMeta(key, true).setMeta("addToHistory", false)
}

function sourcesClass(block: Node, countOf: (paragraphId: string) => number): string | null {
  const id: unknown = block.attrs.id
  if (typeof id === "string" && countOf(id) > 0) return "has-sources"
  // Preambular paragraphs may stand for themselves, and so may what has no words yet.
  return block.type.name === "operative" && block.textContent.trim() !== "" ? "has-no-sources" : null
}

function isOtherwiseDrawn(one: Node, other: Node): boolean {
  return one.type !== other.type || one.attrs.id !== other.attrs.id || (one.content.size === 0) !== (other.content.size === 0)
}
