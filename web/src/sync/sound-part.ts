/**
 * Tells what is damaged in a stored part of a document.
 *
 * Automerge leaves out whatever stands after a damaged piece, without a word; the pieces say themselves whether they are whole.
 */
import * as A from "@automerge/automerge"
import sha256 from "fast-sha256"

const MAGIC = [0x85, 0x6f, 0x4a, 0x83]
const COMPRESSED = 2

/** What of a part can be read, and whether that is all of it. */
export function soundPart(part: Uint8Array): { data: Uint8Array; isWhole: boolean } {
  const sound: Uint8Array[] = []
  let isWhole = true
  for (let at = 0; at < part.length;) {
    const end = endOf(part, at)
    // Without its head nobody knows where the next one begins.
    if (end === null) return { data: joined(sound), isWhole: false }
    const piece = part.subarray(at, end)
    if (isSound(piece)) sound.push(piece)
    else isWhole = false
    at = end
  }
  return isWhole ? { data: part, isWhole } : { data: joined(sound), isWhole }
}

/** Magic bytes, four of checksum, one for the kind, the length in groups of seven bits, and the contents. */
function endOf(part: Uint8Array, at: number): number | null {
  if (MAGIC.some((byte, index) => part[at + index] !== byte)) return null
  let length = 0
  for (let index = at + 9, factor = 1; index < part.length && factor < 2 ** 35; index++, factor *= 128) {
    const byte = part[index] ?? 0
    length += (byte & 127) * factor
    if (byte < 128) return index + 1 + length <= part.length ? index + 1 + length : null
  }
  return null
}

function isSound(piece: Uint8Array): boolean {
  if (piece[8] !== COMPRESSED) {
    const checksum = sha256(piece.subarray(8))
    return [0, 1, 2, 3].every((index) => piece[4 + index] === checksum[index])
  }
  try {
    // Its checksum is that of what it unpacks to.
    A.decodeChange(piece)
    return true
  } catch {
    return false
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}
