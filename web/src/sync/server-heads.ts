/** The server's last word about each document, kept on the device between two visits. */
import type * as A from "@automerge/automerge"
import type { DocumentId, Repo } from "@automerge/automerge-repo"

/** What the server last said that it has, and when it last had everything that was here (ms since 1970). */
export interface KeptHeads {
  heads: A.Heads
  upTo: number | null
}

const NAMESPACE = "server-heads"

/** Keeps the server's word. A device that is full keeps the one before. */
export function keepServerHeads(repo: Repo, documentId: DocumentId, { heads, upTo }: KeptHeads): void {
  const text = JSON.stringify({ heads, upTo })
  void repo.storageSubsystem?.save(NAMESPACE, documentId, new TextEncoder().encode(text)).catch(() => undefined)
}

/** The server's word of an earlier visit; null where none is known. */
export async function keptServerHeads(repo: Repo, documentId: DocumentId): Promise<KeptHeads | null> {
  const data = await repo.storageSubsystem?.load(NAMESPACE, documentId).catch(() => undefined)
  return data === undefined ? null : readKept(new TextDecoder().decode(data))
}

function readKept(text: string): KeptHeads | null {
  try {
    const kept: unknown = JSON.parse(text)
    if (typeof kept !== "object" || kept === null || !("heads" in kept) || !Array.isArray(kept.heads)) return null
    const upTo = "upTo" in kept && typeof kept.upTo === "number" ? kept.upTo : null
    return { heads: kept.heads.filter((head) => typeof head === "string"), upTo }
  } catch {
    return null
  }
}
