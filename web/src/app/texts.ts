// The documents of the person who is signed in. The store and its WebAssembly are loaded when a text is first needed.
import { askServer, onHeard } from '../api/heard'
import type { Me } from '../api/types'
import type { DocumentHandle } from '../editor/document'
import type { PresenceChannel } from '../editor/editor-api'
import type { DocumentStatus } from '../sync/connection-status'
import type { Documents } from '../sync/repo'
import { Unsent } from '../sync/unsent'
import type { Translate } from '../i18n/translate'
import type { KeptFile, Names } from './kept-file'
import { closeRestingTexts } from './resting-texts'

export interface OpenedText {
  handle: DocumentHandle
  presence: PresenceChannel
  retry(): void
  /** Looks anew at what is on the server, and tells it. */
  look(): void
  /** Hands the document over as a file, headed in the person's language. */
  keep(t: Translate, names: Names): void
  close(): void
}

interface Options {
  signal: AbortSignal
  /** It is neither on this device nor can the server be reached. It goes on waiting. */
  onMissing(): void
  /** The server was reached and does not give it. */
  onNoAccess(): void
  onStatus(status: DocumentStatus): void
  /** Whether the person may write the text now. */
  mayWrite(): boolean
}

const opened = new Map<string, Promise<Documents>>()

function documentsOf(personId: string): Promise<Documents> {
  let documents = opened.get(personId)
  if (documents === undefined) {
    documents = import('../sync/repo').then(({ openDocuments }) => openDocuments({
      personId,
      // On a shared laptop somebody else may have signed in meanwhile: what this person typed is not theirs to send.
      syncUrl: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sync?person=${encodeURIComponent(personId)}`,
      checkSignedIn: () => checkSignedIn(personId),
      heardElsewhere: onHeard,
    }))
    documents.catch(() => opened.delete(personId))
    opened.set(personId, documents)
  }
  return documents
}

async function checkSignedIn(personId: string): Promise<boolean | null> {
  try {
    const answer = await askServer('/api/me')
    if (answer.ok) return ((await answer.json()) as Me).person.id === personId
    return answer.status === 401 ? false : null
  } catch {
    return null
  }
}

/** Opens a text, from this device if it is here, else from the server. */
export async function openText(url: string, personId: string, { signal, onMissing, onNoAccess, onStatus, mayWrite }: Options): Promise<OpenedText> {
  // What writes the file comes with the text: when it is asked for there may be no network.
  const [documents, { editorHandle, presenceChannel }, { keptFile }] = await Promise.all([documentsOf(personId), import('../sync/repo'), import('./kept-file')])
  const docHandle = await documents.open(url, {
    signal,
    onUnavailable: (refused) => { if (refused) onNoAccess(); else onMissing() },
  })
  const handle = editorHandle(docHandle)
  const status = documents.status(docHandle, onStatus, mayWrite)
  onStatus(status.current())
  return {
    handle,
    presence: presenceChannel(docHandle),
    retry: () => { documents.retryNow() },
    look: () => { onStatus(status.current()) },
    keep: (t, names) => { download(keptFile({ doc: handle.doc(), loose: [] }, names, t, new Date())) },
    close: () => { status.close() },
  }
}

/** Fetches texts onto this device while there is a network, so that they open without one. */
export async function fetchAhead(personId: string, urls: readonly string[]): Promise<void> {
  await (await documentsOf(personId)).fetchAhead(urls)
}

/** Lets go of the documents of whoever signs out. They stay on the device under the person's own name. */
export async function closeTexts(): Promise<void> {
  closeRestingTexts()
  const all = [...opened.values()]
  opened.clear()
  await Promise.all(all.map((documents) => documents.then((each) => each.close()).catch(() => undefined)))
}

/** Tries at once to reach the server: somebody has signed in again. */
export function retryTexts(): void {
  for (const documents of opened.values()) void documents.then((each) => { each.retryNow() }, () => undefined)
}

/** A document on this device that holds something the server has not confirmed. */
export interface KeptText {
  documentId: string
  /** Some words of it, to tell it from others. */
  words: string
  /** False where the device cannot read all of it. */
  isWhole: boolean
  /** Hands the document over as a file, headed in the person's language; null where nothing of it can be read. */
  keep: ((t: Translate, names: Names) => void) | null
}

/** The documents on this device that hold something the server has not confirmed, whether or not they can still be opened. */
export async function keptTexts(personId: string): Promise<KeptText[]> {
  if (new Unsent(personId).all().length === 0) return []
  const [{ unsentTexts }, { keptFile }] = await Promise.all([import('../sync/unsent-texts'), import('./kept-file')])
  return (await unsentTexts(personId)).map(({ documentId, doc, loose, isWhole }) => ({
    documentId, isWhole,
    words: [doc.text ?? '', ...loose].join(' '),
    keep: typeof doc.text !== 'string' && loose.length === 0 ? null : (t, names) => { download(keptFile({ doc, loose }, names, t, new Date())) },
  }))
}

function download({ name, text }: KeptFile): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  link.download = name
  link.click()
  setTimeout(() => { URL.revokeObjectURL(link.href) }, 60_000)
}

/** The key points behind a paragraph, as they were when it was written; `_version` tells that the text has changed in place. */
export function paragraphSources(handle: DocumentHandle, paragraphId: string, _version: number): { keyPointId: string; sessionId: string | null; quote: string; statement: string }[] {
  return Object.entries(handle.doc().sources?.[paragraphId] ?? {}).map(([keyPointId, { sessionId, quote, statement }]) => ({
    keyPointId, sessionId: sessionId === undefined ? null : String(sessionId), quote: String(quote), statement: String(statement),
  }))
}

