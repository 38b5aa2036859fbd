/** Key points hold on to their passage through edits, merges, cut and paste. */
import * as A from "@automerge/automerge"
import { TextSelection, type Transaction } from "prosemirror-state"
import { describe, expect, it } from "vitest"
import { backspace, enter } from "./commands"
import { closeHistory, historyOf, redo, undo } from "./history"
import {
  addKeyPoint,
  moveKeyPoint,
  passageOf,
  quoteBetween,
  readKeyPoints,
  setKeyPointFields,
  setStatement,
  textRange,
  trimmedRange,
} from "./key-points"
import { Line, type Peer, sync } from "./testing/peer"
import { secondWriter, writerOf } from "./testing/writers"

function peerWith(...paragraphs: string[]): Peer {
  return writerOf("notes", ...paragraphs)
}

function mark(peer: Peer, words: string, id = "k"): void {
  const at = peer.state.doc.textBetween(0, peer.state.doc.content.size, "\n").indexOf(words)
  const from = at + 1 + (peer.state.doc.textBetween(0, peer.state.doc.content.size, "\n").slice(0, at).split("\n").length - 1)
  const trimmed = trimmedRange(peer.state.doc, from, from + words.length)
  if (trimmed === null) throw new Error(words)
  const range = textRange(peer.state.doc, trimmed.from, trimmed.to, false)
  const quote = quoteBetween(peer.state.doc, trimmed.from, trimmed.to)
  peer.handle.change((doc) => addKeyPoint(doc, id, { range, quote }, {}))
}

/** The text that a key point stands on now; null when it is gone. */
function passage(peer: Peer, id = "k"): string | null {
  const doc = peer.handle.doc()
  const stored = doc.keyPoints?.[id]
  const range = stored === undefined ? null : passageOf(doc, stored)
  return range === null ? null : doc.text.slice(range.start, range.end).replaceAll("\uFFFC", "¶")
}

function caret(peer: Peer, position: number): void {
  peer.dispatch(peer.state.tr.setSelection(TextSelection.create(peer.state.doc, position)))
}

describe("a key point", () => {
  it("begins with its quote as statement, without white space around it", () => {
    const peer = peerWith("The internet is for everyone.")
    mark(peer, " internet ")
    expect(readKeyPoints(peer.handle.doc())).toMatchObject([{ id: "k", quote: "internet", statement: "internet", gone: false }])
  })

  it("does not swallow what is typed beside it, and takes in what is typed inside", () => {
    const peer = peerWith("one two three")
    mark(peer, "two")
    peer.dispatch(peer.state.tr.insertText("X", 5))
    peer.dispatch(peer.state.tr.insertText("Y", 9))
    expect(passage(peer)).toBe("two")
    peer.dispatch(peer.state.tr.insertText("-", 7))
    expect(passage(peer)).toBe("t-wo")
  })

  it("shrinks when its first or last letters go, also beside an emoji", () => {
    const peer = peerWith("one 😀two😀 three")
    mark(peer, "😀two😀")
    expect(passage(peer)).toBe("😀two😀")
    peer.dispatch(peer.state.tr.delete(5, 7))
    expect(passage(peer)).toBe("two😀")
    peer.dispatch(peer.state.tr.delete(8, 10))
    expect(passage(peer)).toBe("two")
  })

  it("survives a split and a join", () => {
    const peer = peerWith("one two three")
    mark(peer, "two three")
    caret(peer, 8)
    enter(peer.state, peer.dispatch)
    expect(passage(peer)).toBe("two¶ three")
    backspace(peer.state, peer.dispatch)
    expect(passage(peer)).toBe("two three")
  })

  it("is gone with its text, keeps its quote, and is back after undo", () => {
    const peer = peerWith("one two three")
    mark(peer, "two")
    peer.dispatch(peer.state.tr.delete(5, 8))
    expect(passage(peer)).toBeNull()
    expect(readKeyPoints(peer.handle.doc())).toMatchObject([{ gone: true, quote: "two" }])
    undo(peer.state, peer.dispatch)
    expect(passage(peer)).toBe("two")
  })

  it("is whole again when half of it was deleted and that is undone", () => {
    const peer = peerWith("one two three")
    mark(peer, "two three")
    peer.dispatch(peer.state.tr.delete(5, 9))
    expect(passage(peer)).toBe("three")
    undo(peer.state, peer.dispatch)
    expect(passage(peer)).toBe("two three")
  })

  it("follows its text through cut and paste, in the same change", () => {
    const peer = peerWith("one two three", "elsewhere")
    mark(peer, "two")
    const slice = peer.state.doc.slice(5, 8)
    peer.dispatch(peer.state.tr.delete(5, 8))
    caret(peer, 15)
    const before = A.getAllChanges(peer.handle.doc()).length
    peer.dispatch(peer.state.tr.replaceSelection(slice))
    expect(passage(peer)).toBe("two")
    expect(A.getAllChanges(peer.handle.doc()).length).toBe(before + 1)
  })

  it("does not guess between two places", () => {
    const peer = peerWith("one two three", "elsewhere")
    mark(peer, "two")
    const slice = peer.state.doc.slice(5, 8)
    peer.dispatch(peer.state.tr.delete(5, 8))
    peer.dispatch(peer.state.tr.insertText("two and two", 12))
    expect(passage(peer)).toBeNull()
    void slice
  })

  it("resolves alike for two writers who edit around and inside it", () => {
    const one = peerWith("one two three")
    mark(one, "two three")
    const other = secondWriter(one)
    one.dispatch(one.state.tr.delete(5, 7))
    other.dispatch(other.state.tr.insertText("very ", 9))
    sync(one.memory, other.memory)
    expect(passage(one)).toBe("o very three")
    expect(passage(other)).toBe("o very three")
  })

  it("merges a statement letter by letter", () => {
    const one = peerWith("two")
    mark(one, "two")
    one.handle.change((doc) => setStatement(doc, "k", "Parliaments should act."))
    const other = secondWriter(one)
    one.handle.change((doc) => setStatement(doc, "k", "All parliaments should act."))
    other.handle.change((doc) => setStatement(doc, "k", "Parliaments should act now."))
    sync(one.memory, other.memory)
    expect(readKeyPoints(one.handle.doc())[0]?.statement).toBe("All parliaments should act now.")
  })

  it("keeps its fields as scalars, and null takes one away", () => {
    const peer = peerWith("two")
    mark(peer, "two")
    const set = (fields: Parameters<typeof setKeyPointFields>[2]) =>
      peer.handle.change((doc) => setKeyPointFields(doc, "k", fields))
    set({ themes: ["access", "ai"], addressee: "parliaments", stance: "divergence", source: { recording: 1, at: "00:10:00" } })
    expect(readKeyPoints(peer.handle.doc())[0]).toMatchObject({
      themes: ["access", "ai"],
      addressee: "parliaments",
      stance: "divergence",
      source: { recording: 1, at: "00:10:00" },
    })
    expect(A.isImmutableString(peer.handle.doc().keyPoints?.k?.addressee)).toBe(true)
    set({ addressee: null, source: null })
    expect(readKeyPoints(peer.handle.doc())[0]).toMatchObject({ addressee: null, source: null })
  })

  it("with a hostile cursor is gone, and does no harm", () => {
    const peer = peerWith("two")
    mark(peer, "two")
    for (const cursor of ["", "x", "-", "99@00", "1@aa", "2@zz", "-1@aa"]) {
      peer.handle.change((doc) => {
        const stored = doc.keyPoints?.k
        if (stored !== undefined) stored.start = cursor
      })
      expect(() => readKeyPoints(peer.handle.doc())).not.toThrow()
    }
  })
})

/** Where words stand in the editor, counted from 1. */
function placeOf(peer: Peer, words: string, nth = 1): { from: number; to: number } {
  const places: { from: number; to: number }[] = []
  peer.state.doc.forEach((block, position) => {
    for (let at = block.textContent.indexOf(words); at >= 0; at = block.textContent.indexOf(words, at + 1)) {
      places.push({ from: position + 1 + at, to: position + 1 + at + words.length })
    }
  })
  const place = places[nth - 1]
  if (place === undefined) throw new Error(words)
  return place
}

function markNth(peer: Peer, words: string, nth: number): void {
  const { from, to } = placeOf(peer, words, nth)
  const range = textRange(peer.state.doc, from, to, false)
  peer.handle.change((doc) => addKeyPoint(doc, "k", { range, quote: words }, {}))
}

/** Types words, as an edit that undo takes back by itself. */
function typeAfter(peer: Peer, words: string, typed: string, nth = 1): void {
  let { to } = placeOf(peer, words, nth)
  ;[...typed].forEach((letter, index) => {
    const transaction = peer.state.tr.insertText(letter, to)
    peer.dispatch(index === 0 ? closeHistory(transaction) : transaction)
    to += 1
  })
}

/** Takes words away in the same event of the history as the edit before. */
function removeWith(peer: Peer, words: string): void {
  const { from, to } = placeOf(peer, words)
  peer.dispatch(peer.state.tr.delete(from, to))
}

function remove(peer: Peer, from: number, to: number): void {
  peer.dispatch(closeHistory(peer.state.tr.delete(from, to)))
}

/** Takes a block away, its text and itself. */
function removeBlock(peer: Peer, index: number): void {
  let from = 0
  for (let i = 0; i < index; i++) from += peer.state.doc.child(i).nodeSize
  remove(peer, from, from + peer.state.doc.child(index).nodeSize)
}

/** What the page shows as the words of each block. */
function lines(peer: Peer): string[] {
  const found: string[] = []
  peer.state.doc.forEach((block) => found.push(block.textContent))
  return found
}

/** Where the passage begins in the Automerge text. */
function begins(peer: Peer): number | null {
  const stored = Object.values(peer.handle.doc().keyPoints ?? {})[0]
  return stored === undefined ? null : (passageOf(peer.handle.doc(), stored)?.start ?? null)
}

describe("a key point whose words were corrected", () => {
  it("is back when its paragraph is deleted and that is undone, as often as that is done", () => {
    const peer = peerWith("before", "one two three", "behind")
    mark(peer, "two three")
    typeAfter(peer, "two", " big")
    removeBlock(peer, 1)
    expect(passage(peer)).toBeNull()
    for (let i = 0; i < 2; i++) {
      undo(peer.state, peer.dispatch)
      expect(passage(peer)).toBe("two big three")
      redo(peer.state, peer.dispatch)
      expect(passage(peer)).toBeNull()
    }
    while (lines(peer)[1] !== "one two three") undo(peer.state, peer.dispatch)
    expect(passage(peer)).toBe("two three")
    expect(readKeyPoints(peer.handle.doc())[0]?.quote).toBe("two three")
  })

  it("is back when one undo takes back the correction and the deletion together", () => {
    const peer = peerWith("one two three")
    mark(peer, "two three")
    peer.dispatch(closeHistory(peer.state.tr.insertText(" big", placeOf(peer, "two").to)))
    removeWith(peer, "two big three")
    undo(peer.state, peer.dispatch)
    while (lines(peer)[0] !== "one two three") undo(peer.state, peer.dispatch)
    expect(passage(peer)).toBe("two three")

    const other = peerWith("one two three")
    mark(other, "two three")
    typeAfter(other, "two", " big")
    remove(other, placeOf(other, " big").from, placeOf(other, " big").to)
    typeAfter(other, "two", "!")
    const transaction = other.state.tr
    const { from, to } = placeOf(other, "two! three")
    other.dispatch(transaction.insertText("s", from + 3).delete(from, to + 1))
    expect(passage(other)).toBeNull()
    undo(other.state, other.dispatch)
    expect(passage(other)).toBe(lines(other)[0]?.slice(4))
  })

  it("is back when it was deleted letter by letter", () => {
    const peer = peerWith("one two three four")
    mark(peer, "two three")
    typeAfter(peer, "two", " big")
    for (let { from, to } = placeOf(peer, "two big three"); to > from; to--) {
      peer.dispatch(peer.state.tr.delete(to - 1, to))
    }
    expect(passage(peer)).toBeNull()
    while (lines(peer)[0] !== "one two big three four") undo(peer.state, peer.dispatch)
    expect(passage(peer)).toBe("two big three")
  })

  it("is back when somebody else corrected them", () => {
    const one = peerWith("before", "one two three", "behind")
    mark(one, "two three")
    const other = secondWriter(one)
    typeAfter(other, "two", " big")
    sync(one.memory, other.memory)
    one.bridge.flush()
    removeBlock(one, 1)
    sync(one.memory, other.memory)
    other.bridge.flush()
    expect(passage(other)).toBeNull()
    undo(one.state, one.dispatch)
    sync(one.memory, other.memory)
    expect(passage(one)).toBe("two big three")
    expect(passage(other)).toBe("two big three")
  })

  it("is back when somebody else typed into them at the moment of the deletion", () => {
    const one = peerWith("before", "one two three", "behind")
    mark(one, "two three")
    typeAfter(one, "two", " big")
    const other = secondWriter(one)
    remove(one, placeOf(one, "one").from, placeOf(one, "three").to)
    typeAfter(other, "two big", " new")
    sync(one.memory, other.memory)
    one.bridge.flush()
    other.bridge.flush()
    expect(lines(one)).toEqual(["before", " new", "behind"])
    undo(one.state, one.dispatch)
    sync(one.memory, other.memory)
    other.bridge.flush()
    for (const peer of [one, other]) {
      expect(lines(peer)).toEqual(["before", "one two big new three", "behind"])
      expect(passage(peer)).toBe("two big new three")
    }
  })

  it("is back when they stand in two blocks by now", () => {
    const peer = peerWith("before", "one two three", "behind")
    mark(peer, "two three")
    caret(peer, placeOf(peer, "two").to)
    enter(peer.state, peer.dispatch)
    const from = placeOf(peer, "one").from
    remove(peer, from, placeOf(peer, " three").to)
    expect(passage(peer)).toBeNull()
    undo(peer.state, peer.dispatch)
    expect(lines(peer)).toEqual(["before", "one two", " three", "behind"])
    expect(passage(peer)).toBe("two¶ three")
  })

  it("is whole again when half of it was deleted and that is undone", () => {
    const peer = peerWith("one two three")
    mark(peer, "two three")
    typeAfter(peer, "thr", "X")
    remove(peer, placeOf(peer, "two").from, placeOf(peer, "two").to)
    expect(passage(peer)).toBe(" thrXee")
    undo(peer.state, peer.dispatch)
    expect(passage(peer)).toBe("two thrXee")
  })

  it("goes along when they are cut and pasted, and comes and goes with undo and redo", () => {
    const peer = peerWith("one two three", "elsewhere")
    mark(peer, "two three")
    typeAfter(peer, "two", " big")
    const { from, to } = { from: placeOf(peer, "two").from, to: placeOf(peer, "three").to }
    const slice = peer.state.doc.slice(from, to)
    remove(peer, from, to)
    caret(peer, placeOf(peer, "elsewhere").to)
    peer.dispatch(closeHistory(peer.state.tr.replaceSelection(slice)))
    expect(lines(peer)).toEqual(["one ", "elsewheretwo big three"])
    expect(passage(peer)).toBe("two big three")
    undo(peer.state, peer.dispatch)
    expect(passage(peer)).toBeNull()
    undo(peer.state, peer.dispatch)
    expect(lines(peer)).toEqual(["one two big three", "elsewhere"])
    expect(passage(peer)).toBe("two big three")
    redo(peer.state, peer.dispatch)
    redo(peer.state, peer.dispatch)
    expect(lines(peer)).toEqual(["one ", "elsewheretwo big three"])
    expect(passage(peer)).toBe("two big three")
  })

  it("goes along when they are dragged", () => {
    const peer = peerWith("one two three", "elsewhere")
    mark(peer, "two three")
    typeAfter(peer, "two", " big")
    const { from, to } = { from: placeOf(peer, "two").from, to: placeOf(peer, "three").to }
    const slice = peer.state.doc.slice(from, to)
    const transaction = peer.state.tr.delete(from, to)
    transaction.replaceRange(transaction.mapping.map(placeOf(peer, "elsewhere").to), transaction.mapping.map(placeOf(peer, "elsewhere").to), slice)
    peer.dispatch(transaction)
    expect(lines(peer)).toEqual(["one ", "elsewheretwo big three"])
    expect(passage(peer)).toBe("two big three")
  })

  it("holds on to what it was moved to by hand, not to what it said before", () => {
    const peer = peerWith("one two three")
    mark(peer, "two three")
    remove(peer, placeOf(peer, "one").from, placeOf(peer, "one").to)
    const { from, to } = placeOf(peer, "three")
    const range = textRange(peer.state.doc, from, to, false)
    peer.handle.change((doc) => moveKeyPoint(doc, "k", { range, quote: "three" }))
    remove(peer, placeOf(peer, " two three").from, placeOf(peer, " two three").to)
    expect(passage(peer)).toBeNull()
    undo(peer.state, peer.dispatch)
    expect(passage(peer)).toBe("three")
  })

  it("is anchored by nobody but who brings its words back", () => {
    const one = peerWith("before", "one two three", "behind")
    mark(one, "two three")
    typeAfter(one, "two", " big")
    const other = secondWriter(one)
    const line = new Line(one.memory, other.memory)
    removeBlock(one, 1)
    line.sync()
    other.bridge.flush()
    other.dispatch(other.state.tr.insertText("something else", placeOf(other, "behind").to))
    undo(other.state, other.dispatch)
    expect(passage(other)).toBeNull()
    undo(one.state, one.dispatch)
    line.sync()
    other.bridge.flush()
    one.bridge.flush()
    const changes = A.getAllChanges(one.handle.doc()).length
    other.dispatch(other.state.tr.insertText(" and more", placeOf(other, "behind").to))
    removeBlock(other, 0)
    line.sync()
    one.bridge.flush()
    expect(A.getAllChanges(one.handle.doc()).length).toBe(changes + 2)
    for (const peer of [one, other]) expect(passage(peer)).toBe("two big three")
  })
})

describe("a key point whose words stand twice", () => {
  it("stays gone that somebody else deleted, when the same words elsewhere come back by undo", () => {
    const one = peerWith("We need access for all.", "They discussed access and cost.")
    const other = secondWriter(one)
    mark(other, "access")
    sync(one.memory, other.memory)
    one.bridge.flush()
    remove(one, placeOf(one, "discussed access").from, placeOf(one, "discussed access").to)
    remove(other, placeOf(other, "access").from, placeOf(other, "access").to)
    sync(one.memory, other.memory)
    one.bridge.flush()
    other.bridge.flush()
    undo(one.state, one.dispatch)
    expect(lines(one)).toEqual(["We need  for all.", "They discussed access and cost."])
    expect(passage(one)).toBeNull()
    sync(one.memory, other.memory)
    other.bridge.flush()
    undo(other.state, other.dispatch)
    expect(passage(other)).toBe("access")
  })

  it("is found that was marked by somebody else while its words were deleted here", () => {
    const one = peerWith("one two three", "elsewhere")
    const other = secondWriter(one)
    mark(other, "two")
    removeBlock(one, 0)
    sync(one.memory, other.memory)
    one.bridge.flush()
    expect(passage(one)).toBeNull()
    undo(one.state, one.dispatch)
    expect(passage(one)).toBe("two")
  })

  it("is back at its own place when they are deleted and that is undone", () => {
    for (const nth of [1, 2, 3]) {
      const peer = peerWith("one two three", "and two, then two more")
      markNth(peer, "two", nth)
      const at = begins(peer)
      const { from, to } = placeOf(peer, "two", nth)
      remove(peer, from, to)
      expect(passage(peer)).toBeNull()
      undo(peer.state, peer.dispatch)
      expect([passage(peer), begins(peer)]).toEqual(["two", at])
    }
  })

  it("is back at its own place when both were deleted and that is undone", () => {
    for (const nth of [1, 2, 3]) {
      const peer = peerWith("one two three", "and two, then two more")
      markNth(peer, "two", nth)
      const at = begins(peer)
      removeBlock(peer, nth === 1 ? 0 : 1)
      expect(passage(peer)).toBeNull()
      undo(peer.state, peer.dispatch)
      expect([passage(peer), begins(peer)]).toEqual(["two", at])
    }
  })

  it("goes along when it is cut and pasted", () => {
    const peer = peerWith("one two three", "and two", "elsewhere")
    mark(peer, "two")
    const { from, to } = placeOf(peer, "two")
    const slice = peer.state.doc.slice(from, to)
    remove(peer, from, to)
    caret(peer, placeOf(peer, "elsewhere").from)
    peer.dispatch(peer.state.tr.replaceSelection(slice))
    expect(lines(peer)).toEqual(["one  three", "and two", "twoelsewhere"])
    expect([passage(peer), begins(peer)]).toEqual(["two", 20])
  })

  it("is marked again at its own place by redo, after the words themselves were undone and done again", () => {
    const peer = peerWith("two one two")
    peer.dispatch(peer.state.tr.insertText(" two", placeOf(peer, "one").to))
    const history = historyOf(peer.state)
    history.writeRecords = (write) => peer.handle.change(write)
    markNth(peer, "two", 2)
    history.recordStep("k", true)
    const at = begins(peer)
    for (let i = 0; i < 2; i++) undo(peer.state, peer.dispatch)
    expect(lines(peer)).toEqual(["two one two"])
    for (let i = 0; i < 2; i++) redo(peer.state, peer.dispatch)
    expect(lines(peer)).toEqual(["two one two two"])
    expect([passage(peer), begins(peer)]).toEqual(["two", at])
  })

  it("does not go over to the other words when something else is pasted", () => {
    const peer = peerWith("one two three", "and two")
    mark(peer, "two")
    remove(peer, placeOf(peer, "two").from, placeOf(peer, "two").to)
    peer.dispatch(peer.state.tr.insertText("pasted", placeOf(peer, "and").from))
    expect(passage(peer)).toBeNull()
  })
})

describe("a key point of somebody else", () => {
  it("stays whole when a sentence with a corrected slip before it is undone", () => {
    const one = peerWith("The committee agreed.")
    const other = secondWriter(one)
    mark(other, "The committee")
    sync(one.memory, other.memory)
    one.bridge.flush()
    let at = 1
    const write = (transaction: Transaction) => one.bridge.dispatch(transaction.setTime(at))
    const type = (words: string) => {
      for (const letter of words) write(one.state.tr.insertText(letter, at++))
    }
    type("The chair spokx")
    at -= 1
    write(one.state.tr.delete(at, at + 1))
    type("e. ")
    expect(lines(one)).toEqual(["The chair spoke. The committee agreed."])
    undo(one.state, one.dispatch)
    sync(one.memory, other.memory)
    other.bridge.flush()
    expect(lines(one)).toEqual(["The committee agreed."])
    expect([passage(one), passage(other)]).toEqual(["The committee", "The committee"])
  })

  it("stays in its paragraph when the same one before it comes back by undo", () => {
    const one = peerWith("The committee agreed.", "The committee agreed.")
    const other = secondWriter(one)
    const { from, to } = placeOf(other, "The committee", 2)
    const range = textRange(other.state.doc, from, to, false)
    other.handle.change((doc) => addKeyPoint(doc, "k", { range, quote: "The committee" }, {}))
    sync(one.memory, other.memory)
    one.bridge.flush()
    const at = begins(one)
    removeBlock(one, 0)
    expect([passage(one), begins(one)]).toEqual(["The committee", 1])
    undo(one.state, one.dispatch)
    expect(lines(one)).toEqual(["The committee agreed.", "The committee agreed."])
    expect([passage(one), begins(one)]).toEqual(["The committee", at])
  })

  it("stays when a paragraph that was dragged past it goes back by undo", () => {
    const one = peerWith("This is a long paragraph that is dragged down.", "Short one.", "End.")
    const other = secondWriter(one)
    mark(other, "Short one")
    sync(one.memory, other.memory)
    one.bridge.flush()
    const dragged = one.state.doc.child(0)
    const transaction = one.state.tr.delete(0, dragged.nodeSize)
    one.dispatch(transaction.insert(transaction.doc.child(0).nodeSize, dragged))
    expect(passage(one)).toBe("Short one")
    undo(one.state, one.dispatch)
    expect(lines(one)).toEqual(["This is a long paragraph that is dragged down.", "Short one.", "End."])
    expect(passage(one)).toBe("Short one")
  })

  it("is there when it arrives while a letter is typed over an equal one", () => {
    const one = peerWith("one two three")
    const other = secondWriter(one)
    mark(other, "two")
    other.dispatch(other.state.tr.insertText("!", 14))
    sync(one.memory, other.memory)
    one.dispatch(one.state.tr.insertText("o", 1, 2))
    one.dispatch(one.state.tr.insertText("x", 1))
    one.bridge.settle()
    expect(readKeyPoints(one.handle.doc())).toMatchObject([{ quote: "two", gone: false }])
    expect(readKeyPoints(one.handle.doc())).toEqual(readKeyPoints(A.load(A.save(one.handle.doc()))))
  })
})
