import { expect, it } from "vitest"
import { type Hunk, type Item, shortScript } from "./items"
import { shortestScript } from "./shortest-script"
import { Chance } from "./testing/random"

function row(text: string): Item[] {
  return [...text].map((letter) => ({ is: "text", key: letter, text: letter, marks: [] }))
}

/** Paragraphs of letters of which none stands twice, so that two such rows have nothing but borders in common. */
function paragraphs(count: number, firstLetter: number): Item[] {
  return Array.from({ length: count }, (_, nth) => {
    const letters = Array.from({ length: 300 }, (_, at) => String.fromCodePoint(firstLetter + nth * 300 + at)).join("")
    return [border, ...row(letters)]
  }).flat()
}

const noAttrs = { id: null, of: null, ofHash: null, lang: null, level: null, indent: null, start: null, label: null, fill: null }
const border: Item = { is: "marker", key: "¶", type: "paragraph", attrs: noAttrs }

/** What a script makes of a row, and how many items it takes away and adds. */
function made(before: readonly Item[], after: readonly Item[], script: readonly Hunk[]): { text: string; cost: number } {
  const rest = [...before]
  let cost = 0
  for (const { oldFrom, oldTo, newFrom, newTo } of script.toReversed()) {
    rest.splice(oldFrom, oldTo - oldFrom, ...after.slice(newFrom, newTo))
    cost += oldTo - oldFrom + newTo - newFrom
  }
  return { text: rest.map(({ key }) => key).join(""), cost }
}

/** How many items two rows have in common, in order. */
function inCommon(before: string, after: string): number {
  let line = Array.from({ length: after.length + 1 }, () => 0)
  for (const letter of before) {
    const next = [0]
    for (let at = 0; at < after.length; at++) {
      next.push(letter === after[at] ? (line[at] ?? 0) + 1 : Math.max(line[at + 1] ?? 0, next[at] ?? 0))
    }
    line = next
  }
  return line[after.length] ?? 0
}

it("makes one row of the other, and there is no shorter one", () => {
  const chance = new Chance(7)
  const word = () => Array.from({ length: chance.below(14) }, () => "abcde"[chance.below(5)] ?? "").join("")
  for (let i = 0; i < 2000; i++) {
    const [before, after] = [word(), word()]
    const all = { oldFrom: 0, oldTo: before.length, newFrom: 0, newTo: after.length }
    const script = shortestScript(row(before), row(after), all, { left: 1000 }) ?? []
    const cost = before.length + after.length - 2 * inCommon(before, after)
    expect(made(row(before), row(after), script)).toEqual({ text: after, cost })
  }
})

it("leaves what stands between much that came", () => {
  const [first, second] = [paragraphs(10, 0x4e00), paragraphs(10, 0x6e00)]
  const script = shortScript(row("middle"), [...first, ...row("middle"), ...second])
  expect(script).toMatchObject([{ oldFrom: 0, oldTo: 0 }, { oldFrom: 6, oldTo: 6 }])
})

it("leaves an equal block between blocks that are very different", () => {
  const middle = [border, ...row("middle")]
  const before = [...paragraphs(10, 0x4e00), ...middle, ...paragraphs(10, 0x5e00)]
  const after = [...paragraphs(10, 0x6e00), ...middle, ...paragraphs(10, 0x7e00)]
  const script = shortScript(before, after)
  expect(made(before, after, script).text).toBe(after.map(({ key }) => key).join(""))
  const at = 10 * 301
  expect(script.some(({ oldFrom, oldTo }) => oldFrom < at + middle.length && oldTo > at)).toBe(false)
})
