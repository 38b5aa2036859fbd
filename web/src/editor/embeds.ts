/** How footnotes, tables and the empty text are shown: numbers, names for screen readers, a table's cells. */
import type { Node } from "prosemirror-model"
import { Plugin } from "prosemirror-state"
import { Decoration, DecorationSet, type NodeViewConstructor } from "prosemirror-view"
import { type DocumentHandle, plain } from "./document"
import type { EditorWords } from "./editor-api"

/** Numbers the footnotes, and shows the placeholder where there is no text. */
export function embedNames(words: EditorWords): Plugin {
  return new Plugin({
    props: {
      decorations(state) {
        const decorations: Decoration[] = []
        let number = 0
        state.doc.forEach((block, position) => {
          block.forEach((child, offset) => {
            if (child.type.name !== "footnote") return
            number += 1
            const at = position + 1 + offset
            const attrs = { "data-number": String(number), "aria-label": words.footnote(number), role: "button" }
            decorations.push(Decoration.node(at, at + 1, attrs))
          })
        })
        const first = state.doc.firstChild
        if (state.doc.childCount === 1 && first !== null && first.content.size === 0) {
          const attrs = { class: "empty", "data-placeholder": words.placeholder }
          decorations.push(Decoration.node(0, first.nodeSize, attrs))
        }
        return decorations.length === 0 ? null : DecorationSet.create(state.doc, decorations)
      },
    },
  })
}

/** Shows a table's cells. They are read from the record; the text only holds its place. */
export function tableView(handle: DocumentHandle, words: EditorWords): NodeViewConstructor {
  return (node: Node) => {
    const dom = document.createElement("span")
    dom.className = "embed table"
    dom.dataset.embed = "table"
    dom.contentEditable = "false"
    const id = typeof node.attrs.id === "string" ? node.attrs.id : ""
    dom.dataset.id = id
    const table = document.createElement("table")
    table.setAttribute("aria-label", words.table)
    const rows = handle.doc().tables?.[id]?.rows ?? []
    rows.forEach((cells, index) => {
      const row = table.insertRow()
      for (const cell of cells) {
        const element = document.createElement(index === 0 ? "th" : "td")
        element.dir = "auto"
        element.textContent = plain(cell) ?? ""
        row.append(element)
      }
    })
    dom.append(table)
    return { dom }
  }
}
