// @vitest-environment node
import * as A from "@automerge/automerge"
import { expect, it } from "vitest"
import { soundPart } from "./sound-part"

const long = "words that are many enough to be packed. ".repeat(30)

function parts(): Uint8Array[] {
  let doc = A.from({ text: "stored" })
  const list = [A.save(doc)]
  for (const words of ["one ", long, "three "]) {
    const heads = A.getHeads(doc)
    doc = A.change(doc, (draft) => { A.splice(draft, ["text"], 0, 0, words) })
    list.push(A.saveSince(doc, heads))
  }
  return list
}

const together = (list: readonly Uint8Array[]) => new Uint8Array(list.flatMap((part) => [...part]))

it("finds nothing wrong in what is whole", () => {
  for (const part of [...parts(), together(parts())]) expect(soundPart(part)).toEqual({ data: part, isWhole: true })
})

it("leaves out a piece of which any byte is wrong, and keeps those before and after it", () => {
  const [snapshot = new Uint8Array(), one = new Uint8Array(), two = new Uint8Array(), three = new Uint8Array()] = parts()
  for (const [before, piece, after] of [[[snapshot, one], two, [three]], [[snapshot], one, [two, three]], [[], snapshot, [one]]] as const) {
    for (let at = 12; at < piece.length; at += 7) {
      const spoilt = piece.slice()
      spoilt[at] = (spoilt[at] ?? 0) ^ 0xff
      expect(soundPart(together([...before, spoilt, ...after]))).toEqual({ data: together([...before, ...after]), isWhole: false })
    }
  }
})

it("keeps what stands before a piece that breaks off", () => {
  const [snapshot = new Uint8Array(), one = new Uint8Array()] = parts()
  for (const length of [1, 8, 10, one.length - 1]) {
    expect(soundPart(together([snapshot, one.slice(0, length)]))).toEqual({ data: snapshot, isWhole: false })
  }
})
