/** Reads texts from this device alone, for whoever may no longer open them: see `Unsent`. */
import * as A from "@automerge/automerge"
import { openDeviceStorage, type ToldStorage } from "./device-storage"
import { Journal } from "./journal"
import { type JournalStorage, journalStorage } from "./journal-storage"
import { Unsent } from "./unsent"

/** A text as it is on this device. */
export interface UnsentText {
  documentId: string
  text: string
}

/** The texts of a person that the server has not confirmed. One that cannot be read is left out. */
export async function unsentTexts(
  personId: string,
  storage: ToldStorage = openDeviceStorage(personId),
  noted: JournalStorage | null = journalStorage(),
): Promise<UnsentText[]> {
  const journal = new Journal(personId, "", noted)
  const texts: UnsentText[] = []
  for (const documentId of new Unsent(personId, noted).all()) {
    const text = await textOf(documentId, storage, journal).catch(() => null)
    if (text !== null) texts.push({ documentId, text })
  }
  return texts
}

async function textOf(documentId: string, storage: ToldStorage, journal: Journal): Promise<string | null> {
  const parts = await storage.loadRange([documentId])
  let doc = A.init<{ text?: unknown }>()
  for (const part of ["snapshot", "incremental"]) {
    for (const { key, data } of parts) if (key[1] === part && data !== undefined) doc = A.loadIncremental(doc, data)
  }
  doc = A.applyChanges(doc, journal.changes(documentId))[0]
  return typeof doc.text === "string" ? doc.text : null
}
