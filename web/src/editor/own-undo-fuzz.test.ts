/**
 * Two writers type words out of few letters into and beside each other's, and one takes back all of his own. What is
 * left is what the other one typed, letter by letter: whose a letter is, Automerge knows by the actor who wrote it.
 *
 * The other fuzz types each letter once; where letters are equal, one can be taken for another.
 */
import * as A from "@automerge/automerge"
import { TextSelection } from "prosemirror-state"
import { expect, it } from "vitest"
import { enter } from "./commands"
import { OBJECT } from "./document"
import { closeHistory, redo, undo } from "./history"
import { Line, makeDocument, Peer } from "./testing/peer"
import { Chance } from "./testing/random"

const EDITS = 14
const LETTERS = ["a", "b", " "] as const
const [MINE, THEIRS] = ["cc", "bb"]

/** What a run does beside typing. */
interface Kind {
  /** The other one presses Enter. */
  withBorders: boolean
  /** The one who takes all back in the end goes back and forth in the history before. */
  withHistory: boolean
}

function run(seed: number, { withBorders, withHistory }: Kind): void {
  const chance = new Chance(seed)
  const first = makeDocument("notes", ["", ""], "aa")
  const one = new Peer(A.clone(first, MINE), "notes", chance.uuid)
  const other = new Peer(A.clone(first, THEIRS), "notes", chance.uuid)
  const line = new Line(one.memory, other.memory)
  const meet = () => {
    line.sync()
    one.bridge.settle()
    other.bridge.settle()
  }
  for (let edit = 0; edit < EDITS; edit++) {
    if (withHistory && chance.happens(0.3)) goBackAndForth(one, chance)
    const peer = chance.happens(0.5) ? one : other
    if (withBorders && peer === other && chance.happens(0.2)) makeBorder(peer, chance)
    else typeWord(peer, chance)
    if (chance.happens(0.2)) line.sync()
    if (chance.happens(0.3)) meet()
  }
  meet()
  const theirs = lettersOf(other).filter(({ actor }) => actor === THEIRS)
  while (undo(one.state, one.dispatch));
  meet()
  expect(lettersOf(other)).toEqual(theirs)
  expect(lettersOf(one)).toEqual(theirs)
}

function goBackAndForth(peer: Peer, chance: Chance): void {
  for (let turns = chance.below(4); turns > 0; turns--) (chance.happens(0.6) ? undo : redo)(peer.state, peer.dispatch)
}

function somewhere({ state: { doc } }: Peer, chance: Chance): number {
  return TextSelection.near(doc.resolve(chance.below(doc.content.size + 1))).head
}

function makeBorder(peer: Peer, chance: Chance): void {
  peer.dispatch(peer.state.tr.setSelection(TextSelection.create(peer.state.doc, somewhere(peer, chance))))
  enter(peer.state, peer.dispatch)
}

/** Types some letters that undo takes back by themselves. */
function typeWord(peer: Peer, chance: Chance): void {
  const start = somewhere(peer, chance)
  const end = start + 1 + chance.below(6)
  for (let at = start; at < end; at++) {
    const transaction = peer.state.tr.insertText(LETTERS[chance.below(LETTERS.length)] ?? "a", at)
    peer.dispatch(at === start ? closeHistory(transaction) : transaction)
  }
}

/** All letters and who wrote them; the editor shows the same. */
function lettersOf(peer: Peer): { letter: string; actor: string | undefined }[] {
  const doc = peer.handle.doc()
  const letters = [...doc.text].map((letter, at) => ({ letter, actor: A.getCursor(doc, ["text"], at).split("@")[1] }))
  const found = letters.filter(({ letter }) => letter !== OBJECT)
  expect(peer.state.doc.textContent).toBe(found.map(({ letter }) => letter).join(""))
  return found
}

const kinds: readonly Kind[] = [
  { withBorders: false, withHistory: false },
  { withBorders: true, withHistory: false },
  { withBorders: false, withHistory: true },
  { withBorders: true, withHistory: true },
]
const GROUP = 20
const start = Number(process.env.FUZZ_FIRST ?? 1)
const end = start + Number(process.env.FUZZ_SEEDS ?? 100)
const groups = Array.from({ length: Math.ceil((end - start) / GROUP) }, (_, nth) => start + nth * GROUP)

it.each(groups)("undo leaves exactly what the other one typed, from seed %i", (from) => {
  const failed: { seed: number; error: unknown }[] = []
  for (let seed = from; seed < Math.min(end, from + GROUP); seed++) {
    try {
      run(seed, kinds[seed % kinds.length] ?? { withBorders: true, withHistory: true })
    } catch (error) {
      failed.push({ seed, error })
    }
  }
  if (failed.length > 0) {
    throw new Error(`seeds ${failed.map(({ seed }) => seed).join(", ")}; the first:`, { cause: failed[0]?.error })
  }
}, 300_000)
