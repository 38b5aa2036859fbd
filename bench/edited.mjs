// PDFs of a document that people are editing: each run types a word into a paragraph and asks the running server for the file.
// At about ten pages the time counts, against pandoc's on the same AST in the same run; at about sixty pages the memory after
// twenty edits. Options: --edits 20
import { createHash } from "node:crypto"
import { readFileSync, writeFileSync } from "node:fs"
import { spawnSync } from "node:child_process"
import { tmpdir } from "node:os"
import path from "node:path"
import { parseArgs } from "node:util"
import { Repo } from "@automerge/automerge-repo"
import { WebSocketClientAdapter } from "@automerge/automerge-repo-network-websocket"
import * as Automerge from "@automerge/automerge"
import { largeEdition } from "./large-edition.mjs"
import { pandocWithTypst } from "./pandoc.mjs"
import { binary, edition, Site } from "./site.mjs"

const { values: v } = parseArgs({ options: { edits: { type: "string", default: "20" } } })
const edits = Number(v.edits)
const ms = () => Number(process.hrtime.bigint()) / 1e6
const sleep = (time) => new Promise((resolve) => setTimeout(resolve, time))
const round = (x) => Math.round(x * 100) / 100
const median = (times) => round([...times].sort((a, b) => a - b)[Math.floor(times.length / 2)])
const peakMb = (pid) => round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024)
const residentMb = (pid) => round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024)
const pagesOf = (file) => Number(/Pages:\s+(\d+)/.exec(spawnSync("pdfinfo", [file], { encoding: "utf8" }).stdout)?.[1])

/** Edits a document with `keyPoints` points in it and exports it each time. */
async function measure(keyPoints, port) {
  const file = keyPoints && path.join(tmpdir(), `rapporteur-bench-edition-${process.pid}.json`)
  if (file) largeEdition(file, keyPoints)
  const site = new Site(file ? { port, file } : { port })
  site.command("compile", "--edition", edition)
  await site.start()
  const [document] = await site.get(`/api/editions/${edition}/output-documents`)
  const at = `/api/editions/${edition}/output-documents/${document.id}/exports`
  const repo = new Repo({ network: [new WebSocketClientAdapter(`ws://127.0.0.1:${port}/sync?token=${site.token}`)] })
  const handle = await repo.find(document.documentUrl)
  const times = []
  const unchanged = []
  let last = ""
  let bytes
  for (let edit = 0; edit < edits; edit++) {
    const middle = handle.doc().text.indexOf(" ", Math.floor((handle.doc().text.length * (edit + 1)) / (edits + 2)))
    handle.change((doc) => Automerge.splice(doc, ["text"], middle, 0, ` edited ${edit}`))
    await sleep(700)
    const from = ms()
    const made = await site.post(at, { format: "pdf", date: "2023-10-09" })
    times.push(ms() - from)
    bytes = Buffer.from(await site.get(made.url))
    const digest = createHash("sha256").update(bytes).digest("hex")
    if (digest === last) throw new Error("the file does not hold the edit")
    last = digest
    const again = ms()
    await site.post(at, { format: "pdf", date: "2023-10-09" })
    unchanged.push(ms() - again)
  }
  const pdf = path.join(site.data, "edited.pdf")
  writeFileSync(pdf, bytes)
  const result = {
    key_points: keyPoints, pages: pagesOf(pdf), edits, edited_ms: median(times), first_edited_ms: round(times[0]), unchanged_ms: median(unchanged),
    peak_mb: peakMb(site.server.pid), at_end_mb: residentMb(site.server.pid),
  }
  // The same document as a command that starts cold, and by pandoc, in turn.
  const peer = pandocWithTypst()
  const ast = path.join(site.data, "document.json")
  site.command("export", "--edition", edition, "--format", "json", "--out", ast, "--date", "2023-10-09")
  const ours = [binary, ["export", "--edition", edition, "--format", "pdf", "--out", pdf, "--date", "2023-10-09", "--data", site.data]]
  const theirs = peer && [peer.pandoc, ["-f", "json", `--pdf-engine=${peer.typst}`, "-o", path.join(site.data, "pandoc.pdf"), ast]]
  const runs = { command_ms: ours, pandoc_ms: theirs }
  for (const [name, run] of Object.entries(runs)) {
    if (!run) continue
    const took = []
    for (let i = 0; i < 5; i++) {
      const from = ms()
      const ran = spawnSync(run[0], run[1], { encoding: "utf8" })
      if (ran.status !== 0) throw new Error(`${name}: ${ran.stderr}`)
      took.push(ms() - from)
    }
    result[name] = round(Math.min(...took))
  }
  if (peer) result.pandoc_pages = pagesOf(path.join(site.data, "pandoc.pdf"))
  await repo.shutdown()
  await site.stop()
  site.remove()
  process.stderr.write(JSON.stringify(result) + "\n")
  return result
}

const rows = [await measure(0, 3938), await measure(400, 3939)]
writeFileSync(path.join(import.meta.dirname, "results/edited.json"), JSON.stringify(rows, null, 1) + "\n")
process.exit(0)
