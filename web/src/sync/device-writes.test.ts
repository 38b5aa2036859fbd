// @vitest-environment node
import * as A from "@automerge/automerge"
import { Repo } from "@automerge/automerge-repo"
import { expect, it, vi } from "vitest"
import { DeviceWrites } from "./device-writes"
import { MemoryStorage } from "./testing/test-server"

it("does not forget a later write when one that took longer is done", async () => {
  const storage = new MemoryStorage()
  const writes = new DeviceWrites(storage, () => undefined)
  const repo = new Repo({ storage, network: [], saveDebounceRate: 1 })
  writes.watch(repo)
  const handle = repo.create<{ text: string }>({ text: "a" })
  const isSaved = () => writes.isSaved(handle.documentId, A.getHeads(handle.doc()))
  const type = (letter: string) => handle.change((doc) => { A.splice(doc, ["text"], 0, 0, letter) })
  for (const letter of "bcd") {
    type(letter)
    await vi.waitFor(() => expect(isSaved()).toBe(true))
  }
  // Parts are put together, and the old ones take long to go.
  const remove = storage.remove.bind(storage)
  const removing = vi.fn()
  let go: () => void = () => undefined
  const gate = new Promise<void>((resolve) => { go = resolve })
  storage.remove = async (key) => {
    removing()
    await gate
    await remove(key)
  }
  type("e")
  const settled = writes.settle(repo, handle)
  await vi.waitFor(() => expect(removing).toHaveBeenCalled())
  type("f")
  await vi.waitFor(() => expect(isSaved()).toBe(true))
  go()
  await settled
  expect(isSaved()).toBe(true)
})
