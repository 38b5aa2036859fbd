// @vitest-environment node
import "fake-indexeddb/auto"
import { expect, it, vi } from "vitest"
import { forgetOnDevice, openDeviceStorage, type WriteResult } from "./device-storage"

const bytes = (...numbers: number[]) => new Uint8Array(numbers)

it("keeps what is written, by key and by the beginning of a key", async () => {
  const storage = openDeviceStorage("ada")
  await storage.save(["doc", "incremental", "1"], bytes(1))
  await storage.save(["doc", "incremental", "2"], bytes(2))
  await storage.save(["doc", "snapshot", "3"], bytes(3))
  expect(await storage.load(["doc", "snapshot", "3"])).toEqual(bytes(3))
  expect(await storage.load(["doc", "snapshot", "4"])).toBeUndefined()
  const range = await storage.loadRange(["doc", "incremental"])
  expect(range).toEqual([
    { key: ["doc", "incremental", "1"], data: bytes(1) },
    { key: ["doc", "incremental", "2"], data: bytes(2) },
  ])
  await storage.removeRange(["doc", "incremental"])
  expect(await storage.loadRange(["doc"])).toEqual([{ key: ["doc", "snapshot", "3"], data: bytes(3) }])
})

it("keeps one person's documents apart from another's, and forgets them when asked", async () => {
  await openDeviceStorage("ben").save(["doc", "snapshot", "1"], bytes(1))
  expect(await openDeviceStorage("eve").load(["doc", "snapshot", "1"])).toBeUndefined()
  await forgetOnDevice("ben")
  expect(await openDeviceStorage("ben").load(["doc", "snapshot", "1"])).toBeUndefined()
})

it("tells when a write is done, and when it was aborted as on a full disk", async () => {
  const storage = openDeviceStorage("full")
  const results: WriteResult[] = []
  storage.onWrite = (_key, done) => void done.then((result) => results.push(result))
  await storage.save(["doc", "snapshot", "1"], bytes(1))
  const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore) {
    this.transaction.abort()
    return this.get("nothing")
  })
  await expect(storage.save(["doc", "snapshot", "2"], bytes(2))).rejects.toBeDefined()
  put.mockRestore()
  await vi.waitFor(() => expect(results.map(({ error }) => error === null)).toEqual([true, false]))
})

it("opens a database anew whose connection the browser has closed, and not one that was deleted", async () => {
  const open = vi.spyOn(indexedDB, "open")
  const storage = openDeviceStorage("zoe")
  await storage.save(["doc", "snapshot", "1"], bytes(1))
  const request = open.mock.results[0]?.value as IDBOpenDBRequest
  request.result.close()
  // Some browsers tell of it, and some do not.
  await storage.save(["doc", "snapshot", "2"], bytes(2))
  const again = open.mock.results[1]?.value as IDBOpenDBRequest
  again.result.close()
  again.result.onclose?.(new Event("close"))
  expect((await storage.loadRange(["doc"])).map(({ data }) => data)).toEqual([bytes(1), bytes(2)])
  await forgetOnDevice("zoe")
  await expect(storage.save(["doc", "snapshot", "3"], bytes(3))).rejects.toBeDefined()
  expect(await openDeviceStorage("zoe").loadRange(["doc"])).toEqual([])
  open.mockRestore()
})

it("lets go of its connection when it is closed", async () => {
  const close = vi.spyOn(IDBDatabase.prototype, "close")
  const storage = openDeviceStorage("wim")
  await storage.load(["doc", "snapshot", "1"])
  await storage.close()
  expect(close).toHaveBeenCalledOnce()
  close.mockRestore()
})

it("tries to open a database again that could not be opened", async () => {
  const open = vi.spyOn(indexedDB, "open").mockImplementationOnce(() => { throw new Error("not now") })
  const storage = openDeviceStorage("yan")
  await expect(storage.save(["doc", "snapshot", "1"], bytes(1))).rejects.toBeDefined()
  await storage.save(["doc", "snapshot", "1"], bytes(1))
  expect(await storage.load(["doc", "snapshot", "1"])).toEqual(bytes(1))
  open.mockRestore()
})

it("has words written through to the disk, and nothing else", async () => {
  const transaction = vi.spyOn(IDBDatabase.prototype, "transaction")
  const storage = openDeviceStorage("xu")
  for (const part of ["snapshot", "incremental", "sync-state"]) await storage.save(["doc", part, "1"], bytes(1))
  const writes = transaction.mock.calls.filter(([, mode]) => mode === "readwrite")
  expect(writes.map(([, , options]) => options?.durability)).toEqual(["strict", "strict", "default"])
  transaction.mockRestore()
})
