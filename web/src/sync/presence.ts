/** Who has a document open, for pages that show faces but no text: the same messages that carets travel by. */
import type { PresenceChannel } from "../editor/editor-api"
import { CURSOR_TIMES } from "../editor/remote-cursors"

/** Someone who has the document open; the same person may have several tabs. */
export interface Present {
  personId: string
  name: string
  colour: string
}

/** Listens without sending. Calls back whenever who is there changes; each person once. */
export function watchPresence(
  channel: PresenceChannel,
  onPresent: (present: readonly Present[]) => void,
  now: () => number = Date.now,
): () => void {
  const seen = new Map<string, { present: Present; at: number }>()
  let told = "[]"
  const tell = () => {
    const people = new Map<string, Present>()
    for (const { present } of seen.values()) people.set(present.personId, present)
    const list = [...people.values()].sort((one, other) => one.name.localeCompare(other.name))
    const text = JSON.stringify(list)
    if (text === told) return
    told = text
    onPresent(list)
  }
  const stop = channel.onMessage((message, senderId) => {
    if (typeof message !== "object" || message === null || !("kind" in message)) return
    if (message.kind === "left") seen.delete(senderId)
    const present = message.kind === "cursor" ? readPresent(message) : null
    if (present !== null) seen.set(senderId, { present, at: now() })
    tell()
  })
  const timer = setInterval(() => {
    for (const [senderId, { at }] of seen) if (now() - at > CURSOR_TIMES.forget) seen.delete(senderId)
    tell()
  }, CURSOR_TIMES.repeat)
  return () => {
    clearInterval(timer)
    stop()
  }
}

function readPresent(message: object): Present | null {
  if (!("personId" in message) || typeof message.personId !== "string") return null
  if (!("name" in message) || typeof message.name !== "string") return null
  const colour = "colour" in message && typeof message.colour === "string" ? message.colour : "currentcolor"
  return { personId: message.personId, name: message.name.slice(0, 80), colour }
}
