/** Undo takes back one's own edits, whatever others did in between and inside them. */
import * as A from "@automerge/automerge"
import { Fragment, type Node, Slice } from "prosemirror-model"
import { TextSelection } from "prosemirror-state"
import { expect, it } from "vitest"
import { setBlock } from "./commands"
import { TEXT } from "./document"
import { closeHistory, historyOf, redo, undo } from "./history"
import { markerValue } from "./local-change"
import { type BlockType, makeBlock, schema } from "./schema"
import { type Peer, sync } from "./testing/peer"
import { secondWriter, writerOf } from "./testing/writers"

function two(...paragraphs: string[]): [Peer, Peer] {
  const one = writerOf("notes", ...paragraphs)
  return [one, secondWriter(one)]
}

function meet(one: Peer, other: Peer): void {
  sync(one.memory, other.memory)
  one.bridge.flush()
  other.bridge.flush()
}

function text(peer: Peer): string {
  const shown = peer.state.doc.textBetween(0, peer.state.doc.content.size, "¶")
  expect(peer.rendered().textBetween(0, peer.rendered().content.size, "¶")).toBe(shown)
  return shown
}

it("leaves what others typed elsewhere", () => {
  const [one, other] = two("one")
  one.dispatch(one.state.tr.insertText(" mine", 4))
  meet(one, other)
  other.dispatch(other.state.tr.insertText("theirs ", 1))
  meet(one, other)
  undo(one.state, one.dispatch)
  meet(one, other)
  expect(text(one)).toBe("theirs one")
  redo(one.state, one.dispatch)
  meet(one, other)
  expect(text(other)).toBe("theirs one mine")
})

it("leaves what others typed inside what is undone", () => {
  const [one, other] = two("")
  one.dispatch(one.state.tr.insertText("abcd", 1))
  meet(one, other)
  other.dispatch(other.state.tr.insertText("X", 3))
  meet(one, other)
  expect(text(one)).toBe("abXcd")
  undo(one.state, one.dispatch)
  meet(one, other)
  expect([text(one), text(other)]).toEqual(["X", "X"])
  redo(one.state, one.dispatch)
  meet(one, other)
  expect(text(other)).toBe("abXcd")
})

it("does not undo what others did", () => {
  const [one, other] = two("one")
  other.dispatch(other.state.tr.insertText("theirs ", 1))
  meet(one, other)
  expect(undo(one.state, one.dispatch)).toBe(false)
  expect(text(one)).toBe("theirs one")
})

it("brings back what was deleted, between what others changed meanwhile", () => {
  const [one, other] = two("one two three")
  one.dispatch(one.state.tr.delete(5, 9))
  meet(one, other)
  other.dispatch(other.state.tr.insertText("!", 10))
  other.dispatch(other.state.tr.insertText("¿", 1))
  meet(one, other)
  undo(one.state, one.dispatch)
  meet(one, other)
  expect(text(other)).toBe("¿one two three!")
})

it("leaves the caret before what others type at it", () => {
  const [one, other] = two("one")
  one.dispatch(one.state.tr.setSelection(TextSelection.create(one.state.doc, 4)))
  one.dispatch(one.state.tr.insertText(" mine"))
  meet(one, other)
  other.dispatch(other.state.tr.insertText(" theirs", 9))
  meet(one, other)
  one.dispatch(one.state.tr.insertText("!"))
  meet(one, other)
  expect(text(other)).toBe("one mine! theirs")
})

/** Each block as its kind and its text. */
function blocks(peer: Peer): string[] {
  const shown: string[] = []
  text(peer)
  peer.state.doc.forEach((block) => shown.push(`${block.type.name}: ${block.textContent}`))
  return shown
}

function item(words: string): Node {
  return makeBlock("unordered-list-item", { indent: 0 }, [schema.text(words)])
}

function pasteList(peer: Peer, from: number, to: number, ...items: string[]): void {
  peer.dispatch(peer.state.tr.replace(from, to, new Slice(Fragment.fromArray(items.map(item)), 0, 0)))
}

/** Types letter by letter behind some words. */
function typeBehind(peer: Peer, words: string, typed: string): void {
  for (const letter of [...typed].reverse()) peer.dispatch(peer.state.tr.insertText(letter, endOf(peer, words)))
}

/** The position behind some words. */
function endOf(peer: Peer, words: string): number {
  let found = -1
  peer.state.doc.forEach((block, start) => {
    const at = block.textContent.indexOf(words)
    if (at >= 0) found = start + 1 + at + words.length
  })
  if (found < 0) throw new RangeError(words)
  return found
}

function undoAll(peer: Peer): void {
  while (undo(peer.state, peer.dispatch));
}

it("leaves what others typed into a pasted list", () => {
  const [one, other] = two("before", "", "after")
  pasteList(one, 8, 10, "first", "second", "third")
  meet(one, other)
  typeBehind(other, "second", " and theirs")
  meet(one, other)
  undo(one.state, one.dispatch)
  meet(one, other)
  const left = ["paragraph: before", "paragraph: ", "unordered_list_item:  and theirs", "paragraph: after"]
  expect([blocks(one), blocks(other)]).toEqual([left, left])
  redo(one.state, one.dispatch)
  meet(one, other)
  const again = ["first", "second and theirs", "third"].map((words) => `unordered_list_item: ${words}`)
  expect(blocks(other)).toEqual(["paragraph: before", ...again, "paragraph: after"])
  undo(one.state, one.dispatch)
  meet(one, other)
  expect(blocks(other)).toEqual(left)
})

it("leaves what others typed into a copy of the whole text", () => {
  const [one, other] = two("head", "")
  const all = one.state.doc.slice(0, one.state.doc.content.size)
  one.dispatch(one.state.tr.setSelection(TextSelection.create(one.state.doc, 7)))
  one.dispatch(one.state.tr.replaceSelection(all).setMeta("uiEvent", "paste"))
  meet(one, other)
  expect(blocks(other)).toEqual(["paragraph: head", "paragraph: head", "paragraph: "])
  other.dispatch(other.state.tr.insertText(" theirs", 11))
  meet(one, other)
  undo(one.state, one.dispatch)
  meet(one, other)
  expect(text(other).replaceAll("¶", "")).toBe("head theirs")
})

it("leaves several blocks of others inside pasted ones, each as it was", () => {
  const [one, other] = two("", "after")
  pasteList(one, 0, 2, "first", "second", "third")
  meet(one, other)
  typeBehind(other, "first", "A")
  other.dispatch(other.state.tr.split(endOf(other, "sec")))
  other.dispatch(other.state.tr.setBlockType(endOf(other, "ond"), endOf(other, "ond"), schema.nodes.heading, { level: 2 }))
  typeBehind(other, "ond", "B")
  other.dispatch(other.state.tr.insert(endOf(other, "third") + 1, makeBlock("paragraph", {}, [schema.text("C")])))
  typeBehind(other, "third", "D")
  meet(one, other)
  undo(one.state, one.dispatch)
  meet(one, other)
  expect(blocks(other)).toEqual([
    "paragraph: A",
    "heading: B",
    "unordered_list_item: D",
    "paragraph: C",
    "paragraph: after",
  ])
  redo(one.state, one.dispatch)
  meet(one, other)
  expect(text(other)).toBe("firstA¶sec¶ondB¶thirdD¶C¶after")
})

it("keeps the border and the heading that others made of one's own text", () => {
  const [one, other] = two("old tail")
  one.dispatch(one.state.tr.insertText("abcd", 5))
  meet(one, other)
  other.dispatch(other.state.tr.split(7))
  other.dispatch(other.state.tr.setBlockType(9, 9, schema.nodes.heading, { level: 2 }))
  other.dispatch(other.state.tr.insertText("Theirs", 9))
  meet(one, other)
  expect(blocks(one)).toEqual(["paragraph: old ab", "heading: Theirscdtail"])
  undo(one.state, one.dispatch)
  meet(one, other)
  expect(blocks(other)).toEqual(["paragraph: old ", "heading: Theirstail"])
  redo(one.state, one.dispatch)
  meet(one, other)
  expect(blocks(other)).toEqual(["paragraph: old ab", "heading: Theirscdtail"])
})

it("leaves the text of others once, in which they moved about while typing", () => {
  const [one, other] = two("")
  one.dispatch(one.state.tr.insertText("abcd", 1))
  meet(one, other)
  other.dispatch(other.state.tr.insertText("XZ", 3))
  meet(one, other)
  other.dispatch(other.state.tr.insertText("Y", 4))
  meet(one, other)
  undo(one.state, one.dispatch)
  meet(one, other)
  expect(text(other)).toBe("XYZ")
})

it("takes back what was typed inside the text of others", () => {
  const [one, other] = two("")
  other.dispatch(other.state.tr.insertText("theirs", 1))
  meet(one, other)
  one.dispatch(one.state.tr.insertText("MINE", 3))
  meet(one, other)
  undo(one.state, one.dispatch)
  meet(one, other)
  expect(text(other)).toBe("theirs")
})

it("leaves the text of others through one undo after the other", () => {
  const [one, other] = two("", "after")
  pasteList(one, 0, 2, "first", "second")
  meet(one, other)
  one.dispatch(closeHistory(one.state.tr).insertText("mine", endOf(one, "sec")))
  meet(one, other)
  typeBehind(other, "mi", "X")
  meet(one, other)
  undo(one.state, one.dispatch)
  meet(one, other)
  expect(text(other)).toBe("first¶secXond¶after")
  typeBehind(other, "X", "Y")
  meet(one, other)
  undoAll(one)
  meet(one, other)
  expect(blocks(other)).toEqual(["paragraph: ", "unordered_list_item: XY", "paragraph: after"])
  while (redo(one.state, one.dispatch));
  meet(one, other)
  expect([...text(other)].sort().join("")).toBe([..."first¶secmiXneond¶afterY"].sort().join(""))
})

it("leaves what others had written and was cut here, once it is back", () => {
  const [one, other] = two("", "after")
  pasteList(one, 0, 2, "first", "second")
  meet(one, other)
  typeBehind(other, "sec", "XYZ")
  meet(one, other)
  const end = endOf(one, "XYZ")
  one.dispatch(closeHistory(one.state.tr).delete(end - 4, end + 1))
  meet(one, other)
  undo(one.state, one.dispatch)
  meet(one, other)
  expect(text(other)).toBe("first¶secXYZond¶after")
  undo(one.state, one.dispatch)
  meet(one, other)
  expect(text(other)).toBe("¶XYZ¶after")
})

it("deletes again what of others' text was deleted with one's own, and keeps what they wrote since", () => {
  const [one, other] = two("one two")
  other.dispatch(other.state.tr.insertText("X", 4))
  meet(one, other)
  one.dispatch(one.state.tr.delete(1, 9))
  undo(one.state, one.dispatch)
  meet(one, other)
  expect(text(other)).toBe("oneX two")
  other.dispatch(other.state.tr.insertText("Y", 7))
  meet(one, other)
  redo(one.state, one.dispatch)
  meet(one, other)
  expect([text(one), text(other)]).toEqual(["Y", "Y"])
  undo(one.state, one.dispatch)
  meet(one, other)
  expect(text(other)).toBe("oneX tYwo")
})

/** Two writers of whom the first one typed a sentence, and the other one then another before it that begins alike. */
function alike(write: (one: Peer, other: Peer) => void): Peer {
  const [one, other] = two("", "end of it")
  one.dispatch(one.state.tr.insertText("The committee agreed.", 1))
  meet(one, other)
  write(one, other)
  meet(one, other)
  undo(one.state, one.dispatch)
  meet(one, other)
  expect(text(other)).toBe(text(one))
  return one
}

it("leaves a sentence of others before one's own that begins alike, in bold", () => {
  const bold = schema.text("The chair spoke. ", [schema.mark("strong")])
  const one = alike((_, other) => other.dispatch(other.state.tr.replaceWith(1, 1, bold)))
  expect(text(one)).toBe("The chair spoke. ¶end of it")
})

it("leaves a sentence of others before one's own that begins alike, while more is typed here", () => {
  const one = alike((mine, other) => {
    other.dispatch(other.state.tr.insertText("The chair spoke. ", 1))
    sync(mine.memory, other.memory)
    mine.dispatch(closeHistory(mine.state.tr.insertText("!", endOf(mine, "it"))))
    meet(mine, other)
    undo(mine.state, mine.dispatch)
  })
  expect(text(one)).toBe("The chair spoke. ¶end of it")
})

it("leaves a sentence of others before one's own that begins alike, with a border elsewhere", () => {
  const one = alike((_, other) => {
    other.dispatch(other.state.tr.insertText("The chair spoke. ", 1))
    other.dispatch(other.state.tr.split(endOf(other, "end ")))
  })
  expect(text(one)).toBe("The chair spoke. ¶end ¶of it")
})

it("leaves blocks of others before one's own that begin alike, and what they joined", () => {
  const one = alike((_, other) => {
    const block = makeBlock("heading", { level: 2 }, [schema.text("The committee")])
    other.dispatch(other.state.tr.insert(0, [block, makeBlock("paragraph", {}, [schema.text("The chair")])]))
    other.dispatch(other.state.tr.delete(endOf(other, "agreed."), endOf(other, "agreed.") + 5))
  })
  expect(blocks(one)).toEqual(["heading: The committee", "paragraph: The chair", "paragraph:  of it"])
})

it("takes back one's own words, though a space of others was deleted here before", () => {
  const [one, other] = two("onetwo", "")
  other.dispatch(other.state.tr.insertText(" ", 4))
  meet(one, other)
  one.dispatch(one.state.tr.delete(4, 5))
  one.dispatch(closeHistory(one.state.tr.insertText("hello world", 9)))
  for (let i = 0; i < 2; i++) {
    undo(one.state, one.dispatch)
    expect(text(one)).toBe("onetwo¶")
    redo(one.state, one.dispatch)
    expect(text(one)).toBe("onetwo¶hello world")
  }
})

it("takes back one's own word, and not the same one that others wrote and that was deleted here before", () => {
  const [one, other] = two("", "after")
  pasteList(one, 0, 2, "first", "second")
  meet(one, other)
  typeBehind(other, "sec", " the ")
  meet(one, other)
  one.dispatch(closeHistory(one.state.tr.delete(endOf(one, "sec"), endOf(one, "sec the "))))
  one.dispatch(closeHistory(one.state.tr.insertText(" the ", endOf(one, "after"))))
  undo(one.state, one.dispatch)
  redo(one.state, one.dispatch)
  undoAll(one)
  meet(one, other)
  expect(text(other)).toBe("¶ the ¶after")
})

it("does not bring back what others have deleted since", () => {
  const [one, other] = two("")
  one.dispatch(one.state.tr.insertText("abcd", 1))
  meet(one, other)
  other.dispatch(other.state.tr.insertText("XYZ", 3))
  meet(one, other)
  undo(one.state, one.dispatch)
  meet(one, other)
  other.dispatch(other.state.tr.delete(2, 3))
  meet(one, other)
  redo(one.state, one.dispatch)
  meet(one, other)
  expect(text(other)).toBe("abXZcd")
  undo(one.state, one.dispatch)
  meet(one, other)
  expect(text(other)).toBe("XZ")
})

it("does not double what others have moved since", () => {
  const [one, other] = two("", "end")
  one.dispatch(one.state.tr.insertText("abcd", 1))
  meet(one, other)
  other.dispatch(other.state.tr.insertText("XYZ", 3))
  meet(one, other)
  undo(one.state, one.dispatch)
  meet(one, other)
  const moved = other.state.doc.slice(1, 4)
  const transaction = other.state.tr.delete(1, 4)
  other.dispatch(transaction.insert(transaction.mapping.map(endOf(other, "end")), moved.content))
  meet(one, other)
  expect(text(one)).toBe("¶endXYZ")
  redo(one.state, one.dispatch)
  meet(one, other)
  expect(text(other)).toBe("abcd¶endXYZ")
})

it("does not bring back a border that others have taken away since", () => {
  const [one, other] = two("")
  one.dispatch(one.state.tr.insertText("abcd", 1))
  meet(one, other)
  other.dispatch(other.state.tr.split(3))
  other.dispatch(other.state.tr.insertText("X", 3))
  meet(one, other)
  undo(one.state, one.dispatch)
  meet(one, other)
  expect(text(other)).toBe("X¶")
  other.dispatch(other.state.tr.join(3))
  meet(one, other)
  redo(one.state, one.dispatch)
  meet(one, other)
  expect(text(other)).toBe("abXcd")
})

/** Letters of which none stands twice. */
function letters(count: number, first: number): string {
  return Array.from({ length: count }, (_, at) => String.fromCodePoint(first + at)).join("")
}

it("takes back a long paste, though others delete what they wrote into it at the same moment", () => {
  const [one, other] = two("")
  one.dispatch(one.state.tr.insertText(letters(2000, 0x4e00), 1))
  meet(one, other)
  other.dispatch(other.state.tr.insertText("XYZ", 1001))
  meet(one, other)
  undo(one.state, one.dispatch)
  other.dispatch(other.state.tr.delete(1001, 1004))
  meet(one, other)
  expect([text(one), text(other)]).toEqual(["", ""])
})

it("takes back one's own after somebody comes back with long paragraphs around it", () => {
  const [one, other] = two("top", "middle", "bottom")
  one.dispatch(one.state.tr.insertText(" mine", endOf(one, "middle")))
  other.dispatch(other.state.tr.insertText(letters(1000, 0x4e00), 1))
  other.dispatch(other.state.tr.insertText(letters(1000, 0x6e00), endOf(other, "bott")))
  other.dispatch(other.state.tr.setBlockType(1, 1, schema.nodes.heading, { level: 2 }))
  meet(one, other)
  undo(one.state, one.dispatch)
  expect(blocks(one)[1]).toBe("paragraph: middle")
})

it("takes back a pasted list, though others joined the paragraph after it to its last item", () => {
  const [one, other] = two("before", "", "after")
  pasteList(one, 8, 10, "first", "second")
  meet(one, other)
  other.dispatch(other.state.tr.join(endOf(other, "second") + 1))
  meet(one, other)
  expect(text(one)).toBe("before¶first¶secondafter")
  undo(one.state, one.dispatch)
  meet(one, other)
  expect(text(other).replaceAll("¶", "")).toBe("beforeafter")
  redo(one.state, one.dispatch)
  meet(one, other)
  expect(text(other).replaceAll("¶", "")).toBe("beforefirstsecondafter")
})

it("takes back the edit before, where others have deleted the last one", () => {
  const [one, other] = two("one", "two")
  one.dispatch(one.state.tr.insertText(" mine", 4))
  one.dispatch(closeHistory(one.state.tr.insertText(" also", endOf(one, "two"))))
  meet(one, other)
  other.dispatch(other.state.tr.delete(endOf(other, "tw"), endOf(other, " also")))
  meet(one, other)
  undo(one.state, one.dispatch)
  expect(text(one)).toBe("one¶tw")
  redo(one.state, one.dispatch)
  expect(text(one)).toBe("one mine¶tw")
  expect(undo(one.state, one.dispatch) && undo(one.state, one.dispatch)).toBe(false)
})

it("takes back the edit before, where of the last one only what others wrote into it is left", () => {
  const [one, other] = two("one", "")
  one.dispatch(one.state.tr.insertText(" mine", 4))
  one.dispatch(closeHistory(one.state.tr.insertText("abcd", endOf(one, "one mine") + 2)))
  meet(one, other)
  typeBehind(other, "ab", "X")
  for (const gone of ["ab", "cd"]) other.dispatch(other.state.tr.delete(endOf(other, gone) - 2, endOf(other, gone)))
  meet(one, other)
  undo(one.state, one.dispatch)
  expect(text(one)).toBe("one¶X")
})

it("leaves what others made of a block since", () => {
  const [one, other] = two("words", "more")
  const turn = (peer: Peer, at: number, type: BlockType) => {
    peer.dispatch(peer.state.tr.setSelection(TextSelection.create(peer.state.doc, at)))
    setBlock(type)(peer.state, peer.dispatch)
    meet(one, other)
  }
  turn(one, 8, "operative")
  turn(one, 1, "heading")
  turn(other, 1, "blockquote")
  undo(one.state, one.dispatch)
  expect(blocks(one)).toEqual(["blockquote: words", "paragraph: more"])
  turn(one, 1, "operative")
  undo(one.state, one.dispatch)
  expect(blocks(one)).toEqual(["blockquote: words", "paragraph: more"])
  turn(other, 1, "paragraph")
  redo(one.state, one.dispatch)
  expect(blocks(one)).toEqual(["paragraph: words", "paragraph: more"])
})

it("takes back at once what was composed, however long that took", () => {
  const [one] = two("")
  for (const [nth, text] of ["k", "か", "火"].entries()) {
    const transaction = one.state.tr.insertText(text, 1, 1 + Math.min(nth, 1))
    one.bridge.dispatch(transaction.setMeta("composition", 7).setTime(nth * 3000))
  }
  expect(text(one)).toBe("火")
  undo(one.state, one.dispatch)
  expect(text(one)).toBe("")
})

it("takes back what the server wrote on the writer's word, as one step, and brings it back with its paragraph's id", () => {
  const one = writerOf("output", "one", "two")
  const server = secondWriter(one)
  server.memory.update((doc) => A.change(doc, (draft) => {
    const put = (type: BlockType, id: string, words: string) => {
      const end = draft.text.length
      A.splitBlock(draft, TEXT, end, markerValue(type, { id }))
      A.splice(draft, TEXT, end + 1, 0, words)
    }
    put("heading", "h1", "Group")
    put("operative", "p9", "Insert 𓀀 me.")
  }))
  meet(one, server)
  historyOf(one.state).adopt(one.state, 2, 3)
  // What somebody else writes into it stays.
  server.dispatch(server.state.tr.insertText("!", server.state.doc.content.size - 1))
  meet(one, server)
  expect(text(one)).toBe("one¶two¶Group¶Insert 𓀀 me.!")
  undo(one.state, one.dispatch)
  meet(one, server)
  expect([text(one), text(server)]).toEqual(["one¶two¶!", "one¶two¶!"])
  expect(undo(one.state, one.dispatch)).toBe(false)
  redo(one.state, one.dispatch)
  meet(one, server)
  expect(text(server)).toBe("one¶two¶Group¶Insert 𓀀 me.!")
  expect(one.state.doc.lastChild?.attrs.id).toBe("p9")
})
