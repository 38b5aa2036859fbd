/** The text as quotes see it: what stands on the page, with a line feed where the next block or line begins. */
import type { Node } from "prosemirror-model"
import type { TextRange } from "./key-points"

/** The text, and where each of its characters stands in the Automerge text. */
export interface Row {
  text: string
  pieces: readonly { at: number; flat: number; length: number }[]
}

/** Reads the row of a text. */
export function rowOf(doc: Node): Row {
  let text = ""
  const pieces: { at: number; flat: number; length: number }[] = []
  doc.forEach((block, position, index) => {
    if (index > 0) {
      pieces.push({ at: text.length, flat: position - index, length: 1 })
      text += "\n"
    }
    block.forEach((child, offset) => {
      const piece = child.isText ? (child.text ?? "") : child.type.name === "line_break" ? "\n" : ""
      if (piece === "") return
      pieces.push({ at: text.length, flat: position + 1 + offset - index, length: piece.length })
      text += piece
    })
  })
  return { text, pieces }
}

/** How many characters of the row stand before a position of the Automerge text. */
export function rowPosition(row: Row, flat: number): number {
  const piece = row.pieces.findLast((candidate) => candidate.flat < flat)
  return piece === undefined ? 0 : piece.at + Math.min(flat - piece.flat, piece.length)
}

/** The range of the Automerge text that some characters of the row fill. */
export function rangeInText(row: Row, at: number, length: number): TextRange | null {
  const start = flatInRow(row, at)
  const last = flatInRow(row, at + length - 1)
  return start === null || last === null ? null : { start, end: last + 1 }
}

/** The text on both sides of some words. */
export interface Surroundings {
  left: string
  right: string
}

/** What stands around a part of the row, up to so many characters on either side. */
export function surroundingsOf(row: Row, at: number, end: number, most: number): Surroundings {
  return { left: row.text.slice(Math.max(0, at - most), at), right: row.text.slice(end, end + most) }
}

function flatInRow(row: Row, at: number): number | null {
  const piece = row.pieces.findLast((candidate) => candidate.at <= at)
  return piece === undefined || at >= piece.at + piece.length ? null : piece.flat + at - piece.at
}
