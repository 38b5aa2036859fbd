/** See testing/fuzz.ts. Three writers are in a file of their own, so that both run at the same time. */
import { describe } from "vitest"
import { fuzz } from "./testing/fuzz"

describe("two writers who work offline and merge", () => fuzz(2, 1, 300))
