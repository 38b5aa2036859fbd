// The pages in Chromium: how long until the first page can be used with nothing in the browser's cache, and how much of the main
// thread a keystroke costs in a document of twenty pages, drawing and sending included. Options: --letters 120 --runs 5
import { readFileSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import path from "node:path"
import { parseArgs } from "node:util"
import { largeEdition } from "./large-edition.mjs"
import { edition, root, Site } from "./site.mjs"

const { chromium } = createRequire(path.join(root, "web/package.json"))("@playwright/test")
const { values: v } = parseArgs({ options: { letters: { type: "string", default: "120" }, runs: { type: "string", default: "5" } } })
const ms = () => Number(process.hrtime.bigint()) / 1e6
const round = (x) => Math.round(x * 10) / 10
const at = (sorted, share) => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))])
const quantiles = (times) => {
  const sorted = [...times].sort((a, b) => a - b)
  return { p50: at(sorted, 0.5), p95: at(sorted, 0.95), max: round(sorted.at(-1)) }
}

const file = path.join(tmpdir(), `rapporteur-bench-edition-${process.pid}.json`)
largeEdition(file, 170)
const site = new Site({ port: 3940, file })
site.command("compile", "--edition", edition)
await site.start()
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"] })
const context = (options = {}) => browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
const door = await context()
const entrance = await door.newPage()
await entrance.goto(await site.signInLink())
await entrance.getByRole("button", { name: /continue/i }).click()
await entrance.waitForURL(/\/editions\//)
const storageState = { cookies: await door.cookies(), origins: [] }
await door.close()

/** From the address to a page on which every session can be opened. */
const firstPage = []
for (let run = 0; run < Number(v.runs); run++) {
  const fresh = await context({ storageState, serviceWorkers: "block" })
  const page = await fresh.newPage()
  const from = ms()
  await page.goto(`${site.url}/editions/${edition}`, { waitUntil: "commit" })
  await page.getByRole("link", { name: /./ }).and(page.locator("[href*='/sessions/']")).first().waitFor()
  firstPage.push(ms() - from)
  await fresh.close()
}

/** Types letter by letter into the middle of the output document; each with the main thread's time for it. */
const writer = await context({ storageState })
const page = await writer.newPage()
await page.goto(`${site.url}/editions/${edition}/document`)
const text = page.locator(".ProseMirror").first()
await text.locator("p").nth(60).click({ timeout: 60_000 })
await page.keyboard.press("End")
await page.waitForTimeout(3_000)
const devtools = await writer.newCDPSession(page)
await devtools.send("Performance.enable")
const busy = async () => (await devtools.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value * 1000
const pause = 150
const wait = () => new Promise((resolve) => setTimeout(resolve, pause))
const idleFrom = await busy()
for (let i = 0; i < 20; i++) await wait(), await busy()
const idle = ((await busy()) - idleFrom) / 20
const letters = []
for (let i = 0; i < Number(v.letters); i++) {
  const from = await busy()
  await page.keyboard.press("abcdefghij klmnopqrst"[i % 21] === " " ? "Space" : "abcdefghij klmnopqrst"[i % 21])
  await wait()
  letters.push((await busy()) - from)
}

/** The same from Chromium's own trace: what the main thread does from the key until the letter is drawn. */
const trace = path.join(tmpdir(), `rapporteur-bench-trace-${process.pid}.json`)
await browser.startTracing(page, { path: trace, categories: ["devtools.timeline"] })
for (let i = 0; i < Number(v.letters) / 2; i++) {
  await page.keyboard.press("abcdefghij"[i % 10])
  await wait()
}
await browser.stopTracing()
const drawn = untilDrawn(JSON.parse(readFileSync(trace, "utf8")).traceEvents)
rmSync(trace)
const characters = (await text.innerText()).length
await browser.close()
await site.stop()
site.remove()
const result = { first_page_ms: quantiles(firstPage), keystroke_until_drawn_ms: quantiles(drawn), keystroke_main_thread_ms: quantiles(letters), idle_ms_in_the_same_time: round(idle), characters, letters: Number(v.letters) }
process.stderr.write(JSON.stringify(result) + "\n")
writeFileSync(path.join(import.meta.dirname, "results/pages.json"), JSON.stringify(result, null, 1) + "\n")

/** Milliseconds of the page's main thread for each key, from its event to the end of the first drawing after it. */
function untilDrawn(events) {
  const thread = ({ pid, tid }) => `${pid} ${tid}`
  const isKey = (event) => event.name === "EventDispatch" && event.args?.data?.type === "keydown"
  const main = thread(events.find(isKey))
  const slices = events.filter((event) => event.ph === "X" && thread(event) === main).sort((a, b) => a.ts - b.ts || b.dur - a.dur)
  const keys = slices.filter(isKey)
  return keys.map((key, index) => {
    const next = keys[index + 1]?.ts ?? Infinity
    const drawing = slices.find(({ name, ts }) => name === "Layerize" && ts > key.ts && ts < next) ?? slices.find(({ name, ts }) => name === "Paint" && ts > key.ts && ts < next)
    if (drawing === undefined) throw new Error("a letter was not drawn before the next")
    // Slices lie within each other; only the outermost are counted.
    let [busy, end] = [0, key.ts]
    for (const { ts, dur } of slices) {
      if (ts < end || ts > drawing.ts) continue
      busy += dur
      end = ts + dur
    }
    return busy / 1000
  })
}
