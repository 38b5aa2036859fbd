/** Word's shortcuts. */
import { baseKeymap, chainCommands, selectAll } from "prosemirror-commands"
import { undoInputRule } from "prosemirror-inputrules"
import { keydownHandler } from "prosemirror-keymap"
import { type Command, Plugin } from "prosemirror-state"
import { backspace, changeIndent, deleteForward, enter, lineBreak, setBlock, toggleEmphasis, toggleList } from "./commands"
import { moveBlocks } from "./moving"
import { readScreenSelection } from "./screen-selection"

const isMac = /Mac|iP(hone|[oa]d)/.test(navigator.platform)

/** What the page does when its key is pressed. */
export interface PageKeys {
  markKeyPoint(): void
  editLink(): void
  insertFootnote(): void
  /** Tab did nothing (true), or something else was pressed since or the text left (false). */
  tabIdle(idle: boolean): void
  /** Tab leads out of the text; true where the page has taken the keyboard. */
  leave(): boolean
  undo: Command
  redo: Command
}

/** The plugin with all keys. */
export function keys(page: PageKeys): Plugin {
  const call = (run: () => void): Command => {
    return (_state, dispatch) => {
      if (dispatch !== undefined) run()
      return true
    }
  }
  /** Who types on after Tab shall not do so in whatever stands beside the text. */
  const stays = (command: Command): Command => {
    return (state, dispatch, view) => {
      if (!command(state, dispatch, view)) page.tabIdle(true)
      return true
    }
  }
  const bindings: Record<string, Command> = {
    "Mod-z": page.undo,
    "Mod-y": page.redo,
    "Shift-Mod-z": page.redo,
    "Mod-b": toggleEmphasis("strong"),
    "Mod-i": toggleEmphasis("em"),
    "Mod-Shift-k": call(page.editLink),
    "Alt-ArrowUp": moveBlocks(-1),
    "Alt-ArrowDown": moveBlocks(1),
    "Mod-Alt-0": setBlock("paragraph"),
    "Mod-Alt-1": setBlock("heading", { level: 1 }),
    "Mod-Alt-2": setBlock("heading", { level: 2 }),
    "Mod-Alt-3": setBlock("heading", { level: 3 }),
    "Mod-Shift-8": toggleList("unordered-list-item"),
    "Mod-Shift-l": toggleList("unordered-list-item"),
    "Mod-Shift-7": toggleList("ordered-list-item"),
    "Mod-Shift-9": setBlock("blockquote"),
    "Mod-Alt-k": call(page.markKeyPoint),
    "Mod-Alt-f": call(page.insertFootnote),
    Tab: stays(changeIndent(1)),
    "Shift-Tab": stays(changeIndent(-1)),
    "Mod-]": changeIndent(1),
    "Mod-[": changeIndent(-1),
    "Ctrl-m": changeIndent(1),
    "Ctrl-Shift-m": changeIndent(-1),
    // On a Mac these select words.
    ...(isMac ? {} : { "Alt-Shift-ArrowRight": changeIndent(1), "Alt-Shift-ArrowLeft": changeIndent(-1) }),
    Enter: enter,
    "Shift-Enter": lineBreak,
    "Mod-Enter": lineBreak,
    Backspace: orElse(chainCommands(undoInputRule, backspace), "Backspace"),
    "Shift-Backspace": orElse(backspace, "Backspace"),
    Delete: orElse(deleteForward, "Delete"),
    "Mod-a": selectAll,
  }
  const handle = keydownHandler(bindings)
  /** Tab moves list items and else does nothing; after Escape the next one leads out of the text instead. */
  let leaves = false
  return new Plugin({
    props: {
      handleDOMEvents: {
        // A browser under load tells of a selection after the next key: Shift+Home and a command at once would not meet it.
        keydown(view, event) {
          const writes = event.key.length === 1 && !event.ctrlKey && !event.metaKey
          if (!writes) readScreenSelection(view)
          return false
        },
        blur() {
          leaves = false
          page.tabIdle(false)
          return false
        },
      },
      handleKeyDown(view, event) {
        if (event.key !== "Shift") page.tabIdle(false)
        if (event.key === "Tab" && leaves) return !event.shiftKey && page.leave()
        if (event.key !== "Shift") leaves = event.key === "Escape"
        // On AltGr keyboards Ctrl+Alt writes characters; only the physical letter tells what was meant.
        if (event.ctrlKey && event.altKey && !event.metaKey) {
          const letter = /^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase() ?? /^Digit(\d)$/.exec(event.code)?.[1]
          const command = letter === undefined ? undefined : bindings[`Mod-Alt-${letter}`]
          if (command !== undefined && event.getModifierState("AltGraph") === false) {
            return command(view.state, view.dispatch, view)
          }
          return false
        }
        // Other keyboards put other signs on these keys.
        if ((event.ctrlKey || event.metaKey) && event.shiftKey && !event.altKey) {
          const digit = /^Digit(\d)$/.exec(event.code)?.[1]
          const command = digit === undefined ? undefined : bindings[`Mod-Shift-${digit}`]
          if (command !== undefined) return command(view.state, view.dispatch, view)
        }
        return handle(view, event)
      },
    },
  })
}

function orElse(command: Command, name: string): Command {
  const base = baseKeymap[name]
  return base === undefined ? command : chainCommands(command, base)
}
