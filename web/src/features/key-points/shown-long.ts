import { useCallback, useLayoutEffect, useRef } from 'react'

/** How long something must have been shown before a press can have meant it, in milliseconds: longer than a double click takes. */
export const SHOWN_LONG = 700

/** Tells whether what is shown now has been shown for long enough that a press can have meant it. */
export function useShownLong(shown: string | undefined): () => boolean {
  const since = useRef(0)
  useLayoutEffect(() => { since.current = performance.now() }, [shown])
  return useCallback(() => performance.now() - since.current >= SHOWN_LONG, [])
}
