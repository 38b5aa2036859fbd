import { useEffect } from 'react'

/** Names the page in the browser's tab, the nearest thing first. */
export function usePageTitle(...parts: readonly string[]): void {
  const title = [...parts, 'Rapporteur'].join(' · ')
  useEffect(() => { document.title = title }, [title])
}
