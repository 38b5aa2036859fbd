// @vitest-environment jsdom
// How often the server is asked for what the checks find.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { FINDINGS_AGAIN, useFindings } from './findings'

let answer: () => Response
let asked = 0
const client = new QueryClient({ defaultOptions: { queries: { networkMode: 'always', staleTime: 10_000, retry: false } } })
const place = document.createElement('div')
const root = createRoot(place)

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('fetch', (path: string) => {
    expect(path).toBe('/api/editions/igf/check?document=main')
    asked += 1
    return Promise.resolve(answer())
  })
  finds('one')
})

afterEach(() => {
  act(() => { root.render(null) })
  client.clear()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

function finds(...keys: string[]): void {
  answer = () => Response.json({ diagnostics: keys.map((key) => ({ key })) })
}

function Page({ revision, isError }: { revision: string | null; isError: boolean }) {
  const findings = useFindings('igf', 'main', { data: revision === null ? undefined : { revision }, isError })
  return findings.map(({ key }) => key).join()
}

/** Draws the page, lets the time pass, and tells how often the server was asked meanwhile. */
async function look(revision: string | null, milliseconds: number, isError = false): Promise<number> {
  asked = 0
  act(() => { root.render(<QueryClientProvider client={client}><Page revision={revision} isError={isError} /></QueryClientProvider>) })
  await act(() => vi.advanceTimersByTimeAsync(milliseconds))
  return asked
}

it('asks again when the pages are others, and not while nothing changes', async () => {
  expect(await look(null, 100)).toBe(1)
  expect(place.textContent).toBe('one')
  // The text may have changed while its first pages were drawn.
  expect(await look('a', 100)).toBe(1)
  expect(await look('a', 600_000)).toBe(0)
  finds('one', 'two')
  expect(await look('b', 100)).toBe(1)
  expect(place.textContent).toBe('one,two')
  expect(await look('b', 600_000)).toBe(0)
})

it('asks again when something else in the edition has changed', async () => {
  await look('a', 100)
  expect(await look('a', 100)).toBe(0)
  finds('two')
  await act(() => client.invalidateQueries({ queryKey: ['edition', 'igf', 'check'] }))
  expect(asked).toBe(1)
  await look('a', 100)
  expect(place.textContent).toBe('two')
})

it('asks again after a while where the checks failed, and where no pages can be drawn', async () => {
  answer = () => new Response('', { status: 500 })
  await look('a', 100)
  finds('two')
  expect(await look('a', FINDINGS_AGAIN)).toBe(1)
  expect(place.textContent).toBe('two')
  expect(await look('a', 4 * FINDINGS_AGAIN)).toBe(0)
  expect(await look('a', 4 * FINDINGS_AGAIN, true)).toBe(4)
})
