/**
 * What stands before a block: PP1, 1, A, I, and the labels of list items, in the manner of the document's language.
 *
 * Files have the same rule (`crates/export/src/labels.rs`); both are held to `tests/cases/labels.json`.
 */
import type { Fragment, Node } from "prosemirror-model"
import { type EditorState, Plugin, PluginKey } from "prosemirror-state"
import { Decoration, DecorationSet } from "prosemirror-view"
import { attrsOf, differInBlocks } from "./blocks"
import { type BlockAttrs, blockTypeOf, isListItem } from "./schema"

/** What a block is, as far as labels go. */
export type Labelled = Pick<BlockAttrs, "level" | "indent" | "start"> & { type: string }

/** What stands before a block. */
export interface Label {
  text: string
  /** The number of a list's item, or how many bullets there are so far; null for anything else. */
  count: number | null
  /** How many lists stand around an item's own. */
  depth: number
  /** Which of the lists it is an item of. */
  list: number
}

type Digits = "decimal" | "letters" | "roman"
type Form = readonly [before: string, digits: Digits, after: string]

/** By how deep a list stands. */
const FORMS: readonly Form[] = [["", "decimal", "."], ["", "letters", ")"], ["", "roman", ")"], ["(", "letters", ")"], ["(", "roman", ")"]]
/** The same for lists right below a numbered paragraph. */
const FORMS_BELOW: readonly Form[] = [["(", "letters", ")"], ["(", "roman", ")"], ["", "letters", "."], ["", "roman", "."], ["", "decimal", ")"]]

/** The letters of most languages' lists. */
export const LATIN = [..."abcdefghijklmnopqrstuvwxyz"]
const ABJAD = [..."أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"]
const LETTERS = ["ألف", "باء", "جيم", "دال", "هاء", "واو", "زاي", "حاء", "طاء", "ياء", "كاف", "لام"]
const ORDINALS = ["الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر"]

/** Labels blocks in their order; null where nothing stands before one. */
export function labelsOf(blocks: readonly Labelled[], language: string): (Label | null)[] {
  const isArabic = language === "ar"
  const counts = { preambular: 0, operative: 0, heading: 0, annex: 0 }
  let lists: { type: string; indent: number; count: number; list: number }[] = []
  let begun = 0
  let areBelow = false
  const textOf = ({ type, level }: Labelled): string | null => {
    if (type === "preambular") return `${isArabic ? "د " : "PP"}${(counts.preambular += 1)}`
    if (type === "operative") return String((counts.operative += 1))
    if (type === "annex") return inWords(ORDINALS, (counts.annex += 1), isArabic) ?? roman(counts.annex).toUpperCase()
    // Headings inside annexes have no letters.
    if (type !== "heading" || (level ?? 1) > 1 || counts.annex > 0) return null
    return inWords(LETTERS, (counts.heading += 1), isArabic) ?? repeated(counts.heading, LATIN).toUpperCase()
  }
  return blocks.map((block) => {
    if (isListItem(block.type)) {
      const { type } = block
      const indent = block.indent ?? 0
      const deeper = lists.findIndex((list) => list.indent >= indent)
      const depth = deeper < 0 ? lists.length : deeper
      const before = lists[depth]
      const isOrdered = type === "ordered-list-item"
      const next = before?.type === type ? before.count + 1 : null
      const count = (isOrdered ? block.start : null) ?? next ?? 1
      const list = before !== undefined && count === next ? before.list : (begun += 1)
      lists = [...lists.slice(0, depth), { type, indent, count, list }]
      const text = isOrdered ? itemLabel(count, depth, areBelow, language) : depth % 2 === 0 ? "•" : "–"
      return { text, count, depth, list }
    }
    lists = []
    areBelow = block.type === "operative" || block.type === "preambular"
    const text = textOf(block)
    return text === null ? null : { text, count: null, depth: 0, list: 0 }
  })
}

function itemLabel(count: number, depth: number, areBelow: boolean, language: string): string {
  const forms = areBelow ? FORMS_BELOW : FORMS
  const [before, digits, after] = forms[Math.min(depth, forms.length - 1)] ?? ["", "decimal", "."]
  const opening = areBelow && (language === "fr" || language === "es") ? "" : before
  const isArabic = language === "ar"
  if (digits === "letters") return opening + repeated(count, isArabic ? ABJAD : LATIN) + after
  return opening + (digits === "roman" && !isArabic ? roman(count) : String(count)) + after
}

function inWords(words: readonly string[], count: number, isArabic: boolean): string | null {
  return isArabic ? (words[count - 1] ?? String(count)) : null
}

/** a, b … z, aa, bb …: a letter is repeated, as Word does, when the alphabet is used up; a number where that is too long. */
export function repeated(count: number, alphabet: readonly string[]): string {
  const times = Math.ceil(count / alphabet.length)
  return times > 8 ? String(count) : (alphabet[(count - 1) % alphabet.length] ?? "").repeat(times)
}

/** i, ii, iii, iv … */
export function roman(count: number): string {
  const signs: [number, string][] = [
    [1000, "m"], [900, "cm"], [500, "d"], [400, "cd"], [100, "c"], [90, "xc"],
    [50, "l"], [40, "xl"], [10, "x"], [9, "ix"], [5, "v"], [4, "iv"], [1, "i"],
  ]
  if (count > 3999) return String(count)
  let rest = count
  let text = ""
  for (const [value, sign] of signs) {
    while (rest >= value) {
      text += sign
      rest -= value
    }
  }
  return text
}

/** The labels of the blocks of a document or of what is copied from it. */
export function labelsIn(doc: Node | Fragment, language: string): (Label | null)[] {
  const blocks: Labelled[] = []
  doc.forEach((node) => blocks.push({ ...attrsOf(node), type: blockTypeOf(node) ?? "paragraph" }))
  return labelsOf(blocks, language)
}

/** Draws the labels as attributes of the blocks; the style sheet says where they stand. */
export function blockLabels(language: string): Plugin<DecorationSet> {
  const key = new PluginKey<DecorationSet>("labels")
  const draw = ({ doc }: EditorState) => {
    const labels = labelsIn(doc, language)
    // The longest label of a list sets the room for all of them.
    const rooms = new Map<number, number>()
    for (const label of labels) {
      if (label !== null) rooms.set(label.list, Math.max(rooms.get(label.list) ?? 1.5, widthOf(label.text)))
    }
    const decorations: Decoration[] = []
    const texts: number[] = []
    doc.forEach((node, position, index) => {
      // Facts of one label share it, as in files.
      const before = index > 0 && node.type.name === "fact" ? doc.child(index - 1) : null
      if (before?.type === node.type && attrsOf(before).label === attrsOf(node).label) {
        decorations.push(Decoration.node(position, position + node.nodeSize, { class: "fact--again" }))
      }
      const label = labels[index] ?? null
      if (label === null) return
      const attrs: Record<string, string> = { "data-n": label.text }
      if (label.list > 0) {
        const from = Math.max(1.75 * (attrsOf(node).indent ?? 0), texts[label.depth - 1] ?? 0)
        const room = rooms.get(label.list) ?? 1.5
        texts[label.depth] = from + room + 0.25
        attrs.style = `--from: ${from.toFixed(2)}em; --room: ${room.toFixed(2)}em`
      }
      decorations.push(Decoration.node(position, position + node.nodeSize, attrs))
    })
    return DecorationSet.create(doc, decorations)
  }
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_, state) => draw(state),
      apply(transaction, drawn, before, after) {
        // A block that is put anew (moved, or given its id) loses what was drawn on it.
        let lost = differInBlocks(before.doc, after.doc, (one, other) => !one.sameMarkup(other))
        const moved = lost ? drawn : drawn.map(transaction.mapping, after.doc, { onRemove: () => (lost = true) })
        return lost ? draw(after) : moved
      },
    },
    props: { decorations: (state) => key.getState(state) },
  })
}

/** About how wide a label is, in em. */
function widthOf(label: string): number {
  return [...label].reduce((sum, c) => sum + (/[ijlft().]/.test(c) ? 0.4 : /[mw]/.test(c) ? 0.95 : 0.6), 0)
}
