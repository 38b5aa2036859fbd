// Keystroke → other client: the same ten writers in one document on each server, taken in turn so that a noisy machine is
// noisy for all. Options: --writers 10 --seconds 20 --rate 5 --rounds 2 --peers floor,automerge-repo,rapporteur
import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { parseArgs } from "node:util"
import { binary, edition, Site, target } from "./site.mjs"

const { values: v } = parseArgs({
  options: {
    writers: { type: "string", default: "10" }, seconds: { type: "string", default: "20" }, rate: { type: "string", default: "5" },
    rounds: { type: "string", default: "2" }, peers: { type: "string", default: "floor,floor-fsync,automerge-repo,rapporteur" },
  },
})
const here = import.meta.dirname
const floor = path.join(target, "release/floor")
if (v.peers.includes("floor") && !existsSync(floor)) {
  process.stderr.write("building the floor (about a minute)\n")
  const built = spawnSync("cargo", ["build", "--release", "--locked", "--quiet", "--target-dir", target], { cwd: path.join(here, "collab/floor"), stdio: "inherit" })
  if (built.status !== 0) process.exit(1)
}

/** What to start and how to reach it; `data` is a fresh folder. */
const peers = {
  floor: async () => ({ protocol: "echo", url: "ws://127.0.0.1:3931/{doc}", command: `env PORT=3931 ${floor}` }),
  "floor-fsync": async (data) => ({ protocol: "echo", url: "ws://127.0.0.1:3932/{doc}", command: `env PORT=3932 WAL=${data}/wal ${floor}` }),
  "automerge-repo": async (data) => ({
    protocol: "automerge", url: "ws://127.0.0.1:3933", command: `env PORT=3933 DATA_DIR=${data} ${process.execPath} ${here}/collab/servers/automerge-repo.mjs`,
  }),
  rapporteur: async () => {
    const site = await new Site({ port: 3934 }).start()
    const [session] = await site.get(`/api/editions/${edition}/sessions`)
    await site.stop()
    const documentId = session.notesUrl.replace("automerge:", "")
    return {
      protocol: "automerge", url: "ws://127.0.0.1:3934/sync", command: site.serveCommand, site,
      more: ["--doc-id", documentId, "--token", site.token, "--header", "Authorization: Bearer {token}"],
    }
  },
}

const lines = []
for (let round = 1; round <= Number(v.rounds); round++)
  for (const name of v.peers.split(",")) {
    const data = mkdtempSync(path.join(tmpdir(), "bench-peer-"))
    const peer = await peers[name](data)
    const args = [path.join(here, "collab/bench.mjs"), "typing", "--target", peer.protocol, "--url", peer.url, "--label", name,
      "--server-cmd", peer.command, "--server-log", path.join(here, `results/${name}.log`),
      "--writers", v.writers, "--seconds", v.seconds, "--rate", v.rate, ...(peer.more ?? [])]
    const ran = spawnSync(process.execPath, args, { encoding: "utf8", timeout: 240_000 })
    const line = ran.stdout?.trim() || JSON.stringify({ workload: "typing", label: name, error: (ran.stderr ?? "").slice(-500) || String(ran.error) })
    process.stderr.write(`round ${round} ${line.slice(0, 300)}\n`)
    lines.push(line)
    peer.site?.remove()
    rmSync(data, { recursive: true, force: true })
  }
writeFileSync(path.join(here, "results/typing.jsonl"), lines.join("\n") + "\n")
if (v.peers.includes("rapporteur") && !existsSync(binary)) process.exit(1)
if (lines.some((line) => JSON.parse(line).error)) process.exit(1)
