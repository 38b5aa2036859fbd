/**
 * Several writers with real editor states and the real bridge: offline, then merged, hundreds of times.
 *
 * Every typed letter is unique and has an owner. So a letter that nobody deleted must stand exactly once in the end,
 * and one that nobody pasted or brought back by undo at most once. Undo and redo delete letters of their own writer
 * only: one of somebody else's that goes with them counts as lost. Every key point that nobody took away is there in
 * the end, with the same fields on all sides, and every letter that was typed into a footnote stands in it once.
 *
 * Chance alone seldom undoes what another one has just written into; so now and then that is done on purpose.
 */
import * as A from "@automerge/automerge"
import type { Node } from "prosemirror-model"
import type { EditorState, Transaction } from "prosemirror-state"
import { ReplaceStep } from "prosemirror-transform"
import { expect, it } from "vitest"
import type { DocumentKind } from "../editor-api"
import { footnoteText } from "../footnotes"
import { takingOf } from "../history"
import { readKeyPoints } from "../key-points"
import { actions, Letters, meddling } from "./actions"
import { Line, makeDocument, type MakeHolder, Peer } from "./peer"
import { Chance } from "./random"

const ROUNDS = 3
const ACTIONS_A_ROUND = 18
const MEDDLING = 0.06
const GROUP = 10

/** Who typed which letter, which ones anyone deleted, and which came in again after they had been typed. */
class Ledger {
  readonly #owners = new Map<string, Peer | null>()
  readonly #deleted = new Set<string>()
  readonly #again = new Set<string>()
  readonly #footnotes = new Map<string, Set<string>>()

  /** Letters that stand in the text from the beginning are nobody's. */
  begin(paragraphs: readonly string[]): void {
    for (const text of paragraphs) for (const letter of text) this.#owners.set(letter, null)
  }

  watch(peer: Peer): void {
    peer.onOwnEdit = (before, after, transaction) => {
      const isHistory = takingOf([transaction]) !== null
      this.#compare(before, after, peer, isHistory)
      this.#noteMoved(transaction, peer, isHistory)
    }
  }

  /** What one transaction takes away and puts elsewhere may be moved by another writer too: then it stands twice. */
  #noteMoved(transaction: Transaction, peer: Peer, isHistory: boolean): void {
    const gone = new Set<string>()
    const come = new Set<string>()
    transaction.steps.forEach((step, index) => {
      if (!(step instanceof ReplaceStep)) return
      const doc = transaction.docs[index]
      for (const letter of doc?.textBetween(step.from, step.to) ?? "") gone.add(letter)
      for (const letter of step.slice.content.textBetween(0, step.slice.content.size)) come.add(letter)
    })
    for (const letter of gone) {
      if (!come.has(letter)) continue
      if (!isHistory || this.#owners.get(letter) === peer) this.#deleted.add(letter)
      this.#again.add(letter)
    }
  }

  #compare(before: EditorState, after: EditorState, peer: Peer, isHistory: boolean): void {
    if (before.doc === after.doc) return
    const old = countsOf(before)
    const now = countsOf(after)
    for (const [letter, count] of old) {
      if ((now.get(letter) ?? 0) >= count) continue
      if (!isHistory || this.#owners.get(letter) === peer) this.#deleted.add(letter)
    }
    for (const [letter, count] of now) {
      if (count <= (old.get(letter) ?? 0)) continue
      if (this.#owners.has(letter)) this.#noteAgain(letter, peer, isHistory)
      else this.#owners.set(letter, peer)
    }
  }

  /** Undo brings back what its writer deleted; of others' letters that nobody deleted or copied it makes no second. */
  #noteAgain(letter: string, peer: Peer, isHistory: boolean): void {
    const may = !isHistory || this.#owners.get(letter) === peer || this.#deleted.has(letter) || this.#again.has(letter)
    if (may) this.#again.add(letter)
  }

  /** A footnote that is seen first may be a copy: then its text came with it. */
  noteFootnotes(peer: Peer): void {
    const doc = peer.handle.doc()
    for (const id of Object.keys(doc.footnotes ?? {})) {
      const letters = this.#footnotes.get(id) ?? new Set()
      for (const letter of footnoteText(doc, id)) letters.add(letter)
      this.#footnotes.set(id, letters)
    }
  }

  check(peer: Peer): void {
    const counts = countsOf(peer.state)
    const typed = [...this.#owners.keys()]
    const lost = typed.filter((letter) => !this.#deleted.has(letter) && (counts.get(letter) ?? 0) < 1)
    const doubled = [...counts].filter(([letter, count]) => count > 1 && !this.#again.has(letter))
    const strange = [...counts.keys()].filter((letter) => !this.#owners.has(letter))
    expect({ lost, doubled, strange }).toEqual({ lost: [], doubled: [], strange: [] })
    for (const [id, letters] of this.#footnotes) {
      expect([...footnoteText(peer.handle.doc(), id)].sort()).toEqual([...letters].sort())
    }
  }
}

/** Each key point that was marked and not taken away is there, and no other. */
function expectKeyPoints(peers: readonly Peer[]): void {
  const removed = new Set(peers.flatMap((peer) => [...peer.unmarked]))
  const expected = peers.flatMap((peer) => [...peer.marked]).filter((id) => !removed.has(id))
  for (const peer of peers) {
    const there = Object.keys(peer.handle.doc().keyPoints ?? {}).filter((id) => !removed.has(id))
    expect(there.sort()).toEqual(expected.sort())
  }
}

function countsOf(state: EditorState): Map<string, number> {
  const counts = new Map<string, number>()
  for (const letter of state.doc.textContent) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  return counts
}

/** The editor shows what the document says, and the document is well-formed. */
function expectShown(peer: Peer): void {
  peer.state.doc.check()
  expectSame(peer.state.doc, peer.rendered())
}

/** Compares documents; only where they differ is the slow comparison made, for its message. */
function expectSame(one: Node, other: Node): void {
  if (!one.eq(other)) expect(one.toJSON()).toEqual(other.toJSON())
  expect(one.eq(other)).toBe(true)
}

/** One seed: some rounds offline, then all meet. */
export function run(seed: number, kind: DocumentKind, writers: number, makeHolder?: MakeHolder): void {
  const chance = new Chance(seed)
  const letters = new Letters()
  const ledger = new Ledger()
  const paragraphs = [letters.take(20), letters.take(9), "", letters.take(30)]
  const first = makeDocument(kind, paragraphs, chance.uuid().replaceAll("-", ""))
  const peers = Array.from({ length: writers }, () => {
    const doc = A.clone(first, { actor: chance.uuid().replaceAll("-", "") })
    return new Peer(doc, kind, chance.uuid, makeHolder)
  })
  ledger.begin(paragraphs)
  for (const peer of peers) ledger.watch(peer)
  const lines = connect(peers)
  for (let round = 0; round < ROUNDS; round++) {
    for (let step = 0; step < ACTIONS_A_ROUND; step++) {
      const peer = peers[chance.below(peers.length)]
      const other = peers[chance.below(peers.length)]
      if (peer === undefined || other === undefined) continue
      // Sometimes something arrives in between and is not yet shown, or a composition keeps it from being shown.
      if (peer !== other && chance.happens(0.12)) lineBetween(lines, peers.indexOf(peer), peers.indexOf(other))?.sync()
      if (chance.happens(0.1)) peer.composing = !peer.composing
      if (chance.happens(0.4)) peer.bridge.flush()
      const line = peer === other ? undefined : lineBetween(lines, peers.indexOf(peer), peers.indexOf(other))
      if (line !== undefined && chance.happens(MEDDLING)) meddling(peer, other, () => line.sync(), chance, letters)
      else chance.weighted(actions)(peer, chance, letters)
      ledger.noteFootnotes(peer)
      if (peer.bridge.isBehind() || chance.happens(0.5)) continue
      peer.bridge.settle()
      expectShown(peer)
    }
    if (chance.happens(0.6) || round === ROUNDS - 1) meet(peers, lines)
  }
  const [one, ...others] = peers
  if (one === undefined) return
  ledger.check(one)
  expectKeyPoints(peers)
  for (const peer of others) {
    expectSame(peer.state.doc, one.state.doc)
    expect(readKeyPoints(peer.handle.doc())).toEqual(readKeyPoints(one.handle.doc()))
    expect(A.toJS(peer.handle.doc()).footnotes).toEqual(A.toJS(one.handle.doc()).footnotes)
  }
  if (kind === "output") expectIds(one)
}

/** A line between each two writers. */
function connect(peers: readonly Peer[]): Map<string, Line> {
  const lines = new Map<string, Line>()
  peers.forEach((one, i) =>
    peers.forEach((other, j) => {
      if (i < j) lines.set(`${i} ${j}`, new Line(one.memory, other.memory))
    }),
  )
  return lines
}

function lineBetween(lines: ReadonlyMap<string, Line>, one: number, other: number): Line | undefined {
  return lines.get(`${Math.min(one, other)} ${Math.max(one, other)}`)
}

function meet(peers: readonly Peer[], lines: ReadonlyMap<string, Line>): void {
  const sync = () => lines.forEach((line) => line.sync())
  sync()
  sync()
  for (const peer of peers) {
    peer.composing = false
    peer.bridge.settle()
  }
  // What a writer finds amiss in what it wrote last, it writes then.
  sync()
  for (const peer of peers) {
    peer.bridge.settle()
    expectShown(peer)
  }
}

function expectIds(peer: Peer): void {
  const ids: unknown[] = []
  peer.state.doc.forEach((block) => ids.push(block.attrs.id))
  expect(ids.every((id) => typeof id === "string")).toBe(true)
  expect(new Set(ids).size).toBe(ids.length)
}

/** Runs seeds as tests, some to each. `FUZZ_FIRST` and `FUZZ_SEEDS` in the environment choose others. */
export function fuzz(writers: number, firstSeed: number, seeds: number): void {
  const first = Number(process.env.FUZZ_FIRST ?? firstSeed)
  const end = first + Number(process.env.FUZZ_SEEDS ?? seeds)
  for (let from = first; from < end; from += GROUP) {
    const to = Math.min(from + GROUP, end)
    it(`agree and lose nothing, seeds ${from} to ${to - 1}`, () => {
      const failed: { seed: number; error: unknown }[] = []
      for (let seed = from; seed < to; seed++) {
        try {
          run(seed, seed % 2 === 0 ? "output" : "notes", writers)
        } catch (error) {
          failed.push({ seed, error })
        }
      }
      const one = failed[0]
      if (one !== undefined) {
        throw new Error(`seeds ${failed.map(({ seed }) => seed).join(", ")}; the first:`, { cause: one.error })
      }
    }, 300_000)
  }
}
