// automerge-repo WebSocket protocol: CBOR frames {join, peer, request, sync, ...} carrying
// Automerge sync messages. The thin client holds no document: it keeps what a real client's
// sync state holds (heads, the frontier shared with the server, its own changes not yet
// acknowledged) and answers every message as the stock client does.
import { randomBytes, randomUUID } from "node:crypto"
import { Encoder } from "cbor-x"
import bs58check from "bs58check"
import * as A from "@automerge/automerge"
import { openSocket, bytesIn } from "../socket.mjs"
import { chunks, changeHeader, decodeSync, encodeBloom, encodeInsert, encodeSync } from "../automerge-wire.mjs"
import { nowMs } from "../stats.mjs"

const cbor = new Encoder({ tagUint8Array: false, useRecords: false })
const bs58 = bs58check.default ?? bs58check

/** A document id is the base58check of a version 4 UUID; the server checks the version. */
export const newDocId = () => bs58.encode(Buffer.from(randomUUID().replaceAll("-", ""), "hex"))
// Writers' actors: a mark, the run (a document may see several runs), the writer's number.
const runMark = (run) => "c011ab00" + "00".repeat(4) + (run >>> 0).toString(16).padStart(8, "0")
const actorOf = (run, writerNo) => runMark(run) + writerNo.toString(16).padStart(8, "0")

/** The frames below the sync protocol; shared by thin and full clients. */
class RepoConnection {
  constructor(opts) {
    this.opts = opts
    this.peerId = "bench-" + randomBytes(6).toString("hex")
    this.frames = 0
  }
  async open() {
    let joined
    const ready = new Promise((resolve, reject) => (joined = { resolve, reject }))
    ready.catch(() => {})
    await openSocket(this.opts.url, {
      ...this.opts,
      onSocket: (ws) => (this.ws = ws),
      onMessage: (data, isBinary) => {
        if (!isBinary) return
        this.frames++
        const m = cbor.decode(data)
        if (m.type === "peer") {
          this.serverId = m.senderId
          joined.resolve()
        } else if (m.type === "error") joined.reject(new Error(m.message))
        else if (m.documentId === this.opts.doc) this.onRepoMessage(m)
      },
      onClose: (code, reason) => {
        joined.reject(new Error(`closed ${code} ${reason}`))
        this.onClosed?.(code, reason)
      },
    })
    this.send({
      type: "join",
      senderId: this.peerId,
      peerMetadata: { isEphemeral: true },
      supportedProtocolVersions: ["1"],
    })
    await ready
  }
  send(m) {
    if (this.ws.readyState === 1) this.ws.send(cbor.encode(m))
  }
  sendSync(data, type = "sync") {
    this.send({ type, senderId: this.peerId, targetId: this.serverId, documentId: this.opts.doc, data })
  }
  bytesIn() {
    return bytesIn(this.ws)
  }
  close() {
    this.ws?.terminate()
  }
}

/** Thin client; `onKeystroke(writerNo, seq)` is called for each change as it arrives. */
export class Thin extends RepoConnection {
  constructor(opts) {
    super(opts)
    const { seed, writerNo } = opts
    this.seed = seed
    this.mark = runMark(opts.run)
    this.actor = actorOf(opts.run, writerNo ?? 0xffffff)
    this.seq = 0
    this.maxOp = seed.maxOp
    this.heads = new Set(seed.heads)
    this.lastSync = seed.heads // as a client with a stored copy and stored sync state
    this.own = [] // {hash, bytes, seq}: own changes, in order
    this.ackedSeq = 0
    // hash -> the highest own seq among the change's ancestors (itself included)
    this.covers = new Map(seed.heads.map((h) => [h, 0]))
    this.missing = new Map() // changes held back until their deps are here
  }
  async start() {
    await this.open()
    let first
    const answered = new Promise((r) => (first = r))
    this.firstAnswer = first
    this.#sendState([])
    await answered
  }
  onRepoMessage(m) {
    if (m.type === "doc-unavailable") return this.opts.onProblem?.("doc-unavailable")
    if (m.type !== "sync" && m.type !== "request") return
    const msg = decodeSync(m.data)
    const at = nowMs()
    for (const element of msg.changes)
      for (const c of chunks(element)) {
        if (c.hash === null) {
          // The server sent the whole document instead of what is new: legal, and dear.
          this.opts.onProblem?.("whole document sent to an up-to-date client")
          for (const bytes of A.getAllChanges(A.load(element)))
            for (const one of chunks(bytes)) this.#take(one.hash, changeHeader(one.body), at)
          continue
        }
        this.#take(c.hash, changeHeader(c.body), at)
      }
    const known = msg.heads.filter((h) => this.covers.has(h))
    if (known.length === msg.heads.length && msg.heads.length) {
      this.lastSync = msg.heads
      for (const h of msg.heads) this.ackedSeq = Math.max(this.ackedSeq, this.covers.get(h))
    }
    this.firstAnswer?.()
    const wanted = msg.need.length ? this.own.filter((o) => msg.need.includes(o.hash)).map((o) => o.bytes) : []
    const need = msg.heads.filter((h) => !this.covers.has(h))
    if (msg.changes.length || wanted.length || need.length) this.#sendState(wanted, need)
  }
  #take(hash, header, at) {
    if (this.covers.has(hash)) return
    if (header.actor.startsWith(this.mark)) this.opts.onKeystroke?.(parseInt(header.actor.slice(24), 16), header.seq, at)
    if (!header.deps.every((d) => this.covers.has(d))) {
      this.missing.set(hash, header)
      return
    }
    this.#apply(hash, header)
    for (let again = this.missing.size > 0; again; ) {
      again = false
      for (const [h, hd] of this.missing)
        if (hd.deps.every((d) => this.covers.has(d))) {
          this.missing.delete(h)
          this.#apply(h, hd)
          again = true
        }
    }
  }
  #apply(hash, header) {
    let covered = 0
    for (const d of header.deps) {
      this.heads.delete(d)
      covered = Math.max(covered, this.covers.get(d))
    }
    this.heads.add(hash)
    this.covers.set(hash, covered)
    this.maxOp = Math.max(this.maxOp, header.startOp) // every change of a run is one op
  }
  #sendState(changes, need = []) {
    const unacked = this.own.filter((o) => o.seq > this.ackedSeq).map((o) => o.hash)
    this.sendSync(
      encodeSync({ heads: [...this.heads], need, lastSync: this.lastSync, bloom: encodeBloom(unacked), changes }),
    )
  }
  /** Types one character; returns its sequence number. */
  type(char, position, continueRun) {
    const seq = ++this.seq
    const startOp = ++this.maxOp
    const after =
      continueRun && this.lastInsert
        ? this.lastInsert
        : { ctr: this.seed.firstElem + position, actor: this.seed.actor }
    const { bytes, hash } = encodeInsert({
      actor: this.actor,
      seq,
      startOp,
      time: Math.floor(Date.now() / 1000),
      deps: [...this.heads],
      obj: { ctr: this.seed.obj, actor: this.seed.objActor },
      after,
      char,
    })
    this.lastInsert = { ctr: startOp, actor: this.actor }
    this.heads = new Set([hash])
    this.covers.set(hash, seq)
    this.own.push({ hash, bytes, seq })
    while (this.own.length > 4096) this.own.shift()
    this.#sendState([bytes])
    return seq
  }
}

/** Full client over a real Automerge document; for seeding, cold opens and checks. */
export class Full extends RepoConnection {
  constructor(opts) {
    super(opts)
    this.doc = opts.initial ?? A.init()
    this.state = A.initSyncState()
    this.waiters = []
    this.lastDataAt = 0
    this.applyMs = 0
  }
  async start() {
    await this.open()
    this.#push(true)
  }
  onRepoMessage(m) {
    if (m.type === "doc-unavailable") {
      this.unavailable = true
      this.#wake()
      return
    }
    if (m.type !== "sync" && m.type !== "request") return
    const t0 = nowMs()
    this.lastDataAt = t0
    const r = A.receiveSyncMessage(this.doc, this.state, m.data)
    this.doc = r[0]
    this.state = r[1]
    this.applyMs += nowMs() - t0
    this.unavailable = false
    this.theirHeads = decodeSync(m.data).heads
    this.#push(false)
    this.#wake()
  }
  #push(first) {
    const [state, message] = A.generateSyncMessage(this.doc, this.state)
    this.state = state
    if (message) this.sendSync(message, first && A.getHeads(this.doc).length === 0 ? "request" : "sync")
  }
  #wake() {
    this.waiters = this.waiters.filter((w) => !w())
  }
  until(test, timeoutMs = 60_000) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("timed out waiting for the document")), timeoutMs)
      const probe = () => {
        if (!test(this)) return false
        clearTimeout(timer)
        resolve(true)
        return true
      }
      if (!probe()) this.waiters.push(probe)
    })
  }
  /** Resolves when the server has said it has every change of ours. */
  acknowledged(timeoutMs) {
    return this.until((c) => c.theirHeads && A.getHeads(c.doc).every((h) => c.theirHeads.includes(h)), timeoutMs)
  }
  change(fn) {
    this.doc = A.change(this.doc, fn)
    this.#push(false)
  }
  text(key) {
    return String(this.doc[key] ?? "")
  }
  /** The set of "writerNo:seq" keystrokes in the document. */
  keystrokes() {
    const out = new Set()
    const mark = runMark(this.opts.run)
    for (const bytes of A.getAllChanges(this.doc)) {
      for (const c of chunks(bytes)) {
        const h = changeHeader(c.body)
        if (h.actor.startsWith(mark)) out.add(parseInt(h.actor.slice(24), 16) + ":" + h.seq)
      }
    }
    return out
  }
}

/**
 * Types `text` word by word, one change a word: a server that sees a short history sends the
 * whole document in place of the few changes that are new. An existing text is typed on at its
 * end, never replaced.
 */
function typeWords(doc, text, textKey) {
  if (!doc[textKey]) doc = A.change(doc, (d) => (d[textKey] = ""))
  const [objCtr, objActor] = A.getObjectId(doc, textKey).split("@")
  let at = String(doc[textKey]).length
  let first
  for (const word of text.match(/\S+\s*/g) ?? []) {
    doc = A.change(doc, (d) => A.splice(d, [textKey], at, 0, word))
    first ??= A.decodeChange(A.getLastLocalChange(doc))
    at += word.length
  }
  const firstElem = first.startOp
  return { doc, seed: { actor: first.actor, firstElem, obj: Number(objCtr), objActor, length: text.length, maxOp: firstElem + text.length - 1, heads: A.getHeads(doc) } }
}
let prepared // documents with nothing in them yet all start from the same bytes

/** Puts `text` under `textKey` of a document (new or existing) and returns what thin clients need. */
export async function seedDoc(opts, text) {
  let typed
  if (opts.existing) {
    const look = new Full({ ...opts, initial: undefined })
    await look.start()
    await look.until((x) => x.unavailable || A.getHeads(x.doc).length > 0, 10_000)
    look.close()
    typed = typeWords(look.doc, text, opts.textKey)
  } else {
    if (!prepared) {
      const t = typeWords(A.init(), text, opts.textKey)
      prepared = { bytes: A.save(t.doc), seed: t.seed }
    }
    typed = { doc: A.load(prepared.bytes), seed: prepared.seed }
  }
  const c = new Full({ ...opts, initial: typed.doc })
  await c.start()
  await c.acknowledged(60_000)
  c.close()
  return typed.seed
}
