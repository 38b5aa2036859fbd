/** See testing/fuzz.ts. */
import { describe } from "vitest"
import { fuzz } from "./testing/fuzz"

describe("three writers who work offline and merge", () => fuzz(3, 1001, 120))
