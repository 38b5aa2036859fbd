/** Reads texts from this device alone, for whoever may no longer open them: see `Unsent`. */
import * as A from "@automerge/automerge"
import type { RichTextDocument } from "../editor/document"
import { openDeviceStorage, type ToldStorage } from "./device-storage"
import { Journal } from "./journal"
import { type JournalStorage, journalStorage } from "./journal-storage"
import { typedWords } from "./typed-words"
import { Unsent } from "./unsent"

/** A text as it is on this device. */
export interface UnsentText {
  documentId: string
  /** Empty where the device has nothing but what was typed in the last moment. */
  doc: A.Doc<Partial<RichTextDocument>>
  /** What was typed and cannot be put into its place, because what came before it is not on the device. */
  loose: string[]
}

/** The texts of a person that the server has not confirmed. One of which nothing can be read is left out. */
export async function unsentTexts(
  personId: string,
  storage: ToldStorage = openDeviceStorage(personId),
  noted: JournalStorage | null = journalStorage(),
): Promise<UnsentText[]> {
  const journal = new Journal(personId, "", noted)
  const texts: UnsentText[] = []
  for (const documentId of new Unsent(personId, noted).all()) {
    const text = await textOf(documentId, storage, journal).catch(() => null)
    if (text !== null) texts.push(text)
  }
  return texts
}

async function textOf(documentId: string, storage: ToldStorage, journal: Journal): Promise<UnsentText | null> {
  const changes = journal.changes(documentId)
  const stored = await storedDocument(documentId, storage).catch(() => A.init<Partial<RichTextDocument>>())
  const [doc] = A.applyChanges(stored, changes)
  const loose = typedWords(changes.filter((change) => !A.hasHeads(doc, [A.decodeChange(change).hash])))
  return typeof doc.text === "string" || loose.length > 0 ? { documentId, doc, loose } : null
}

async function storedDocument(documentId: string, storage: ToldStorage): Promise<A.Doc<Partial<RichTextDocument>>> {
  const parts = await storage.loadRange([documentId])
  let doc = A.init<Partial<RichTextDocument>>()
  for (const part of ["snapshot", "incremental"]) {
    for (const { key, data } of parts) if (key[1] === part && data !== undefined) doc = A.loadIncremental(doc, data)
  }
  return doc
}
