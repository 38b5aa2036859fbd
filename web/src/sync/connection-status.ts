/** What is on this device and what is on the server, truly. */

/** The state of one document here and there. */
export interface DocumentStatus {
  device: { saved: boolean; since: number | null }
  server: {
    state: "up-to-date" | "waiting" | "refused" | "not-saved"
    /** When the server last confirmed everything that was here (ms since 1970). */
    upTo: number | null
    waitingChanges: number
    offlineSince: number | null
    nextTryAt: number | null
  }
}
