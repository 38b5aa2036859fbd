#!/usr/bin/env node
// The same load for every collaborative text server. One JSON line on stdout.
import { readFileSync } from "node:fs"
import { parseArgs } from "node:util"

const HELP = `bench.mjs WORKLOAD --target T --url ws://... [options]
workloads  typing | durability
targets    automerge (automerge-repo protocol), echo (a room that sends frames on)
server     --server-cmd CMD (started, measured, stopped here) or --server-pid N (attach), --server-log FILE
load       --docs 1 --writers 2 --readers 0 --rate 5 --seconds 20 --burst 20 --words 3000 --processes 2 --drain 20
auth       --header 'Name: value' (repeatable)  --cookie 'sid=...' (repeatable, one a client in turn)
           --token T (repeatable, likewise)  --credentials FILE (a line each: cookie:... or token:...)
           --query name=value (repeatable); {token} {doc} {client} are filled in in url, header and query
documents  --doc-id ID (repeatable) or --doc-ids FILE: use these existing documents; --text-key text
durability --kills 10 --seed 1 --settle 1
other      --label TEXT --no-check --run N (fixes the writers' ids: a second run with the same N on the
           same document sends changes that clash with the first's)
`
const { values: v, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    target: { type: "string" }, url: { type: "string" }, label: { type: "string", default: "" },
    "server-cmd": { type: "string" }, "server-pid": { type: "string" }, "server-log": { type: "string", default: "/dev/null" },
    docs: { type: "string", default: "1" }, writers: { type: "string", default: "2" }, readers: { type: "string", default: "0" },
    rate: { type: "string", default: "5" }, seconds: { type: "string", default: "20" }, burst: { type: "string", default: "20" },
    words: { type: "string", default: "3000" }, processes: { type: "string", default: "2" }, drain: { type: "string", default: "20" },
    header: { type: "string", multiple: true, default: [] }, cookie: { type: "string", multiple: true, default: [] },
    token: { type: "string", multiple: true, default: [] }, query: { type: "string", multiple: true, default: [] },
    credentials: { type: "string" }, "doc-id": { type: "string", multiple: true }, "doc-ids": { type: "string" },
    "text-key": { type: "string", default: "text" }, "no-check": { type: "boolean", default: false },
    settle: { type: "string", default: "1" },
    run: { type: "string" }, kills: { type: "string", default: "10" }, seed: { type: "string", default: "1" }, help: { type: "boolean", default: false },
  },
})
const workload = positionals[0]
if (v.help || !workload || !v.target || !v.url) {
  process.stderr.write(HELP)
  process.exit(v.help ? 0 : 2)
}
const split = (s, sep) => [s.slice(0, s.indexOf(sep)).trim(), s.slice(s.indexOf(sep) + 1).trim()]
const fileLines = (f) => readFileSync(f, "utf8").split("\n").map((l) => l.trim()).filter(Boolean)
for (const line of v.credentials ? fileLines(v.credentials) : []) {
  const [kind, value] = split(line, ":")
  if (kind === "cookie") v.cookie.push(value)
  else if (kind === "token") v.token.push(value)
  else throw new Error(`credentials: ${line}`)
}
const number = (k) => Number(v[k])
const options = {
  run: v.run ? Number(v.run) : Math.floor(Math.random() * 2 ** 32), target: v.target, url: v.url, label: v.label, serverCmd: v["server-cmd"], serverLog: v["server-log"],
  serverPid: v["server-pid"] ? number("server-pid") : undefined,
  auth: { headers: Object.fromEntries(v.header.map((h) => split(h, ":"))), cookies: v.cookie, tokens: v.token,
    query: Object.fromEntries(v.query.map((q) => split(q, "="))) },
  docs: number("docs"), writers: number("writers"), readers: number("readers"), rate: number("rate"), seconds: number("seconds"),
  burst: number("burst"), words: number("words"), processes: number("processes"), drain: number("drain"), check: !v["no-check"],
  docIds: v["doc-ids"] ? fileLines(v["doc-ids"]) : v["doc-id"], textKey: v["text-key"],
  kills: number("kills"), seed: number("seed"), settle: number("settle"),
}
const { typing } = await import("./workloads/typing.mjs")
const { durability } = await import("./workloads/durability.mjs")
const run = { typing, durability }[workload]
if (!run) throw new Error(`unknown workload ${workload}`)
try {
  console.log(JSON.stringify(await run(options)))
  process.exit(0)
} catch (e) {
  console.log(JSON.stringify({ workload, target: v.target, label: v.label, error: String(e?.message ?? e) }))
  process.exit(1)
}
