/** Reads texts from this device alone, for whoever may no longer open them: see `Unsent`. */
import * as A from "@automerge/automerge"
import type { RichTextDocument } from "../editor/document"
import { openDeviceStorage, type ToldStorage } from "./device-storage"
import { Journal } from "./journal"
import { type JournalStorage, journalStorage } from "./journal-storage"
import { soundPart } from "./sound-part"
import { typedWords } from "./typed-words"
import { Unsent } from "./unsent"

/** A text as it is on this device. */
export interface UnsentText {
  documentId: string
  /** Empty where the device has nothing but what was typed in the last moment. */
  doc: A.Doc<Partial<RichTextDocument>>
  /** What was typed and cannot be put into its place, because what came before it is not on the device. */
  loose: string[]
  /** False where a part of it is on the device and cannot be read. */
  isWhole: boolean
}

/** The texts of a person that the server has not confirmed. One of which the device has nothing is left out. */
export async function unsentTexts(
  personId: string,
  storage?: ToldStorage,
  noted: JournalStorage | null = journalStorage(),
): Promise<UnsentText[]> {
  const opened = storage === undefined ? openDeviceStorage(personId) : null
  const journal = new Journal(personId, "", noted)
  const texts: UnsentText[] = []
  for (const documentId of new Unsent(personId, noted).all()) {
    const text = await textOf(documentId, storage ?? opened, journal)
    if (text !== null) texts.push(text)
  }
  await opened?.close()
  return texts
}

async function textOf(documentId: string, storage: ToldStorage | null, journal: Journal): Promise<UnsentText | null> {
  const stored = await storedDocument(documentId, storage)
  const changes = journal.changes(documentId)
  const [doc, isApplied] = applied(stored.doc, changes)
  const loose = typedWords(changes.filter((change) => !A.hasHeads(doc, [A.decodeChange(change).hash])))
  const isWhole = stored.isWhole && isApplied
  return isWhole && typeof doc.text !== "string" && loose.length === 0 ? null : { documentId, doc, loose, isWhole }
}

function applied(doc: Stored["doc"], changes: A.Change[]): [Stored["doc"], boolean] {
  try {
    return [A.applyChanges(A.clone(doc), changes)[0], true]
  } catch {
    return [doc, false]
  }
}

interface Stored {
  doc: A.Doc<Partial<RichTextDocument>>
  isWhole: boolean
}

/** The document as far as it can be read. */
async function storedDocument(documentId: string, storage: ToldStorage | null): Promise<Stored> {
  let doc = A.init<Partial<RichTextDocument>>()
  let isWhole = true
  try {
    const parts = await storage?.loadRange([documentId]) ?? []
    for (const kind of ["snapshot", "incremental"]) {
      for (const { key, data } of parts) {
        if (key[1] !== kind || data === undefined) continue
        const sound = soundPart(data)
        doc = A.loadIncremental(doc, sound.data)
        isWhole &&= sound.isWhole
      }
    }
  } catch {
    isWhole = false
  }
  return { doc, isWhole }
}
