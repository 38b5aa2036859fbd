import { useBlocker } from '@tanstack/react-router'

/** While something lies over the page, going back closes it and leaves the page open, as people expect on a phone. */
export function useBackCloses(lies: boolean, close: () => void): void {
  useBlocker({
    disabled: !lies,
    enableBeforeUnload: false,
    shouldBlockFn: ({ action }) => {
      if (action !== 'BACK') return false
      close()
      return true
    },
  })
}
