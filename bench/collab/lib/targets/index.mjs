import * as automerge from "./automerge.mjs"
import * as echo from "./echo.mjs"

/** The protocol of that name: thin clients that type, and a full one that seeds and checks. */
export function target(name) {
  switch (name) {
    case "automerge":
      return { ...automerge, extra: {} }
    case "echo":
      return { ...echo, extra: {} }
    default:
      throw new Error(`unknown target ${name}`)
  }
}
