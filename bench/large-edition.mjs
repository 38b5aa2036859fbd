// The demo edition with many more accepted key points, for measuring: same sessions, numbered statements.
import { readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import { root } from "./site.mjs"

/** Writes an edition file with `count` accepted key points to `file`. */
export function largeEdition(file, count) {
  const edition = JSON.parse(readFileSync(path.join(root, "demo/igf-2023.json"), "utf8"))
  const sessions = edition.sessions
  const themes = edition.themes.map((theme) => theme.id)
  const addressees = edition.addressees.map((addressee) => addressee.id)
  for (const session of sessions) session.keyPoints = []
  for (let i = 0; i < count; i++)
    sessions[i % sessions.length].keyPoints.push({
      statement: `Point ${i + 1}: adopt measures that protect people online, publish how they are applied, and report on them to parliament each year.`,
      themes: [themes[i % themes.length]], addressee: addressees[i % addressees.length], basis: "reported", attributedTo: null,
      source: null, state: "accepted", kind: "call-to-action", stance: "convergence",
    })
  writeFileSync(file, JSON.stringify(edition))
}
