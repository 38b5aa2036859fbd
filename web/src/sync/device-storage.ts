/**
 * Keeps documents on this device, in IndexedDB, and tells truly when something has been written.
 *
 * A write counts only when its transaction has completed. One that fails (a full disk, a browser that forbids
 * storage) is told as well: the page must say so.
 */
import type { StorageAdapterInterface, StorageKey } from "@automerge/automerge-repo"

/** What happened to one write. */
export interface WriteResult {
  key: StorageKey
  error: unknown
}

/** Storage that tells of its writes. */
export interface ToldStorage extends StorageAdapterInterface {
  /** Called as a write begins; the promise resolves when it is done or has failed. Never rejects. */
  onWrite: ((key: StorageKey, done: Promise<WriteResult>) => void) | null
}

const STORE = "documents"

/** Opens the database of one person: laptops are shared. */
export function openDeviceStorage(personId: string): DeviceStorage {
  return new DeviceStorage(databaseName(personId))
}

/** Takes everything of one person off this device. */
export function forgetOnDevice(personId: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(databaseName(personId))
    request.onsuccess = () => resolve()
    request.onerror = () => reject(request.error ?? new Error("the database could not be deleted"))
    // Another tab holds it open; it goes as soon as that one is closed.
    request.onblocked = () => resolve()
  })
}

function databaseName(personId: string): string {
  return `rapporteur-${personId}`
}

/** A person's database. */
export class DeviceStorage implements ToldStorage {
  onWrite: ToldStorage["onWrite"] = null
  #database: Promise<IDBDatabase> | null = null
  #isForgotten = false

  constructor(private readonly name: string) {
    // Each use sees the failure, and tries again.
    this.#connect().catch(() => undefined)
  }

  /** Browsers close connections of their own accord, and fail to open them for a while: then a new one is opened. */
  #connect(): Promise<IDBDatabase> {
    if (this.#isForgotten) return Promise.reject(new Error("the database was deleted"))
    if (this.#database !== null) return this.#database
    const opening = new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(this.name, 1)
      request.onupgradeneeded = () => request.result.createObjectStore(STORE)
      request.onerror = () => reject(request.error ?? new Error("the database could not be opened"))
      request.onsuccess = () => {
        const database = request.result
        database.onversionchange = () => {
          this.#isForgotten = true
          database.close()
        }
        database.onclose = () => this.#letGo(opening)
        resolve(database)
      }
    })
    this.#database = opening
    opening.catch(() => this.#letGo(opening))
    return opening
  }

  /** Lets go of the database. Whoever uses it after that opens it again. */
  async close(): Promise<void> {
    const database = this.#database
    this.#database = null
    await database?.then((each) => each.close(), () => undefined)
  }

  #letGo(opening: Promise<IDBDatabase>): void {
    if (this.#database === opening) this.#database = null
  }

  async load(key: StorageKey): Promise<Uint8Array | undefined> {
    const store = await this.#open("readonly")
    const value: unknown = await requested(store.get(key))
    return binaryOf(value)
  }

  save(key: StorageKey, data: Uint8Array): Promise<void> {
    // By default browsers do not wait for the disk. It takes 3 ms instead of 1, and only words must outlive a power cut.
    const durability = key[1] === "snapshot" || key[1] === "incremental" ? "strict" : "default"
    return this.#told(key, (store) => store.put({ key, binary: data }, key), durability)
  }

  remove(key: StorageKey): Promise<void> {
    return this.#write((store) => store.delete(key))
  }

  async loadRange(prefix: StorageKey): Promise<{ key: StorageKey; data: Uint8Array | undefined }[]> {
    const store = await this.#open("readonly")
    const range = rangeOf(prefix)
    const [keys, values] = await Promise.all([requested(store.getAllKeys(range)), requested(store.getAll(range))])
    return keys.map((key, index) => ({
      key: Array.isArray(key) ? key.map(String) : [String(key)],
      data: binaryOf(values[index]),
    }))
  }

  removeRange(prefix: StorageKey): Promise<void> {
    return this.#write((store) => store.delete(rangeOf(prefix)))
  }

  #told(key: StorageKey, run: (store: IDBObjectStore) => IDBRequest, durability: IDBTransactionDurability): Promise<void> {
    const writing = this.#write(run, durability)
    this.onWrite?.(
      key,
      writing.then(
        () => ({ key, error: null }),
        (error: unknown) => ({ key, error: error ?? new Error("not written") }),
      ),
    )
    return writing
  }

  async #write(run: (store: IDBObjectStore) => IDBRequest, durability: IDBTransactionDurability = "default"): Promise<void> {
    const store = await this.#open("readwrite", durability)
    const transaction = store.transaction
    await new Promise<void>((resolve, reject) => {
      const fail = () => reject(transaction.error ?? new Error("the write was aborted"))
      transaction.oncomplete = () => resolve()
      transaction.onerror = fail
      // A full disk aborts without an error event.
      transaction.onabort = fail
      run(store)
    })
  }

  async #open(mode: IDBTransactionMode, durability: IDBTransactionDurability = "default"): Promise<IDBObjectStore> {
    const begin = (database: IDBDatabase) => database.transaction(STORE, mode, { durability }).objectStore(STORE)
    const opening = this.#connect()
    const database = await opening
    try {
      return begin(database)
    } catch {
      // Not every browser tells that it has closed the connection.
      this.#letGo(opening)
      return begin(await this.#connect())
    }
  }
}

function rangeOf(prefix: StorageKey): IDBKeyRange {
  return IDBKeyRange.bound(prefix, [...prefix, "\uffff"])
}

function requested<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error("not read"))
  })
}

function binaryOf(value: unknown): Uint8Array | undefined {
  if (typeof value !== "object" || value === null || !("binary" in value)) return undefined
  return value.binary instanceof Uint8Array ? value.binary : undefined
}
