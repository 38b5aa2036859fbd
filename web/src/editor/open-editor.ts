/**
 * Opens the editor in a place on the page.
 *
 * This is where the parts meet: bridge, plugins, key points, carets. It decides nothing of its own.
 */
import "./editor.css"
import { dropCursor } from "prosemirror-dropcursor"
import { type Command, EditorState, Plugin, TextSelection } from "prosemirror-state"
import { EditorView } from "prosemirror-view"
import { type Bridge, type Companion, openBridge, pause, renderDocument, type Schedule } from "./bridge"
import { caretState } from "./caret-state"
import { changeIndent, linkAt, setBlock, setLink, toggleEmphasis, toggleList } from "./commands"
import { plain } from "./document"
import type { Editor, EditorCommands, EditorEvents, EditorOptions } from "./editor-api"
import { embedNames, tableView } from "./embeds"
import { blockLabels } from "./labels"
import { findActions, findMarks } from "./find-actions"
import {
  footnoteIds,
  footnoteText,
  footnoteTransaction,
  plainEmbeds,
  setFootnoteText,
  writingFootnotes,
} from "./footnotes"
import { history, historyOf, redo, undo } from "./history"
import { inputRulesPlugin } from "./input-rules"
import { keyPointActions } from "./key-point-actions"
import { keyPointMarks } from "./key-point-marks"
import { keys } from "./keymap"
import { startOfBlock } from "./local-change"
import { moveBlocks } from "./moving"
import { paragraphIds } from "./paragraph-ids"
import { movingSources } from "./paragraph-sources"
import { pastePlugin } from "./paste"
import { reanchoring } from "./reanchoring"
import { openRemoteCursors, remoteCursorMarks } from "./remote-cursors"
import { focusText, readScreenSelection, scrollClear } from "./screen-selection"
import { openMenu, rectangleAt, slashMenu } from "./slash-menu"
import { countSourcesAnew, sourceCounts } from "./source-counts"

/** Opens an editor inside an element. Close it before the element goes. */
export function openEditor(place: HTMLElement, options: EditorOptions): Editor {
  const { handle, kind, words } = options
  const newId = options.newId ?? (() => crypto.randomUUID())
  let editable = options.editable
  let events: EditorEvents = options

  const openFootnote = (id: string, position: number) => {
    const rectangle = rectangleAt(view, position)
    events.onFootnoteOpened?.({ id, text: footnoteText(handle.doc(), id), rectangle })
  }

  const lang = plain(handle.doc().lang)
  const plugins: Plugin[] = [
    slashMenu({
      onMenu: (menu) => events.onSlashMenu?.(menu),
      onKey: (name) => events.onSlashMenuKey?.(name) ?? false,
    }),
    keys({
      markKeyPoint: () => (events.onMarkKeyPoint === undefined ? void keyPoints.mark() : events.onMarkKeyPoint()),
      editLink: () => {
        const href: unknown = linkAt(view.state)?.attrs.href
        const { from, to } = view.state.selection
        events.onEditLink?.({
          href: typeof href === "string" ? href : null,
          text: view.state.doc.textBetween(from, to, " "),
        })
      },
      insertFootnote: () => void commands.insertFootnote(),
      tabIdle: (idle) => {
        leaving.hidden = !idle
      },
      leave: () => events.onLeave?.() ?? false,
      undo,
      redo,
    }),
    inputRulesPlugin(),
    pastePlugin({
      language: lang ?? "",
      knowsParagraph: (id) => handle.doc().sources?.[id] !== undefined,
      allowsOutputBlocks: kind === "output",
      onNotice: (notice) => events.onPasteNotice?.(notice),
    }),
    history(),
    footnoteIds(newId),
    plainEmbeds(),
    embedNames(words),
    blockLabels(lang ?? ""),
    ...findMarks(),
    keyPointMarks((id) => events.onKeyPointOpened?.(id)),
    remoteCursorMarks(),
    dropCursor({ class: "drop-cursor", color: false }),
    footnoteClicks(openFootnote),
  ]
  const passages = reanchoring()
  const companions: Companion[] = [writingFootnotes(), passages]
  if (kind === "output") {
    plugins.push(paragraphIds(newId))
    plugins.push(sourceCounts((id) => Object.keys(handle.doc().sources?.[id] ?? {}).length))
    companions.unshift(movingSources())
  }

  // Described always, and seen as soon as Tab does nothing: who has no pointer must learn how to get on.
  const leaving = document.createElement("p")
  leaving.className = "leaving"
  leaving.role = "status"
  leaving.id = `leaving-${crypto.randomUUID()}`
  leaving.hidden = true
  leaving.textContent = words.leaving
  place.append(leaving)

  const view = new EditorView(place, {
    state: EditorState.create({ doc: renderDocument(handle).doc, plugins }),
    editable: () => editable,
    dispatchTransaction: (transaction) => open.dispatch(transaction),
    nodeViews: { table: tableView(handle, words) },
    attributes: () => ({
      class: `editor editor-${kind}`,
      role: "textbox",
      "aria-multiline": "true",
      "aria-label": words.textLabel,
      "aria-readonly": String(!editable),
      ...(editable ? { "aria-describedby": leaving.id } : {}),
      ...(lang === null ? {} : { lang }),
      // Somebody who reads must be able to reach the text by keyboard, to scroll it.
      tabindex: "0",
    }),
  })

  const caret = () => caretState(view.state)
  let callOffCount: (() => void) | null = null
  const countSoon = () => {
    callOffCount ??= soon(() => {
      callOffCount = null
      if (!view.isDestroyed) view.dispatch(countSourcesAnew(view.state))
    })
  }
  const open = openBridge(view, {
    handle,
    schedule: soon,
    isEditable: () => editable,
    companions,
    onBehind: () => readScreenSelection(view),
    onUpdate: ({ transactions, own }) => {
      const textChanged = transactions.some((transaction) => transaction.docChanged)
      if (textChanged) keyPoints.textChanged(own)
      if (textChanged) find.textChanged()
      const selectionChanged = transactions.some((transaction) => transaction.selectionSet)
      const marksChanged = transactions.some((transaction) => transaction.storedMarksSet)
      if (textChanged || selectionChanged || marksChanged) events.onCaret?.(caret())
      if (own && (textChanged || selectionChanged)) carets?.moved()
      if (!own) carets?.redraw()
    },
    onRecords: () => {
      keyPoints.recordsChanged()
      if (kind === "output") countSoon()
    },
  })

  const carets =
    options.presence === undefined || options.writer === undefined
      ? null
      : openRemoteCursors({
          view,
          handle,
          channel: options.presence,
          writer: options.writer,
          implicitFirst: open.implicitFirst,
          onOthers: (others) => events.onOthers?.(others),
        })
  const keyPoints = keyPointActions({
    view,
    handle,
    bridge: open,
    passages,
    newId,
    schedule: soon,
    onKeyPoints: (list) => events.onKeyPoints?.(list),
    onMarkings: () => events.onCaret?.(caret()),
  })
  const find = findActions({ view, handle, pause: pause(150), openFootnote })
  const commands = editorCommands(view, open, newId, openFootnote)
  // What is typed next shall meet a text that is up to date: then it need not branch off an older one.
  view.dom.addEventListener("keydown", () => open.flush(), true)
  view.dom.addEventListener("beforeinput", (event) => {
    open.flush()
    // Menus of the browser undo without a key.
    const side = { historyUndo: "undo", historyRedo: "redo" }[event.inputType]
    if (side === undefined) return
    event.preventDefault()
    void (side === "undo" ? commands.undo() : commands.redo())
  }, true)
  view.dom.addEventListener("compositionend", () => soon(() => open.flush()))
  // Whoever was writing when that ended means words by these keys, and no scrolling, until they turn to reading.
  let typesOn = false
  view.dom.addEventListener("keydown", (event) => {
    if (typesOn && event.key.length === 1 && !event.ctrlKey && !event.metaKey) event.preventDefault()
  })
  for (const type of ["blur", "pointerdown"]) view.dom.addEventListener(type, () => (typesOn = false))
  keyPoints.recordsChanged()
  events.onCaret?.(caret())
  carets?.moved()

  return {
    view,
    commands,
    keyPoints,
    footnotes: {
      text: (id) => footnoteText(handle.doc(), id),
      setText: (id, text, before) => {
        if (editable) handle.change((doc) => setFootnoteText(doc, id, text, before))
        return footnoteText(handle.doc(), id)
      },
      onChange: (listener) => handle.onChange(listener),
    },
    find,
    caret,
    setEditable(next) {
      typesOn = editable && !next && view.hasFocus()
      editable = next
      view.setProps({})
    },
    showParagraph(id) {
      let found: number | null = null
      view.state.doc.forEach((block, position) => {
        if (block.attrs.id === id) found ??= position
      })
      return found !== null && showPosition(view, found + 1)
    },
    showBlock: (index) =>
      index >= 0 && index < view.state.doc.childCount && showPosition(view, startOfBlock(view.state.doc, index) + 1),
    adopt(first, last) {
      open.flush()
      if (!open.isBehind()) historyOf(view.state).adopt(view.state, first, last)
    },
    focus: () => focusText(view),
    rest() {
      events = {}
      find.end()
      carets?.leave()
    },
    wake(next) {
      events = next
      carets?.comeBack()
      carets?.redraw()
      keyPoints.recordsChanged()
      events.onKeyPoints?.(keyPoints.list())
      events.onCaret?.(caret())
    },
    close() {
      open.flush()
      callOffCount?.()
      find.end()
      carets?.close()
      keyPoints.close()
      open.close()
      view.destroy()
      leaving.remove()
    },
  }
}

function editorCommands(
  view: EditorView,
  bridge: Bridge,
  newId: () => string,
  openFootnote: (id: string, position: number) => void,
): EditorCommands {
  const run = (command: Command): boolean => {
    bridge.flush()
    const done = view.editable && command(view.state, view.dispatch, view)
    view.focus()
    return done
  }
  const commands: EditorCommands = {
    undo: () => run(undo),
    redo: () => run(redo),
    toggleStrong: () => run(toggleEmphasis("strong")),
    toggleEm: () => run(toggleEmphasis("em")),
    setLink: (href) => run(setLink(href)),
    setBlock: (type, attrs) => run(setBlock(type, attrs)),
    toggleList: (type) => run(toggleList(type)),
    indent: () => run(changeIndent(1)),
    outdent: () => run(changeIndent(-1)),
    move: (by) => run(moveBlocks(by)),
    insertFootnote() {
      const id = newId()
      let position = 0
      const done = run((state, dispatch) => {
        const transaction = footnoteTransaction(state, id)
        if (transaction === null) return false
        position = state.selection.to
        dispatch?.(transaction.scrollIntoView())
        return true
      })
      if (done) openFootnote(id, position)
      return done
    },
    fromSlashMenu(command) {
      const menu = openMenu(view.state)
      if (menu !== null) view.dispatch(view.state.tr.delete(menu.from, view.state.selection.from))
      return command(commands)
    },
  }
  return commands
}

function footnoteClicks(onOpened: (id: string, position: number) => void): Plugin {
  return new Plugin({
    props: {
      handleClickOn(view, _position, node, nodePosition) {
        if (node.type.name !== "footnote" || typeof node.attrs.id !== "string") return false
        // Who has read the note types on behind its number.
        view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, nodePosition + 1)))
        onOpened(node.attrs.id, nodePosition)
        return true
      },
    },
  })
}

function showPosition(view: EditorView, position: number): boolean {
  const selection = TextSelection.near(view.state.doc.resolve(position))
  focusText(view)
  view.dispatch(view.state.tr.setSelection(selection))
  scrollClear(view.nodeDOM(selection.$from.before(1)))
  return true
}

/** At the next frame; in a page that is not visible, where no frames come, a little later. */
const soon: Schedule = (run) => {
  let done = false
  const once = () => {
    if (done) return
    done = true
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    run()
  }
  const frame = requestAnimationFrame(once)
  const timer = setTimeout(once, 200)
  return () => {
    done = true
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}
