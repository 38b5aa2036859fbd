/** What keys and buttons do to the text. */
import { toggleMark } from "prosemirror-commands"
import type { Attrs, Mark, Node, NodeType } from "prosemirror-model"
import { type Command, type EditorState, TextSelection, type Transaction } from "prosemirror-state"
import { blockAttrs, type BlockAttrs, type BlockType, blockTypeOf, isListItem, MAX_INDENT, nodeName, safeHref, schema } from "./schema"
import { attrsOf } from "./blocks"
import { closeHistory } from "./history"
import { startOfBlock } from "./local-change"

/** The blocks that the selection touches, with their positions. */
export function selectedBlocks(state: EditorState): { node: Node; position: number; type: BlockType }[] {
  const found: { node: Node; position: number; type: BlockType }[] = []
  const { from, to } = state.selection
  state.doc.forEach((node, position) => {
    const type = blockTypeOf(node)
    if (type !== null && position < Math.max(to, from + 1) && position + node.nodeSize > from) {
      found.push({ node, position, type })
    }
  })
  return found
}

/** Gives the selected blocks a type. */
export function setBlock(type: BlockType, given: Partial<BlockAttrs> = {}): Command {
  return (state, dispatch) => {
    const blocks = selectedBlocks(state)
    const changing = blocks.filter(({ node }) => !node.hasMarkup(typeOf(type), markup(node, type, given)))
    if (changing.length === 0) return false
    if (dispatch !== undefined) {
      const transaction = state.tr
      for (const { node, position } of changing) setMarkup(transaction, position, node, type, given)
      dispatch(closeHistory(transaction).scrollIntoView())
    }
    return true
  }
}

function typeOf(type: BlockType): NodeType {
  const found = schema.nodes[nodeName(type)]
  if (found === undefined) throw new RangeError(`no such block: ${type}`)
  return found
}

/** The attributes of a block that turns into another: who it is stays, what it looks like is set. */
function markup(node: Node, type: BlockType, given: Partial<BlockAttrs>): Attrs {
  const { id, of, ofHash, lang, indent, start, level, label, fill } = attrsOf(node)
  const kept: Partial<BlockAttrs> = { id, of, ofHash, lang }
  if (isListItem(type)) Object.assign(kept, { indent, start })
  if (type === "heading" && blockTypeOf(node) === "heading") kept.level = level
  if (type === "fact") kept.label = label
  if (type === "annex") kept.fill = fill ?? "none"
  return { ...blockAttrs(type, { ...kept, ...given }) }
}

function setMarkup(
  transaction: Transaction,
  position: number,
  node: Node,
  type: BlockType,
  given: Partial<BlockAttrs>,
): void {
  transaction.setNodeMarkup(position, typeOf(type), markup(node, type, given))
}

/** Makes what is selected strong or emphasised, or plain again. */
export function toggleEmphasis(name: "strong" | "em"): Command {
  const type = schema.marks[name]
  return type === undefined ? () => false : toggleMark(type)
}

/** Turns the selected blocks into items of a list, or, where all are, back into paragraphs. */
export function toggleList(type: "ordered-list-item" | "unordered-list-item"): Command {
  return (state, dispatch, view) => {
    const all = selectedBlocks(state).every((block) => block.type === type)
    return setBlock(all ? "paragraph" : type)(state, dispatch, view)
  }
}

/** Moves the selected list items in (1) or out (-1). */
export function changeIndent(by: 1 | -1): Command {
  return (state, dispatch) => {
    const items = selectedBlocks(state).filter(({ node, type }) => {
      const indent = Number(node.attrs.indent ?? 0) + by
      return isListItem(type) && indent >= 0 && indent <= MAX_INDENT
    })
    if (items.length === 0) return false
    if (dispatch !== undefined) {
      const transaction = state.tr
      for (const { node, position } of items) {
        transaction.setNodeMarkup(position, null, { ...node.attrs, indent: Number(node.attrs.indent ?? 0) + by, start: null })
      }
      dispatch(closeHistory(transaction).scrollIntoView())
    }
    return true
  }
}

/** The type that a new block gets behind one of this type. */
function following(type: BlockType): BlockType {
  const same: readonly BlockType[] = [
    "paragraph",
    "blockquote",
    "ordered-list-item",
    "unordered-list-item",
    "preambular",
    "operative",
  ]
  return same.includes(type) ? type : "paragraph"
}

/** What follows a heading: a numbered paragraph where those below it are numbered, or, below it being empty, those above. */
function belowHeading(doc: Node, index: number): BlockType {
  const types = doc.children.map(blockTypeOf)
  const isGroup = (type: BlockType | null, at: number) => type === "annex" || (type === "heading" && doc.child(at).attrs.level === 1)
  const end = types.findIndex((type, at) => at > index && isGroup(type, at))
  const below = types.slice(index + 1, end < 0 ? undefined : end)
  const above = types.slice(0, index).findLast((type) => type !== "heading")
  return below.includes("operative") || (below.length === 0 && above === "operative") ? "operative" : "paragraph"
}

/** Enter: splits the block. In an empty list item or quote it leaves the list or quote instead. */
export const enter: Command = (state, dispatch) => {
  const { selection } = state
  if (!(selection instanceof TextSelection)) return false
  const { $from, $to } = selection
  const type = blockTypeOf($from.parent)
  if (type === null) return false
  if (selection.empty && $from.parent.content.size === 0 && (isListItem(type) || type === "blockquote")) {
    if (isListItem(type) && Number($from.parent.attrs.indent ?? 0) > 0) return changeIndent(-1)(state, dispatch)
    return setBlock("paragraph")(state, dispatch)
  }
  if (dispatch !== undefined) {
    const transaction = state.tr
    if (!selection.empty) transaction.deleteSelection()
    const position = transaction.mapping.map($from.pos)
    const atEnd = $to.parentOffset === $to.parent.content.size
    const next = !atEnd ? type : type === "heading" ? belowHeading(state.doc, $from.index(0)) : following(type)
    const attrs = blockAttrs(next, atEnd && next !== type ? { lang: attrsOf($from.parent).lang } : attrsOf($from.parent))
    attrs.start = null
    // An empty half keeps nothing of what the text was made from.
    if (atEnd) Object.assign(attrs, { of: null, ofHash: null })
    transaction.split(position, 1, [{ type: typeOf(next), attrs: { ...attrs } }])
    dispatch(transaction.scrollIntoView())
  }
  return true
}

/** Shift+Enter: a line break inside the block. */
export const lineBreak: Command = (state, dispatch) => {
  const node = schema.nodes.line_break?.create()
  if (node === undefined || !state.selection.$from.parent.inlineContent) return false
  dispatch?.(state.tr.replaceSelectionWith(node, true).scrollIntoView())
  return true
}

/** Backspace at the beginning of a block: first out of the list or heading, then onto the block before. */
export const backspace: Command = (state, dispatch, view) => {
  const { selection } = state
  if (!(selection instanceof TextSelection) || !selection.empty) return false
  const { $from } = selection
  const type = blockTypeOf($from.parent)
  if ($from.parentOffset > 0 || type === null) return false
  if (isListItem(type)) {
    const indent = Number($from.parent.attrs.indent ?? 0)
    return indent > 0 ? changeIndent(-1)(state, dispatch, view) : setBlock("paragraph")(state, dispatch, view)
  }
  if (type === "heading" || type === "blockquote") {
    return setBlock("paragraph")(state, dispatch, view)
  }
  return joinWithPrevious($from.index(0))(state, dispatch, view)
}

/** Delete at the end of a block: brings the next one here. */
export const deleteForward: Command = (state, dispatch, view) => {
  const { selection } = state
  if (!(selection instanceof TextSelection) || !selection.empty) return false
  const { $from } = selection
  if ($from.depth === 0 || $from.parentOffset < $from.parent.content.size) return false
  return joinWithPrevious($from.index(0) + 1)(state, dispatch, view)
}

/** Joins a block to the one before. An empty one gives way to the other, whichever it is. */
function joinWithPrevious(index: number): Command {
  return (state, dispatch) => {
    if (index < 1 || index >= state.doc.childCount) return false
    if (dispatch !== undefined) {
      const previous = state.doc.child(index - 1)
      const position = startOfBlock(state.doc, index)
      const transaction = state.tr
      if (previous.content.size === 0) transaction.delete(position - previous.nodeSize, position)
      else transaction.join(position)
      dispatch(transaction.scrollIntoView())
    }
    return true
  }
}

/**
 * Sets, changes or (null) takes away the link of the selection, or of the link that the caret is in.
 *
 * What was selected is not so any more: the caret stands behind it, and what is typed next is no part of the link.
 */
export function setLink(href: string | null): Command {
  return (state, dispatch) => {
    const type = schema.marks.link
    const range = state.selection.empty ? linkRange(state) : state.selection
    if (type === undefined || range === null) return false
    const address = href === null ? null : safeHref(href)
    if (href !== null && address === null) return false
    if (dispatch !== undefined) {
      const transaction = state.tr.removeMark(range.from, range.to, type)
      if (address !== null) transaction.addMark(range.from, range.to, type.create({ href: address }))
      if (address !== null || !state.selection.empty) {
        transaction.setSelection(TextSelection.near(transaction.doc.resolve(range.to), -1))
      }
      dispatch(transaction.removeStoredMark(type).scrollIntoView())
    }
    return true
  }
}

/** The link that the selection or caret is in. */
export function linkAt(state: EditorState): Mark | null {
  const { $from, empty } = state.selection
  const marks = empty ? [...$from.marks(), ...($from.nodeAfter?.marks ?? [])] : ($from.nodeAfter?.marks ?? [])
  return marks.find((mark) => mark.type.name === "link") ?? null
}

function linkRange(state: EditorState): { from: number; to: number } | null {
  const mark = linkAt(state)
  if (mark === null) return null
  const { $from } = state.selection
  let found: { from: number; to: number } | null = null
  let current: { from: number; to: number } | null = null
  $from.parent.forEach((child, offset) => {
    const start = $from.start() + offset
    const end = start + child.nodeSize
    if (mark.isInSet(child.marks)) current = { from: current?.from ?? start, to: end }
    else current = null
    if (current !== null && current.from <= $from.pos && current.to >= $from.pos) found = current
  })
  return found
}
