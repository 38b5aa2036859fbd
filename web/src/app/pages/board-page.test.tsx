// @vitest-environment jsdom
// What a decision on the board is about: what the person has seen, and had the time to see.
import english from '@locales/en.ftl?raw'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, useSyncExternalStore } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { api, Refused } from '../../api/client'
import { queries } from '../../api/queries'
import type { KeyPoint, KeyPointState } from '../../api/types'
import { readCatalog, translateWith } from '../../i18n/translate'
import { drawing } from '../../ui/testing/drawing'
import { BoardPage } from './board-page'

interface Search { point?: string }
const address = vi.hoisted(() => ({ search: {}, listeners: new Set<() => void>() }) as { search: Search; listeners: Set<() => void> })

vi.mock('@tanstack/react-router', () => ({
  useParams: () => ({ edition: 'igf' }),
  useRouter: () => ({ history: { push: () => undefined } }),
  useSearch: () => useSyncExternalStore((listener) => {
    address.listeners.add(listener)
    return () => { address.listeners.delete(listener) }
  }, () => address.search),
  useNavigate: () => ({ search }: { search: Search | ((now: Search) => Search) }) => {
    address.search = typeof search === 'function' ? search(address.search) : search
    for (const listener of address.listeners) listener()
  },
}))

const point = (id: string, state: KeyPointState = 'captured'): KeyPoint => ({
  id, state, statement: `Statement ${id}`, hasStatement: true, themes: [], sessionId: 's', quote: '', lang: 'en', addressee: null, kind: 'observation', stance: 'proposal',
  basis: 'reported', reason: null, decidedBy: null, decidedAt: null, markedBy: null, markedAt: null, attributedTo: null, source: null, passageGone: false, removed: false, usedIn: [],
})
const t = translateWith('en', [readCatalog('en', english)])
const { place, draw } = drawing(t)
/** As the server holds them. */
let points: KeyPoint[]
let client: QueryClient

beforeEach(() => {
  vi.useFakeTimers()
  points = ['one', 'two', 'three'].map((id) => point(id))
  address.search = { point: 'one' }
  client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } })
  client.setQueryData(queries.edition('igf').queryKey, { title: 'IGF', themes: [], addressees: [], timezone: null, may: { decide: true } } as never)
  client.setQueryData(queries.sessions('igf').queryKey, [])
  client.setQueryData(queries.keyPoints('igf').queryKey, points)
  vi.spyOn(api, 'keyPoints').mockImplementation(() => Promise.resolve(points))
})

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds))
const show = async () => {
  await draw(<QueryClientProvider client={client}><BoardPage /></QueryClientProvider>)
  await pass(1000)
}
const press = async (name: RegExp, among: ParentNode | null = document.querySelector('.detail')) => {
  const button = [...among?.querySelectorAll('button') ?? []].find((each) => name.test(each.textContent))
  act(() => { button?.click() })
  await pass(0)
}
const key = async (name: string, repeat = false) => {
  act(() => { window.dispatchEvent(new KeyboardEvent('keydown', { key: name, repeat })) })
  await pass(0)
}
const decided = (id: string, state: KeyPointState): KeyPoint => ({ ...point(id, state), decidedBy: { id: 'anna', name: 'Anna' }, decidedAt: 1 })
/** The server takes each decision. */
const taking = () => vi.spyOn(api, 'decide').mockImplementation((_, id) => {
  points = points.map((each) => (each.id === id ? decided(id, 'accepted') : each))
  return Promise.resolve(decided(id, 'accepted'))
})
const asked = (decide: ReturnType<typeof taking>) => decide.mock.calls.map(([, id, what, seen]) => `${what} ${id} ${seen}`)

/** Types a reason into the open question. */
function giveReason() {
  const dialog = document.querySelector('[role="dialog"]') as HTMLElement
  const field = dialog.querySelector('textarea') as HTMLTextAreaElement
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, 'Said twice.')
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
  return { dialog, field }
}

it('takes the second press of a double click for the key point before, not for the one that has slid under the pointer', async () => {
  const decide = taking()
  await show()
  await press(/^Accept/)
  expect(address.search.point).toBe('two')
  await pass(250)
  await press(/^Accept/)
  await press(/^Set aside/)
  expect(asked(decide)).toEqual(['accept one captured'])
  expect(document.querySelector('[role="dialog"]')).toBeNull()
  await pass(700)
  await press(/^Accept/)
  expect(asked(decide)).toEqual(['accept one captured', 'accept two captured'])
})

it('decides at once about the next key point where the person has chosen it', async () => {
  const decide = taking()
  await show()
  await press(/^Accept/)
  act(() => { document.querySelector<HTMLElement>('[data-point="two"]')?.click() })
  await press(/^Accept/)
  expect(asked(decide)).toEqual(['accept one captured', 'accept two captured'])
})

it('decides once while a key is held down', async () => {
  const decide = taking()
  await show()
  await key('a')
  for (let again = 0; again < 5; again++) {
    await key('a', true)
    await pass(200)
  }
  expect(asked(decide)).toEqual(['accept one captured'])
  await key('a')
  expect(asked(decide)).toHaveLength(2)
})

it('asks nothing of the server for a key point without a statement: the card says that already', async () => {
  const decide = taking()
  client.setQueryData(queries.keyPoints('igf').queryKey, [{ ...point('one'), statement: '', hasStatement: false }])
  await show()
  await key('a')
  await pass(100)
  expect(decide).not.toHaveBeenCalled()
  expect(place().querySelectorAll('.notice')).toHaveLength(1)
})

it('says who decided meanwhile, keeps the reason, and asks again', async () => {
  const setAside = vi.spyOn(api, 'setAside').mockRejectedValueOnce(new Refused(409, 'changed-meanwhile', { state: 'accepted' }))
    .mockResolvedValueOnce({ ...decided('one', 'set-aside'), reason: 'Said twice.' })
  await show()
  await press(/^Set aside/)
  const { dialog, field } = giveReason()
  // The page has not heard of it.
  points = [decided('one', 'accepted'), ...points.slice(1)]
  await press(/^Set aside/, dialog)
  await pass(100)
  expect(setAside.mock.calls).toEqual([['igf', 'one', 'Said twice.', 'captured']])
  expect(dialog.textContent).toContain('Anna has decided on this in the meantime. It is now: Accepted.')
  expect(field.value).toBe('Said twice.')
  await press(/^Set aside/, dialog)
  expect(setAside.mock.calls[1]).toEqual(['igf', 'one', 'Said twice.', 'accepted'])
  expect(document.querySelector('[role="dialog"]')).toBeNull()
})

it('tells of what another decided while the question stands open, and decides upon that once it could be read', async () => {
  const setAside = vi.spyOn(api, 'setAside').mockRejectedValue(new Refused(409, 'changed-meanwhile', {}))
  await show()
  await press(/^Set aside/)
  const { dialog } = giveReason()
  points = [decided('one', 'accepted'), ...points.slice(1)]
  act(() => { client.setQueryData(queries.keyPoints('igf').queryKey, points) })
  await pass(100)
  expect(dialog.textContent).toContain('has decided on this in the meantime')
  await press(/^Set aside/, dialog)
  await pass(1000)
  await press(/^Set aside/, dialog)
  expect(setAside.mock.calls.map(([, , , seen]) => seen)).toEqual(['captured', 'accepted'])
})

it('says on the card that another decided first', async () => {
  vi.spyOn(api, 'decide').mockRejectedValue(new Refused(409, 'changed-meanwhile', { state: 'set-aside' }))
  await show()
  points = [decided('one', 'set-aside'), ...points.slice(1)]
  await press(/^Accept/)
  await pass(100)
  expect(place().querySelector('[role="alert"]')?.textContent).toContain('has decided on this in the meantime')
  await key('ArrowDown')
  await pass(0)
  expect(place().querySelector('[role="alert"]')).toBeNull()
})
