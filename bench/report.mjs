// Writes docs/benchmarks.md from the results that are there.
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { spawnSync } from "node:child_process"
import os from "node:os"
import path from "node:path"
import { root } from "./site.mjs"

const results = (name) => path.join(import.meta.dirname, "results", name)
const read = (name) => (existsSync(results(name)) ? readFileSync(results(name), "utf8") : null)
const version = (program, ...args) => (spawnSync(program, args.length ? args : ["--version"], { encoding: "utf8" }).stdout ?? "").split("\n")[0].trim()
const table = (heads, rows) => [heads, heads.map(() => "---"), ...rows].map((cells) => `| ${cells.map((cell) => cell ?? "–").join(" | ")} |`).join("\n")
const times = (a, b) => (a && b ? `${(a / b).toFixed(a / b < 10 ? 1 : 0)}×` : "–")

const parts = [
  `# Benchmarks

Written by \`just bench\` on ${new Date().toISOString().slice(0, 10)}; the files behind it are \`bench/results/\`. Absolute figures belong to this
machine: compare rows of one run with each other.

- Machine: ${os.cpus()[0]?.model.trim()}, ${os.cpus().length} cores, ${Math.round(os.totalmem() / 2 ** 30)} GiB, Linux ${os.release()}
- ${version("rustc")}, release build; Node.js ${process.version}; everything on loopback`,
]

const typing = read("typing.jsonl")?.trim().split("\n").map((line) => JSON.parse(line))
if (typing) {
  const first = typing.find((row) => !row.error) ?? {}
  parts.push(`## Keystroke → other client

${first.writers} writers in one document of 3,000 words, ${first.rate} keystrokes a second each, ${first.seconds} s; servers taken in turn. *floor* sends frames on and
does nothing else; *floor-fsync* also writes each to disk first (what any server must cost that never loses a keystroke);
*automerge-repo* is that project's own sync server at its defaults. Aim: p50 ≤ 40 ms, p99 ≤ 120 ms, CPU ≤ 1.5 s.

${table(
    ["server", "p50 ms", "p95 ms", "p99 ms", "server CPU s per 1,000 keystrokes", "peak memory MB", "bytes a keystroke", "delivered", "kept"],
    typing.map((row) =>
      row.error
        ? [row.label, row.error.replace(/[|\s]+/g, " ")]
        : [row.label, row.latency_ms.p50, row.latency_ms.p95, row.latency_ms.p99, row.server_cpu_s_per_1000_keystrokes, row.server_rss_peak_mb,
            row.client_bytes_in_per_keystroke, row.delivered_fraction, row.in_document && `${row.in_document.keystrokes_present}/${row.in_document.keystrokes_typed}`],
    ),
  )}`)
}

const exported = read("exports.json") && JSON.parse(read("exports.json"))
if (exported) {
  parts.push(`## Exports against pandoc

The zero draft of the demo edition, the same Pandoc AST, best of ${exported.runs} runs; ${exported.pandoc}, PDF with \`--pdf-engine=typst\`. *Writer* reads
the AST's JSON and writes the file: once in a fresh process (best of ${exported.runs}), and again in the same one, where a PDF is that of an unchanged document.
*Command* and *request* (\`POST .../exports\` on a running server) also open the database, read the document, store and record the file. Aims: DOCX
40×, HTML and Markdown 50×, PDF 1.5×, unchanged 15×.

${table(
    ["format", "writer, first ms", "writer, again ms", "command ms", "request ms", "pandoc ms", "pandoc ÷ writer, first", "pandoc ÷ writer, again", "pandoc ÷ command"],
    exported.rows.map((row) => [row.format, row.writer_first_ms ?? row.writer_error, row.writer_again_ms, row.command_ms ?? row.command_error, row.request_ms, row.pandoc_ms ?? row.pandoc_error,
      times(row.pandoc_ms, row.writer_first_ms), times(row.pandoc_ms, row.writer_again_ms), times(row.pandoc_ms, row.command_ms)]),
  )}`)
}

const edited = read("edited.json") && JSON.parse(read("edited.json"))
if (edited) {
  parts.push(`## PDF of a document that is being edited

Each run types a word into another paragraph and asks the running server for the file (median of ${edited[0].edits}); *unchanged* asks again. The
command starts cold and reads the document from the database. Aims: 1.5× pandoc's speed at ten pages, 15× for an unchanged document,
under 400 MB after twenty edits of sixty pages.

${table(
    ["pages", "first edit ms", "edited ms", "unchanged ms", "command, cold ms", "pandoc ms (pages)", "pandoc ÷ edited", "pandoc ÷ command", "pandoc ÷ unchanged", "peak memory MB"],
    edited.map((row) => [row.pages, row.first_edited_ms, row.edited_ms, row.unchanged_ms, row.command_ms, row.pandoc_ms && `${row.pandoc_ms} (${row.pandoc_pages})`,
      times(row.pandoc_ms, row.edited_ms), times(row.pandoc_ms, row.command_ms), times(row.pandoc_ms, row.unchanged_ms), row.peak_mb]),
  )}`)
}

const pages = read("pages.json") && JSON.parse(read("pages.json"))
if (pages) {
  const cells = ({ p50, p95, max }) => [p50, p95, max]
  parts.push(`## The pages, in Chromium

Nothing in the browser's cache and no service worker. A keystroke until it is drawn is read from Chromium's trace; all that it causes is the
main thread's time over 150 ms from the key on, what an idle page uses in the same time included (${pages.idle_ms_in_the_same_time} ms). The document has ${pages.characters} characters, about twenty pages; ${pages.letters} letters.

${table(["what", "p50 ms", "p95 ms", "max ms", "aim"], [
    ["from the address to a dashboard whose sessions can be opened", ...cells(pages.first_page_ms), "≤ 1,500 ms"],
    ["a keystroke, main thread, until the letter is drawn", ...cells(pages.keystroke_until_drawn_ms), "≤ 16 ms"],
    ["a keystroke, main thread, all that it causes: sending, saving, the other parts of the page", ...cells(pages.keystroke_main_thread_ms), "–"],
  ])}`)
}

const workspace = read("workspace.json") && JSON.parse(read("workspace.json"))
if (workspace) {
  parts.push(`## The server

${table(["what", "measured", "aim"], [
    ["memory at rest with the demo edition", `${workspace.at_rest_mb} MB`, "≤ 60 MB"],
    ["zero draft from 200 key points, as an HTTP request", `${workspace.zero_draft_200_key_points_ms} ms`, "≤ 50 ms"],
    ["the page's HTML, warm", `${workspace.first_page_ms} ms`, "–"],
  ])}`)
}

writeFileSync(path.join(root, "docs/benchmarks.md"), parts.join("\n\n") + "\n")
process.stderr.write("wrote docs/benchmarks.md\n")
