/**
 * Undo takes back one's own edits only.
 *
 * ProseMirror's history moves its steps through what others did meanwhile. Taking back an insertion in which
 * someone else has written would delete their text with it; so what others wrote is known (see others-text.ts), and
 * what an undo or redo deletes of it is put back in the same stroke: inside a block as text, with the borders that
 * others put into it, and where the blocks around it went as blocks of the kind in which it stood. A redo may delete
 * what its writer had deleted with everything in it. What others wrote and have deleted or moved since is not brought
 * back with one's own. Not protected:
 * text that others wrote and that was cut and pasted here; that counts as one's own.
 */
import { Fragment, type Mark, type Node, Slice } from "prosemirror-model"
import { isHistoryTransaction, redoDepth, undoDepth } from "prosemirror-history"
import { type EditorState, Plugin, PluginKey, type Transaction } from "prosemirror-state"
import { ReplaceStep } from "prosemirror-transform"
import { asPartOf, isRedo } from "./history-state"
import {
  type Events,
  follow,
  forget,
  inBoth,
  type Lost,
  moved,
  nothingOfOthers,
  notMeant,
  type OthersText,
  placeBehind,
  type Stretch,
  withStretches,
} from "./others-text"
import { schema } from "./schema"

const key = new PluginKey<OthersText>("others-text")

/** The plugin that remembers what others wrote, and protects it from undo. */
export function othersText(): Plugin<OthersText> {
  return new Plugin<OthersText>({
    key,
    state: {
      init: () => nothingOfOthers,
      apply: (transaction, known, before, after) => {
        if (!transaction.docChanged) return known
        const back = transaction.getMeta(key) as readonly Stretch[] | undefined
        if (back !== undefined) return withStretches(follow(known, transaction, NO_EVENTS).known, back)
        const still = isHistoryTransaction(transaction) ? known : forget(known, depthsOf(before, after))
        return follow(still, transaction, eventsOf(transaction, before, after)).known
      },
    },
    appendTransaction(transactions, before, after) {
      const undo = transactions.find((transaction) => isHistoryTransaction(transaction))
      if (undo === undefined || !undo.docChanged) return null
      let known = key.getState(before) ?? nothingOfOthers
      const index = transactions.indexOf(undo)
      for (const earlier of transactions.slice(0, index)) known = follow(known, earlier, NO_EVENTS).known
      const transaction = after.tr
      let back: Stretch[] = []
      const followed = follow(known, undo, eventsOf(undo, before, after))
      const since = transactions.slice(index + 1)
      for (const stretch of followed.unwanted) remove(transaction, moveTo(stretch, since))
      const missing = isRedo(undo, after) ? notMeant(known, followed.lost) : followed.lost
      for (const lost of inOrder(undo, missing, followed.known)) {
        let { position } = lost
        for (const later of since) position = later.mapping.map(position, 1)
        back = moveAll(back, transaction, () => putBack(transaction, transaction.mapping.map(position, 1), lost.pieces))
      }
      back = moveAll(back, transaction, () => {
        mendPairs(transaction, before.doc)
        return []
      })
      if (!transaction.docChanged) return null
      asPartOf(undo, after, transaction)
      return transaction.setMeta(key, back)
    },
  })
}

/** What others wrote that stands in both states: where it stands in the second; `first` is where it stands in the first. */
export function othersInBoth(before: EditorState, after: EditorState): Stretch[] {
  return inBoth(key.getState(before) ?? nothingOfOthers, key.getState(after) ?? nothingOfOthers)
}

const NO_EVENTS: Events = { takes: null, makes: null }

/** What a transaction, made by typing or by the history, is to the history. */
function eventsOf(transaction: Transaction, before: EditorState, after: EditorState): Events {
  if (!isHistoryTransaction(transaction)) return { takes: null, makes: { side: "undo", depth: undoDepth(after) } }
  const [undone, redone] = [{ side: "undo" as const }, { side: "redo" as const }]
  return isRedo(transaction, before)
    ? { takes: { ...redone, depth: redoDepth(before) }, makes: { ...undone, depth: undoDepth(after) } }
    : { takes: { ...undone, depth: undoDepth(before) }, makes: { ...redone, depth: redoDepth(after) } }
}

function depthsOf(before: EditorState, after: EditorState) {
  return { undoBefore: undoDepth(before), undoAfter: undoDepth(after), redoAfter: redoDepth(after) }
}

/** Where a stretch stands after some more transactions. */
function moveTo({ from, to }: Stretch, transactions: readonly Transaction[]): { from: number; to: number } {
  const move = (position: number) => transactions.reduce((at, { mapping }) => mapping.map(at), position)
  return { from: move(from), to: move(to) }
}

/** Removes what stood between two positions when the transaction began. Of a border both halves go. */
function remove(transaction: Transaction, { from, to }: { from: number; to: number }): void {
  let [start, end] = [transaction.mapping.map(from), transaction.mapping.map(to)]
  const more = transaction.doc.resolve(end).depth - transaction.doc.resolve(start).depth
  if (more > 0) start -= 1
  if (more < 0) end += 1
  if (start < 0 || start >= end || end > transaction.doc.content.size) return
  transaction.maybeStep(new ReplaceStep(start, end, Slice.empty))
}

/** What others wrote in one block. */
interface Piece {
  /** The block in which it stood. */
  block: Node
  /** The number of the block's border, where others put it there. */
  border: number | null
  parts: readonly { content: Fragment; first: number }[]
}

/** What was lost, with the place where it belongs after all steps; in the order in which it stood. */
function inOrder(undo: Transaction, lost: readonly Lost[], now: OthersText): { position: number; pieces: Piece[] }[] {
  return lost
    .map(({ stepIndex, doc, stretches, behind }) => {
      const from = undo.steps[stepIndex] instanceof ReplaceStep ? undo.steps[stepIndex].from : 0
      return {
        position: (behind === null ? null : placeBehind(now, behind)) ?? undo.mapping.slice(stepIndex).map(from, -1),
        stood: undo.mapping.slice(0, stepIndex).invert().map(stretches[0]?.from ?? from),
        pieces: piecesOf(doc, stretches),
      }
    })
    .toSorted((one, other) => one.position - other.position || one.stood - other.stood)
}

function piecesOf(doc: Node, stretches: readonly Stretch[]): Piece[] {
  const pieces: Piece[] = []
  doc.forEach((block, start) => {
    const touching = stretches.filter(({ from, to }) => from < start + block.nodeSize && to > start)
    const opening = touching.find(({ from, to }) => from <= start && to > start)
    const border = opening === undefined ? null : opening.first + start - opening.from
    const parts = touching.flatMap(({ from, to, first }) => {
      const begin = Math.max(from, start + 1)
      const content = block.content.cut(begin - start - 1, Math.min(to - start - 1, block.content.size))
      return begin < to && content.size > 0 ? [{ content, first: first + begin - from }] : []
    })
    if (border !== null || parts.length > 0) pieces.push({ block, border, parts })
  })
  return pieces
}

/** Puts pieces back at a position, and says where they stand now. */
function putBack(transaction: Transaction, position: number, pieces: readonly Piece[]): Stretch[] {
  const $position = transaction.doc.resolve(position)
  if (!$position.parent.inlineContent) {
    const whole = pieces.filter(({ parts }) => parts.length > 0)
    return insertPieces(transaction, position, whole, 0)
  }
  // What follows in the block goes behind the last border: only one that others put may take it along.
  const atEnd = $position.parentOffset === $position.parent.content.size
  const blocks: Piece[] = [{ block: $position.parent, border: null, parts: [] }]
  pieces.forEach((piece, index) => {
    const last = blocks.at(-1)
    if (last === undefined) return
    if (piece.border !== null || (atEnd && index > 0)) blocks.push(piece)
    else blocks[blocks.length - 1] = { ...last, parts: [...last.parts, ...piece.parts] }
  })
  return insertPieces(transaction, position, blocks, 1)
}

/** Inserts pieces as blocks; when open, the first and the last are parts of the blocks around the position. */
function insertPieces(transaction: Transaction, position: number, pieces: readonly Piece[], open: 0 | 1): Stretch[] {
  const back: Stretch[] = []
  let at = position - open
  const blocks = pieces.map(({ block, border, parts }) => {
    if (border !== null) back.push({ from: at, to: at + 1, first: border })
    at += 1
    let content = Fragment.empty
    for (const part of parts) {
      content = content.append(part.content)
      back.push({ from: at, to: at + part.content.size, first: part.first })
      at += part.content.size
    }
    at += 1
    return block.copy(content)
  })
  const isText = open === 1 && blocks.length === 1
  const slice = isText ? new Slice(blocks[0]?.content ?? Fragment.empty, 0, 0) : new Slice(Fragment.fromArray(blocks), open, open)
  if (slice.size === 0) return []
  return transaction.maybeStep(new ReplaceStep(position, position, slice)).failed === null ? back : []
}

/** Stretches after what is done to the transaction, and those that it adds. */
function moveAll(stretches: readonly Stretch[], transaction: Transaction, run: () => Stretch[]): Stretch[] {
  const count = transaction.steps.length
  const added = run()
  let all = [...stretches]
  for (const map of transaction.mapping.maps.slice(count)) all = moved(all, map)
  return [...all, ...added]
}

const HALF = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

/** History may put text between the two halves of a character that came back elsewhere: they are brought together. */
function mendPairs(transaction: Transaction, before: Node): void {
  const old = new Set<Node>()
  before.forEach((block) => old.add(block))
  const halves: { position: number; high: boolean; code: number; marks: readonly Mark[] }[] = []
  transaction.doc.forEach((block, start) => {
    if (old.has(block) || !HALF.test(block.textContent)) return
    block.forEach((child, offset) => {
      const text = child.text ?? ""
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i)
        if (code < 0xd800 || code > 0xdfff) continue
        const low = text.charCodeAt(i + 1)
        if (code < 0xdc00 && low >= 0xdc00 && low <= 0xdfff) i += 1
        else halves.push({ position: start + 1 + offset + i, high: code < 0xdc00, code, marks: child.marks })
      }
    })
  })
  for (let i = halves.length - 1; i >= 0; i--) {
    const half = halves[i]
    const partner = halves[i - 1]
    if (half === undefined) continue
    transaction.delete(half.position, half.position + 1)
    if (half.high || partner?.high !== true) continue
    const whole = schema.text(String.fromCharCode(partner.code, half.code), partner.marks)
    transaction.replaceWith(partner.position, partner.position + 1, whole)
    i -= 1
  }
}
