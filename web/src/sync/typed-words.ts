/** Reads what was typed out of changes alone, where the document that they change is not to be had. */
import * as A from "@automerge/automerge"

/** A letter in a row of letters, or the gap between letters whose neighbours are not known. */
interface Letter {
  id: string | null
  text: string
}

/** The words that changes put into texts, one string a text: what was deleted again is not among them. */
export function typedWords(changes: readonly A.Change[]): string[] {
  const texts = new Map<string, Letter[]>()
  for (const change of changes) {
    const { ops, startOp, actor } = A.decodeChange(change)
    ops.forEach((op, index) => {
      // The library's description of an operation leaves these out.
      const { insert, elemId }: { action: string; insert?: unknown; elemId?: unknown } = op
      const letters = texts.get(op.obj) ?? []
      const id = `${String(startOp + index)}@${actor}`
      if (op.action === "del") {
        const at = letters.findIndex((letter) => letter.id !== null && op.pred.includes(letter.id))
        if (at >= 0) letters.splice(at, 1)
      } else if (insert === true) {
        // A block begins with an object.
        const text = op.action === "set" && typeof op.value === "string" ? op.value : "\n\n"
        const before = letters.findIndex((letter) => letter.id === elemId)
        if (before >= 0) letters.splice(before + 1, 0, { id, text })
        else letters.push({ id: null, text: "\n" }, { id, text })
      }
      texts.set(op.obj, letters)
    })
  }
  return [...texts.values()].map((letters) => letters.map(({ text }) => text).join("").trim()).filter((text) => text !== "")
}
