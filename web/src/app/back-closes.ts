import { useBlocker, useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

/** While something lies over the page, going back closes it and leaves the page open, as people expect on a phone. */
export function useBackCloses(lies: boolean, close: () => void): void {
  const { history } = useRouter()
  const entry = useRef<number | null>(null)
  useEffect(() => {
    // Before a page that was opened by its address the browser has nothing of ours, and going back would leave it unasked.
    if (!lies || history.canGoBack()) return
    history.push(history.location.href)
    entry.current = history.location.state.__TSR_index
    return () => {
      const isStillThere = history.location.state.__TSR_index === entry.current
      entry.current = null
      if (isStillThere) history.back({ ignoreBlocker: true })
    }
  }, [lies, history])
  useBlocker({
    disabled: !lies,
    enableBeforeUnload: false,
    shouldBlockFn: ({ action }) => {
      if (action !== 'BACK') return false
      const isOwnEntry = entry.current !== null
      entry.current = null
      close()
      return !isOwnEntry
    },
  })
}
