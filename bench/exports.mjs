// Exports against pandoc on the same Pandoc AST. Four figures each: the writer by itself (reading the AST from memory, as pandoc
// reads it from a file), the command, the request to a running server, and pandoc.
// The best of several runs counts: what disturbs a run only ever adds to it. Options: --runs 7
import { spawnSync } from "node:child_process"
import { writeFileSync } from "node:fs"
import path from "node:path"
import { parseArgs } from "node:util"
import { pandocWithTypst } from "./pandoc.mjs"
import { binary, edition, Site, target } from "./site.mjs"

const { values: v } = parseArgs({ options: { runs: { type: "string", default: "7" } } })
const runs = Number(v.runs)
const ms = () => Number(process.hrtime.bigint()) / 1e6
const best = (times) => Math.round(Math.min(...times) * 100) / 100

function timeCommand(program, args, options = {}) {
  const times = []
  for (let i = 0; i < runs; i++) {
    const from = ms()
    const ran = spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 28, ...options })
    if (ran.status !== 0) return { error: (ran.stderr || String(ran.error)).trim().split("\n").at(-1) }
    times.push(ms() - from)
  }
  return { ms: best(times) }
}

/** The first call of a fresh process, the best of several processes; and the best call within one. */
function timeWriter(format, ast) {
  const lines = []
  for (let i = 0; i < runs; i++) {
    const ran = spawnSync(path.join(target, "release/examples/time_writers"), [format, ast], { encoding: "utf8" })
    if (ran.status !== 0) return { error: (ran.stderr || String(ran.error)).trim() }
    lines.push(JSON.parse(ran.stdout))
  }
  return { first: best(lines.map((line) => line.first_ms)), again: best(lines.map((line) => line.best_ms)) }
}

const site = new Site({ port: 3935 })
const out = (name) => path.join(site.data, name)
site.command("compile", "--edition", edition)
const ast = out("document.json")
const date = ["--date", "2023-10-09"]
site.command("export", "--edition", edition, "--format", "json", "--out", ast, ...date)

const newer = pandocWithTypst()
const pandoc = newer?.pandoc ?? "pandoc"
const version = (program) => (spawnSync(program, ["--version"], { encoding: "utf8" }).stdout ?? "").split("\n")[0]
const theirs = {
  docx: ["-f", "json", "-t", "docx", "-s", "-o", out("pandoc.docx"), ast],
  html: ["-f", "json", "-t", "html", "-s", "-o", out("pandoc.html"), ast],
  md: ["-f", "json", "-t", "markdown", "-s", "-o", out("pandoc.md"), ast],
  pdf: newer && ["-f", "json", `--pdf-engine=${newer.typst}`, "-o", out("pandoc.pdf"), ast],
}

await site.start()
const documents = await site.get(`/api/editions/${edition}/output-documents`)
const exportsAt = `/api/editions/${edition}/output-documents/${documents[0].id}/exports`
const rows = []
for (const format of ["docx", "html", "md", "pdf"]) {
  const command = timeCommand(binary, ["export", "--edition", edition, "--format", format, "--out", out(`ours.${format}`), ...date, "--data", site.data])
  const requests = []
  for (let i = 0; i < runs; i++) {
    const from = ms()
    await site.post(exportsAt, { format, date: "2023-10-09" })
    requests.push(ms() - from)
  }
  const peer = theirs[format] ? timeCommand(pandoc, theirs[format]) : { error: "no typst" }
  const writer = timeWriter(format, ast)
  rows.push({ format, writer_first_ms: writer.first, writer_again_ms: writer.again, writer_error: writer.error, command_ms: command.ms, command_error: command.error, first_request_ms: Math.round(requests[0] * 100) / 100, request_ms: best(requests), pandoc_ms: peer.ms, pandoc_error: peer.error })
  process.stderr.write(JSON.stringify(rows.at(-1)) + "\n")
}
await site.stop()
writeFileSync(path.join(import.meta.dirname, "results/exports.json"), JSON.stringify({ pandoc: version(pandoc), runs, rows }, null, 1) + "\n")
site.remove()
