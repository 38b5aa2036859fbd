import { use, useEffect, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { Tooltip, TooltipTrigger, TooltipTriggerStateContext } from 'react-aria-components'

interface Props {
  /** What the tooltip says. */
  words: ReactNode
  /** How long the pointer must rest, in ms. */
  delay: number
  /** The button. */
  children: ReactNode
}

/** A button with a tooltip. Escape closes the tooltip, and whatever dialog or menu the button is in hears of the key as well. */
export function Tip({ words, delay, children }: Props) {
  return (
    <TooltipTrigger delay={delay}>
      {children}
      <Tooltip className="tooltip" offset={6}>{words}</Tooltip>
      <ClosedByEscape />
    </TooltipTrigger>
  )
}

/** An open tooltip of react-aria keeps Escape from everything else. So it is closed first, before the key gets there. */
function ClosedByEscape() {
  const state = use(TooltipTriggerStateContext)
  useEffect(() => {
    if (state?.isOpen !== true) return
    const onKey = (event: KeyboardEvent) => { if (event.key === 'Escape') flushSync(() => { state.close(true) }) }
    window.addEventListener('keydown', onKey, true)
    return () => { window.removeEventListener('keydown', onKey, true) }
  }, [state])
  return null
}
