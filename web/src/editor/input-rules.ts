/** What turns into something else as it is typed at the beginning of a block: "- ", "1. ", "# ", "> ". */
import { InputRule, inputRules } from "prosemirror-inputrules"
import type { Plugin } from "prosemirror-state"
import { setBlock } from "./commands"
import type { BlockAttrs, BlockType } from "./schema"

/** The plugin with all rules. Backspace right afterwards takes a rule back. */
export function inputRulesPlugin(): Plugin {
  return inputRules({
    rules: [
      blockRule(/^[-*•–]\s$/, "unordered-list-item"),
      blockRule(/^(?:\d{1,3}|[٠-٩]{1,3})[.)]\s$/, "ordered-list-item"),
      blockRule(/^(#{1,3})\s$/, "heading", (match) => ({ level: match[1]?.length ?? 1 })),
      blockRule(/^>\s$/, "blockquote"),
    ],
  })
}

function blockRule(
  pattern: RegExp,
  type: BlockType,
  attrs: (match: RegExpMatchArray) => Partial<BlockAttrs> = () => ({}),
): InputRule {
  return new InputRule(pattern, (state, match, start, end) => {
    if (state.doc.resolve(start).parent.type.name !== "paragraph") return null
    const transaction = state.tr.delete(start, end)
    let changed = transaction
    const set = setBlock(type, attrs(match))
    const position = transaction.mapping.map(start)
    const block = transaction.doc.resolve(position)
    set(
      // The command sees the state as it is once the typed sign is gone.
      state.apply(transaction),
      (next) => {
        for (const step of next.steps) changed = changed.step(step)
      },
    )
    return block.depth > 0 ? changed : null
  })
}
