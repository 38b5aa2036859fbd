// What the checks find in an output document, while its pages are looked at.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { queries } from '../api/queries'
import type { Diagnostic, Id } from '../api/types'

const none: readonly Diagnostic[] = []

/** How soon the checks are asked for again where they failed, or where no pages can tell that the text has changed. */
export const FINDINGS_AGAIN = 5000

/**
 * Looking for names in a long text is work for the server: it is asked again only when its pages are others. Of the
 * programme and the board the edition's events tell.
 */
export function useFindings(edition: Id, document: Id, pages: { data?: { revision: string } | undefined; isError: boolean }): readonly Diagnostic[] {
  const client = useQueryClient()
  const revision = pages.data?.revision
  const check = useQuery({
    ...queries.check(edition, document),
    refetchInterval: ({ state }) => (pages.isError || state.status === 'error' ? FINDINGS_AGAIN : false),
  })
  useEffect(() => {
    if (revision !== undefined) void client.invalidateQueries({ queryKey: queries.check(edition, document).queryKey })
  }, [client, edition, document, revision])
  return check.data?.diagnostics ?? none
}
