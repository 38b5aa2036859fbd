/** What a writer in the fuzz may do: each a real transaction or command, as keys and menus make them. */
import { Fragment, Slice } from "prosemirror-model"
import { type Command, TextSelection } from "prosemirror-state"
import { backspace, changeIndent, deleteForward, enter, lineBreak, setBlock, setLink, toggleEmphasis, toggleList } from "../commands"
import { footnoteText, footnoteTransaction, setFootnoteText } from "../footnotes"
import { addKeyPoint, quoteBetween, setKeyPointFields, setStatement, textRange, trimmedRange } from "../key-points"
import { redo, undo } from "../history"
import { moveBlocks } from "../moving"
import { makeBlock, schema, type BlockType } from "../schema"
import type { Peer } from "./peer"
import type { Chance } from "./random"

/** Characters that are typed once each, so that each can be followed through all edits. */
export class Letters {
  #next = 0

  take(count: number): string {
    let text = ""
    for (let i = 0; i < count; i++) {
      this.#next += 1
      // Every seventh lies outside the basic plane: two UTF-16 units for one character.
      text += String.fromCodePoint(this.#next % 7 === 0 ? 0x20000 + this.#next : 0x4e00 + this.#next)
    }
    return text
  }
}

/** One step of a writer. */
export type Action = (peer: Peer, chance: Chance, letters: Letters) => void

/** All actions with their weights. */
export const actions: readonly (readonly [number, Action])[] = [
  [14, typing],
  [5, deleting],
  [4, replacing],
  [2, (peer, chance, letters) => void pasting(peer, chance, letters)],
  [5, command(enter)],
  [2, command(lineBreak)],
  [3, joining],
  [2, atBlockEnd(deleteForward)],
  [3, changingBlock],
  [2, listing],
  [2, overSelection((chance) => moveBlocks(chance.happens(0.5) ? 1 : -1))],
  [2, overSelection((chance) => changeIndent(chance.happens(0.7) ? 1 : -1))],
  [4, overSelection((chance) => toggleEmphasis(chance.happens(0.5) ? "strong" : "em"))],
  [2, overSelection((chance) => setLink(chance.happens(0.7) ? `https://example.org/${chance.below(9)}` : null))],
  [2, footnote],
  [2, typingIntoFootnote],
  [4, markingKeyPoint],
  [1, editingKeyPoint],
  [3, cutting],
  [2, moving],
  [2, copying],
  [4, (peer) => void undo(peer.state, peer.dispatch)],
  [2, (peer) => void redo(peer.state, peer.dispatch)],
]

/** A place where a caret can stand, never inside a character. */
function somewhere(peer: Peer, chance: Chance): number {
  const { doc } = peer.state
  const selection = TextSelection.near(doc.resolve(chance.below(doc.content.size + 1)))
  const { $head } = selection
  const text = $head.parent.maybeChild($head.index())?.text ?? ""
  const code = text.charCodeAt($head.textOffset)
  return $head.textOffset > 0 && code >= 0xdc00 && code <= 0xdfff ? $head.pos - 1 : $head.pos
}

function select(peer: Peer, anchor: number, head: number): void {
  peer.dispatch(peer.state.tr.setSelection(TextSelection.create(peer.state.doc, anchor, head)))
}

function selectSomething(peer: Peer, chance: Chance, most: number): void {
  const anchor = somewhere(peer, chance)
  const { doc } = peer.state
  const far = Math.min(doc.content.size, anchor + 1 + chance.below(most))
  const head = TextSelection.near(doc.resolve(far), -1).head
  select(peer, anchor, splitsPair(peer, head) ? head - 1 : head)
}

function splitsPair(peer: Peer, position: number): boolean {
  const $position = peer.state.doc.resolve(position)
  if ($position.textOffset === 0) return false
  const code = ($position.parent.maybeChild($position.index())?.text ?? "").charCodeAt($position.textOffset)
  return code >= 0xdc00 && code <= 0xdfff
}

function typing(peer: Peer, chance: Chance, letters: Letters): void {
  if (chance.happens(0.8)) {
    const at = somewhere(peer, chance)
    select(peer, at, at)
  }
  const count = 1 + chance.below(8)
  for (let i = 0; i < count; i++) peer.dispatch(peer.state.tr.insertText(letters.take(1)))
}

/** Pastes some new blocks into the text or in the place of a whole block; gives the letters. */
function pasting(peer: Peer, chance: Chance, letters: Letters): string {
  const types: readonly BlockType[] = ["unordered-list-item", "paragraph", "heading"]
  const texts = Array.from({ length: 1 + chance.below(3) }, () => letters.take(2 + chance.below(5)))
  const blocks = texts.map((text) => makeBlock(types[chance.below(3)] ?? "paragraph", {}, [schema.text(text)]))
  const { doc } = peer.state
  const $at = doc.resolve(somewhere(peer, chance))
  const open = chance.happens(0.5) ? 1 : 0
  if (open === 0 && $at.parent.content.size === 0) {
    peer.dispatch(peer.state.tr.replaceWith($at.before(1), $at.after(1), blocks).setMeta("uiEvent", "paste"))
  } else {
    select(peer, $at.pos, $at.pos)
    const slice = new Slice(Fragment.fromArray(blocks), open, open)
    peer.dispatch(peer.state.tr.replaceSelection(slice).setMeta("uiEvent", "paste"))
  }
  return texts.join("")
}

/** One writer brings text in, another one writes inside it, and the first one goes back and forth in the history. */
export function meddling(peer: Peer, other: Peer, sync: () => void, chance: Chance, letters: Letters): void {
  const meet = () => {
    sync()
    for (const writer of [peer, other]) {
      writer.composing = false
      writer.bridge.flush()
    }
  }
  meet()
  let brought = ""
  const times = 1 + chance.below(3)
  for (let i = 0; i < times; i++) {
    if (chance.happens(0.5)) brought += pasting(peer, chance, letters)
    else {
      const word = letters.take(2 + chance.below(5))
      const at = somewhere(peer, chance)
      select(peer, at, at)
      peer.dispatch(peer.state.tr.insertText(word))
      brought += word
    }
    if (i > 0 && chance.happens(0.5)) continue
    meet()
    for (let edits = 1 + chance.below(4); edits > 0; edits--) writeBeside(other, brought, chance, letters)
    if (chance.happens(0.8)) meet()
    for (let turns = chance.below(3); turns > 0; turns--) (chance.happens(0.7) ? undo : redo)(peer.state, peer.dispatch)
  }
  for (let turns = chance.below(6); turns > 0; turns--) {
    ;(chance.happens(0.7) ? undo : redo)(peer.state, peer.dispatch)
    if (chance.happens(0.2)) meet()
    if (chance.happens(0.2)) writeBeside(other, brought, chance, letters)
  }
}

/** Types behind one of these letters, or makes a border or a heading there. */
function writeBeside(peer: Peer, beside: string, chance: Chance, letters: Letters): void {
  const choices = [...beside]
  const letter = choices[chance.below(choices.length)] ?? ""
  let at = 0
  peer.state.doc.descendants((node, position) => {
    const index = node.text?.indexOf(letter) ?? -1
    if (index >= 0) at = position + index + letter.length
  })
  if (at === 0) return
  select(peer, at, at)
  const what = chance.fraction()
  if (what < 0.2) enter(peer.state, peer.dispatch)
  else if (what < 0.3) setBlock("heading", { level: 2 })(peer.state, peer.dispatch)
  const count = 1 + chance.below(3)
  for (let i = 0; i < count; i++) peer.dispatch(peer.state.tr.insertText(letters.take(1)))
}

function deleting(peer: Peer, chance: Chance): void {
  selectSomething(peer, chance, chance.happens(0.2) ? 60 : 6)
  peer.dispatch(peer.state.tr.deleteSelection())
}

function replacing(peer: Peer, chance: Chance, letters: Letters): void {
  selectSomething(peer, chance, 8)
  peer.dispatch(peer.state.tr.insertText(letters.take(1 + chance.below(4))))
}

function command(run: Command): Action {
  return (peer, chance) => {
    const at = somewhere(peer, chance)
    select(peer, at, at)
    run(peer.state, peer.dispatch)
  }
}

function joining(peer: Peer, chance: Chance): void {
  const $at = peer.state.doc.resolve(somewhere(peer, chance))
  select(peer, $at.start(1), $at.start(1))
  backspace(peer.state, peer.dispatch)
}

function atBlockEnd(run: Command): Action {
  return (peer, chance) => {
    const $at = peer.state.doc.resolve(somewhere(peer, chance))
    select(peer, $at.end(1), $at.end(1))
    run(peer.state, peer.dispatch)
  }
}

function overSelection(make: (chance: Chance) => Command): Action {
  return (peer, chance) => {
    selectSomething(peer, chance, 25)
    make(chance)(peer.state, peer.dispatch)
  }
}

function changingBlock(peer: Peer, chance: Chance): void {
  selectSomething(peer, chance, 20)
  const types: readonly BlockType[] = ["heading", "paragraph", "blockquote", "operative", "fact"]
  const type = types[chance.below(types.length)] ?? "paragraph"
  const attrs = type === "heading" ? { level: 1 + chance.below(3) } : type === "fact" ? { label: "place" } : {}
  setBlock(type, attrs)(peer.state, peer.dispatch)
}

function listing(peer: Peer, chance: Chance): void {
  selectSomething(peer, chance, 40)
  toggleList(chance.happens(0.5) ? "ordered-list-item" : "unordered-list-item")(peer.state, peer.dispatch)
}

function footnote(peer: Peer, chance: Chance): void {
  const at = somewhere(peer, chance)
  select(peer, at, at)
  const transaction = footnoteTransaction(peer.state, peer.newId())
  if (transaction !== null) peer.dispatch(transaction)
}

/** Types somewhere into the text of a footnote; letters are whole characters there too. */
function typingIntoFootnote(peer: Peer, chance: Chance, letters: Letters): void {
  const ids = Object.keys(peer.handle.doc().footnotes ?? {})
  const id = ids[chance.below(ids.length)]
  if (id === undefined) return
  const text = [...footnoteText(peer.handle.doc(), id)]
  text.splice(chance.below(text.length + 1), 0, letters.take(1 + chance.below(5)))
  peer.handle.change((doc) => setFootnoteText(doc, id, text.join("")))
}

function markingKeyPoint(peer: Peer, chance: Chance): void {
  // As the editor does: what others did is shown before the selection is looked up in the document.
  peer.bridge.flush()
  if (peer.bridge.isBehind()) return
  selectSomething(peer, chance, 30)
  const { from, to } = peer.state.selection
  const trimmed = trimmedRange(peer.state.doc, from, to)
  if (trimmed === null) return
  const range = textRange(peer.state.doc, trimmed.from, trimmed.to, false)
  const quote = quoteBetween(peer.state.doc, trimmed.from, trimmed.to)
  const id = peer.newId()
  peer.handle.change((doc) => addKeyPoint(doc, id, { range, quote }, { themes: ["access"] }))
  peer.marked.add(id)
}

function editingKeyPoint(peer: Peer, chance: Chance): void {
  const ids = Object.keys(peer.handle.doc().keyPoints ?? {})
  const id = ids[chance.below(ids.length)]
  if (id === undefined) return
  const removes = chance.happens(0.2)
  if (removes) peer.unmarked.add(id)
  peer.handle.change((doc) => {
    if (removes) delete doc.keyPoints?.[id]
    else if (chance.happens(0.5)) setStatement(doc, id, `statement ${chance.below(99)}`)
    else setKeyPointFields(doc, id, { stance: "proposal", themes: [`theme-${chance.below(5)}`] })
  })
}

function cutting(peer: Peer, chance: Chance): void {
  selectSomething(peer, chance, 30)
  const slice = peer.state.selection.content()
  peer.dispatch(peer.state.tr.deleteSelection().setMeta("uiEvent", "cut"))
  const at = somewhere(peer, chance)
  select(peer, at, at)
  peer.dispatch(peer.state.tr.replaceSelection(slice).setMeta("uiEvent", "paste"))
}

/** Drag and drop: one transaction of two steps. */
function moving(peer: Peer, chance: Chance): void {
  selectSomething(peer, chance, 30)
  const slice = peer.state.selection.content()
  const target = somewhere(peer, chance)
  const transaction = peer.state.tr.deleteSelection()
  const at = transaction.mapping.map(target)
  const $at = TextSelection.near(transaction.doc.resolve(at)).$head
  peer.dispatch(transaction.replaceRange($at.pos, $at.pos, slice).setMeta("uiEvent", "drop"))
}

function copying(peer: Peer, chance: Chance): void {
  const { doc } = peer.state
  const block = doc.child(chance.below(doc.childCount))
  const index = chance.below(doc.childCount + 1)
  let position = 0
  for (let i = 0; i < index; i++) position += doc.child(i).nodeSize
  peer.dispatch(peer.state.tr.replace(position, position, new Slice(doc.type.create(null, [block]).content, 0, 0)))
}
