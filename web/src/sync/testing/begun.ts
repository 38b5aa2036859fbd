/** What the tests of a file begin with. All that one began is ended after it, the last first. */
import { afterEach } from "vitest"
import { type Documents, openDocuments } from "../repo"
import { journalOf, MemoryStorage, serverWithDocument, type TestServer } from "./test-server"

/** Call it once in a file. */
export function begun() {
  const cleanups: (() => void | Promise<void>)[] = []
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
  })
  return {
    /** Does this after the test. */
    after: (cleanup: () => void | Promise<void>) => void cleanups.push(cleanup),
    /** A server that has one document, and the document's address. */
    async serverWithDocument() {
      const started = await serverWithDocument()
      cleanups.push(() => started.server.stop())
      return started
    },
    /** The documents of a person on a device. */
    documentsOf(server: TestServer, storage = new MemoryStorage(), local = new Map<string, string>()): Documents {
      const documents = openDocuments({
        personId: "anna",
        syncUrl: `ws://127.0.0.1:${server.port}`,
        checkSignedIn: () => Promise.resolve(true),
        storage,
        otherTabs: false,
        journal: journalOf(local),
      })
      cleanups.push(() => documents.close())
      return documents
    },
  }
}
