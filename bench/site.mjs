// The program under measurement: the release build on a data folder of its own, loopback only.
import { spawn, spawnSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { fileURLToPath } from "node:url"

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..")
export const target = process.env.CARGO_TARGET_DIR ?? path.join(root, "target")
export const binary = process.env.BINARY ?? path.join(target, "release/rapporteur")
export const edition = "igf-2023"
const settings = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("RAPPORTEUR_")))
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

export class Site {
  constructor({ port, file = path.join(root, "demo/igf-2023.json") }) {
    this.port = port
    this.data = mkdtempSync(path.join(tmpdir(), "rapporteur-bench-"))
    this.command("import", file)
    this.token = this.command("token", "--person", "bench@example.org", "--role", "editor", "--edition", edition, "--ttl", "8h").trim()
  }
  get url() {
    return `http://127.0.0.1:${this.port}`
  }
  get serveCommand() {
    return `${binary} serve --listen 127.0.0.1:${this.port} --data ${this.data}`
  }
  /** Runs a command on the data; returns what it printed. */
  command(...args) {
    const ran = spawnSync(binary, [...args, "--data", this.data], { encoding: "utf8", env: settings, maxBuffer: 1 << 28 })
    if (ran.status !== 0) throw new Error(`rapporteur ${args.join(" ")}: ${ran.stderr || ran.error}`)
    return ran.stdout
  }
  async start() {
    this.server = spawn(binary, ["serve", "--listen", `127.0.0.1:${this.port}`, "--data", this.data], { stdio: ["ignore", "ignore", "pipe"], env: settings })
    this.log = ""
    this.server.stderr.on("data", (part) => (this.log = (this.log + part).slice(-20_000)))
    process.once("exit", () => this.server?.kill("SIGKILL"))
    for (let tries = 0; tries < 600; tries++) {
      if ((await fetch(`${this.url}/healthz`).catch(() => null))?.ok) return this
      await sleep(50)
    }
    throw new Error("the server does not answer")
  }
  async stop() {
    if (!this.server) return
    const ended = new Promise((resolve) => this.server.once("exit", resolve))
    this.server.kill("SIGTERM")
    await Promise.race([ended, sleep(15_000)])
    this.server = null
  }
  remove() {
    rmSync(this.data, { recursive: true, force: true })
  }
  async request(method, at, body) {
    const answer = await fetch(this.url + at, {
      method,
      headers: { authorization: `Bearer ${this.token}`, ...(body ? { "content-type": "application/json" } : {}) },
      body: body ? JSON.stringify(body) : undefined,
    })
    if (!answer.ok) throw new Error(`${method} ${at}: ${answer.status} ${await answer.text()}`)
    return answer.headers.get("content-type")?.includes("json") ? answer.json() : answer.arrayBuffer()
  }
  /** A link that signs the bench's person in; without a mail server it stands in the log. */
  async signInLink() {
    await fetch(`${this.url}/api/sign-in/request`, { method: "POST", headers: { "content-type": "application/json", origin: this.url }, body: JSON.stringify({ email: "bench@example.org" }) })
    for (let tries = 0; tries < 40; tries++) {
      const link = /https?:\S+sign-in#[\w-]+/.exec(this.log)?.[0]
      if (link) return link
      await sleep(50)
    }
    throw new Error("the log holds no link")
  }
  get(at) {
    return this.request("GET", at)
  }
  post(at, body) {
    return this.request("POST", at, body ?? {})
  }
}
