/** Moves paragraphs and list items up and down. */
import type { Node } from "prosemirror-model"
import { type Command, type EditorState, TextSelection } from "prosemirror-state"
import { closeHistory } from "./history"
import { flatOf, startOfBlock } from "./local-change"
import { carried, type Stretch } from "./reanchoring"
import { isWrittenIn } from "./remote-cursors"
import type { BlockType } from "./schema"

/**
 * Moves the selected blocks up (-1) or down (1) past the next one, each with the list items below it.
 *
 * One of the two is written anew and the other left alone, with the carets in it, its key points and what others type
 * there meanwhile: that is the one which moves, unless somebody's caret stands in the other only.
 */
export function moveBlocks(by: 1 | -1): Command {
  return (state, dispatch) => {
    const places = placesOf(state, by)
    if (places === null) return false
    const { doc, selection } = state
    const { moving, passed } = places
    const isOthers = ({ from, to }: Stretch) => isWrittenIn(state, from, to)
    const [anew, left] = isOthers(passed) && !isOthers(moving) ? [moving, passed] : [passed, moving]
    const to = anew.from < left.from ? left.to : left.from
    // What comes is written first: where somebody else writes on at that place, their letters then mostly come before it.
    const transaction = state.tr.insert(to, doc.slice(anew.from, anew.to).content)
    transaction.delete(transaction.mapping.map(anew.from), transaction.mapping.map(anew.to))
    const flat = flatOf(doc, anew.from)
    const carry = flatOf(transaction.doc, transaction.mapping.map(to, -1)) - flat
    transaction.setMeta(carried, { from: flat, to: flatOf(doc, anew.to), by: carry })
    // A list goes on beginning with the number that it began with.
    const [upper, lower] = by > 0 ? [passed, moving] : [moving, passed]
    const [one, other] = [doc.nodeAt(upper.from)?.attrs, doc.nodeAt(lower.from)?.attrs]
    if (one?.indent === other?.indent && one?.start !== other?.start) {
      transaction.setNodeAttribute(lower.from, "start", other?.start)
      transaction.setNodeAttribute(lower.from + upper.to - upper.from, "start", one?.start)
    }
    const shift = by * (passed.to - passed.from)
    transaction.setSelection(TextSelection.create(transaction.doc, selection.anchor + shift, selection.head + shift))
    dispatch?.(closeHistory(transaction, "around").scrollIntoView())
    return true
  }
}

const frame = ["title", "subtitle", "fact", "voice", "annex"] as const satisfies readonly BlockType[]

/** What moves, and past what; null where there is nothing to go past. */
function placesOf({ doc, selection }: EditorState, by: 1 | -1): { moving: Stretch; passed: Stretch } | null {
  const below = (index: number, other: number) => isBelow(doc.maybeChild(index), doc.child(other))
  const first = selection.$from.index(0)
  let last = selection.$to.indexAfter(0)
  while (below(last, first)) last += 1
  let [start, end] = by > 0 ? [last, last + 1] : [first - 1, first]
  if (start < 0 || end > doc.childCount) return null
  // An item that becomes one of those below the next block goes past that block only.
  while (by > 0 && !below(first, start) && below(end, start)) end += 1
  while (by < 0 && start > 0 && below(start, first)) start -= 1
  // Beside what frames a document, its title or an annex, stands only its like.
  const kinds = new Set(doc.children.slice(Math.min(first, start), Math.max(last, end)).map((block) => block.type.name))
  if (kinds.size > 1 && frame.some((kind) => kinds.has(kind))) return null
  const stretch = (from: number, to: number) => ({ from: startOfBlock(doc, from), to: startOfBlock(doc, to) })
  return { moving: stretch(first, last), passed: stretch(start, end) }
}

/** Whether a block that stands behind another one belongs to it: an item that is deeper, or of a numbered paragraph's list. */
function isBelow(block: Node | null, other: Node): boolean {
  const [indent, around]: unknown[] = [block?.attrs.indent, other.attrs.indent]
  if (typeof indent !== "number") return false
  return typeof around === "number" ? indent > around : ["operative", "preambular"].includes(other.type.name)
}
