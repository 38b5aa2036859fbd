/** Tells the page when "/" was typed, and what follows it. The menu itself is the page's. */
import { type EditorState, Plugin, PluginKey } from "prosemirror-state"
import type { EditorView } from "prosemirror-view"
import type { SlashMenu } from "./editor-api"

interface OpenMenu {
  from: number
  query: string
}

const key = new PluginKey<number | null>("slash-menu")

/** What the plugin calls. */
export interface SlashMenuOptions {
  onMenu(menu: SlashMenu | null): void
  onKey(key: "ArrowUp" | "ArrowDown" | "Enter" | "Escape"): boolean
}

/** The plugin. It remembers the position where "/" was typed. */
export function slashMenu(options: SlashMenuOptions): Plugin<number | null> {
  return new Plugin<number | null>({
    key,
    state: {
      init: () => null,
      apply(transaction, from) {
        const told: number | null | undefined = transaction.getMeta(key)
        if (told !== undefined) return told
        return from === null ? null : transaction.mapping.map(from, -1)
      },
    },
    props: {
      handleTextInput(view, from, _to, text) {
        if (text !== "/") return false
        const before = view.state.doc.resolve(from).nodeBefore
        if (before !== null && !/\s$/.test(before.text ?? "\n")) return false
        // The position is remembered once the sign stands in the text.
        queueMicrotask(() => {
          if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, from))
        })
        return false
      },
      handleKeyDown(view, event) {
        if (openMenu(view.state) === null) return false
        const name = event.key
        if (name === "ArrowUp" || name === "ArrowDown" || name === "Enter" || name === "Escape") {
          const used = options.onKey(name)
          if (name === "Escape") view.dispatch(view.state.tr.setMeta(key, null))
          return used || name === "Escape"
        }
        return false
      },
    },
    view: () => {
      let shown: string | null = null
      return {
        update(view) {
          const menu = openMenu(view.state)
          if (menu === null && key.getState(view.state) !== null) {
            queueMicrotask(() => {
              if (!view.isDestroyed && openMenu(view.state) === null) view.dispatch(view.state.tr.setMeta(key, null))
            })
          }
          const next = menu === null ? null : `${menu.from} ${menu.query}`
          if (next === shown) return
          shown = next
          options.onMenu(menu === null ? null : { query: menu.query, rectangle: rectangleAt(view, menu.from) })
        },
        destroy() {
          if (shown !== null) options.onMenu(null)
        },
      }
    },
  })
}

/** The menu that is open, or null: when the caret has left what was typed after the sign. */
export function openMenu(state: EditorState): OpenMenu | null {
  const from = key.getState(state)
  if (from === null || from === undefined || from >= state.doc.content.size) return null
  const { $head, empty } = state.selection
  const $from = state.doc.resolve(from)
  if (!empty || !$from.sameParent($head) || $head.pos <= from) return null
  const text = $from.parent.textBetween($from.parentOffset, $head.parentOffset, "", "\uFFFC")
  if (!text.startsWith("/") || /\s\s|\uFFFC/.test(text) || text.length > 40) return null
  return { from, query: text.slice(1) }
}

/** Where the caret stands on the screen. */
export function rectangleAt(view: EditorView, position: number): DOMRect {
  try {
    const { left, right, top, bottom } = view.coordsAtPos(position)
    return new DOMRect(left, top, right - left, bottom - top)
  } catch {
    return view.dom.getBoundingClientRect()
  }
}
