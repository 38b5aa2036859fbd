// The server by itself: memory at rest with the demo edition, the zero draft from 200 key points, the first page.
import { readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { edition, Site } from "./site.mjs"
import { largeEdition } from "./large-edition.mjs"

const ms = () => Number(process.hrtime.bigint()) / 1e6
const round = (x) => Math.round(x * 100) / 100
const residentMb = (pid) => round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024)

const demo = await new Site({ port: 3936 }).start()
await demo.get("/")
await new Promise((resolve) => setTimeout(resolve, 3000))
const atRestMb = residentMb(demo.server.pid)
const from = ms()
await demo.get("/")
const firstPageMs = round(ms() - from)
await demo.stop()
demo.remove()

const times = []
const file = path.join(tmpdir(), `rapporteur-bench-edition-${process.pid}.json`)
largeEdition(file, 200)
for (let run = 0; run < 3; run++) {
  const site = await new Site({ port: 3937, file }).start()
  const begun = ms()
  await site.post(`/api/editions/${edition}/compile`, {})
  times.push(ms() - begun)
  await site.stop()
  site.remove()
}
const result = { at_rest_mb: atRestMb, first_page_ms: firstPageMs, zero_draft_200_key_points_ms: round(Math.min(...times)) }
process.stderr.write(JSON.stringify(result) + "\n")
writeFileSync(path.join(import.meta.dirname, "results/workspace.json"), JSON.stringify(result, null, 1) + "\n")
