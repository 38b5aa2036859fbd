// @vitest-environment jsdom
// What a decision on the board is about: what the person has seen, and had the time to see.
import english from '@locales/en.ftl?raw'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, useSyncExternalStore } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { api, Refused } from '../../api/client'
import { queries } from '../../api/queries'
import type { KeyPoint, KeyPointState } from '../../api/types'
import { readCatalog, translateWith } from '../../i18n/translate'
import { drawing } from '../../ui/testing/drawing'
import { listedPoint } from '../../ui/testing/key-point'
import { BoardPage } from './board-page'

interface Search { point?: string; state?: KeyPointState }
const address = vi.hoisted(() => ({ search: {}, listeners: new Set<() => void>() }) as { search: Search; listeners: Set<() => void> })

vi.mock('@tanstack/react-router', () => ({
  useBlocker: () => ({ status: 'idle' }),
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

const point = (id: string, state: KeyPointState = 'captured') => listedPoint({ id, state, statement: `Statement ${id}`, wordsHash: `hash of ${id}` })
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
const taking = () => vi.spyOn(api, 'decide').mockImplementation((_, { id }) => {
  points = points.map((each) => (each.id === id ? decided(id, 'accepted') : each))
  return Promise.resolve(decided(id, 'accepted'))
})
const asked = (decide: ReturnType<typeof taking>) => decide.mock.calls.map(([, { id, state }, what]) => `${what} ${id} ${state}`)

/** The server takes each decision about several, but for those that changed meanwhile. */
const takingSeveral = (changed: readonly string[] = []) => vi.spyOn(api, 'decideSeveral').mockImplementation((_, given, what) => {
  const state = ({ 'accept': 'accepted', 'confirm': 'confirmed', 'reopen': 'captured', 'set-aside': 'set-aside' } as const)[what]
  const taken = given.filter(({ id }) => !changed.includes(id)).map(({ id }) => point(id, state))
  points = points.map((each) => taken.find(({ id }) => id === each.id) ?? each)
  return Promise.resolve({ decided: taken, leftOut: changed.map((id) => ({ id, sessionId: 's', code: 'changed-meanwhile' })) })
})
const askedOfSeveral = (several: ReturnType<typeof takingSeveral>) => several.mock.calls.map(([, given, what]) => `${what} ${given.map(({ id, state }) => `${id} ${state}`).join(', ')}`)

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
  client.setQueryData(queries.keyPoints('igf').queryKey, [{ ...point('one'), statement: '', hasStatement: false, themes: ['ai'], addressee: 'parliaments' }])
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
  const asides = () => setAside.mock.calls.map(([, { id, state }, reason]) => `${id} ${state}: ${reason}`)
  expect(asides()).toEqual(['one captured: Said twice.'])
  expect(dialog.textContent).toContain('Anna has decided on this in the meantime. It is now: Accepted.')
  expect(field.value).toBe('Said twice.')
  await press(/^Set aside/, dialog)
  expect(asides()[1]).toBe('one accepted: Said twice.')
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
  expect(setAside.mock.calls.map(([, { state }]) => state)).toEqual(['captured', 'accepted'])
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

it('decides about a key point of an id that other notes hold too by itself, and says so', async () => {
  const decide = taking()
  const copy = listedPoint({ ...point('one'), sessionId: 'other', isMeantById: false, statement: 'Copied', alsoIn: ['s'] })
  client.setQueryData(queries.sessions('igf').queryKey, [{ id: 's', title: 'The hearing', kind: 'session', event: null } as never])
  client.setQueryData(queries.keyPoints('igf').queryKey, [{ ...point('one'), alsoIn: ['other'] }, copy])
  address.search = { point: 'one.other' }
  await show()
  expect(document.querySelectorAll('[aria-pressed="true"][data-point]')).toHaveLength(1)
  expect(document.querySelector('.detail')?.textContent).toContain('The notes of The hearing contain a key point with the same id')
  await press(/^Accept/)
  expect(decide.mock.calls.map(([, { sessionId }]) => sessionId)).toEqual(['other'])
})

it('shows both wordings where a key point was reworded after it was accepted, and accepts it anew in one press', async () => {
  const decide = taking()
  const reworded = { ...point('one', 'accepted'), statement: 'Within a year', decidedStatement: 'Within a day' }
  client.setQueryData(queries.keyPoints('igf').queryKey, [reworded])
  await show()
  expect(document.querySelector('[data-point="one"]')?.textContent).toContain('Accepted, reworded since')
  const quotes = [...document.querySelectorAll('.detail .notice blockquote')].map((each) => each.textContent)
  expect(quotes).toEqual(['Within a day', 'Within a year'])
  await press(/^Accept the new words/)
  expect(decide.mock.calls.map(([, { id, wordsHash }, what]) => `${what} ${id} ${wordsHash}`)).toEqual(['accept one hash of one'])
})

it('says that somebody reworded meanwhile what was to be accepted', async () => {
  vi.spyOn(api, 'decide').mockRejectedValue(new Refused(409, 'changed-meanwhile', {}))
  await show()
  points = [{ ...point('one'), statement: 'Something else', wordsHash: 'another' }, ...points.slice(1)]
  await press(/^Accept/)
  await pass(100)
  expect(place().querySelector('[role="alert"]')?.textContent).toContain('Somebody has changed this in the meantime.')
})

it('lets go of a key point that a chosen filter hides, also once it was decided', async () => {
  taking()
  points = [point('one')]
  client.setQueryData(queries.keyPoints('igf').queryKey, points)
  address.search = { point: 'one', state: 'captured' }
  await show()
  await press(/^Accept/)
  expect(address.search.point).toBeUndefined()
  points = [point('one')]
  client.setQueryData(queries.keyPoints('igf').queryKey, points)
  address.search = { point: 'one' }
  for (const listener of address.listeners) act(listener)
  await pass(0)
  await press(/^Set aside/, document.querySelector('.flow'))
  expect(address.search.point).toBeUndefined()
})

it('tells what was decided to screen readers too, and takes it back up to what the moderator had confirmed', async () => {
  const decide = taking()
  const several = takingSeveral()
  points = [point('one', 'confirmed'), point('two')]
  client.setQueryData(queries.keyPoints('igf').queryKey, points)
  await show()
  await press(/^Accept/)
  const told = document.querySelector('.board__done')
  expect(told?.getAttribute('role')).toBe('status')
  expect(told?.textContent).toContain('Accepted: “Statement one”')
  await press(/Undo/, told)
  await pass(0)
  expect(asked(decide)).toEqual(['accept one confirmed'])
  expect(askedOfSeveral(several)).toEqual(['reopen one accepted', 'confirm one captured'])
  expect(address.search.point).toBe('one')
  expect(document.activeElement?.getAttribute('data-point')).toBe('one')
  expect(told?.textContent).toBe('')
})

it('chooses several by Shift and an arrow, and lets go of them on the way back', async () => {
  await show()
  const chosen = async (name: string) => {
    act(() => { window.dispatchEvent(new KeyboardEvent('keydown', { key: name, shiftKey: true })) })
    await pass(0)
    return [...document.querySelectorAll<HTMLInputElement>('input[data-choose]')].filter((box) => box.checked).length
  }
  expect([await chosen('ArrowDown'), await chosen('ArrowDown'), await chosen('ArrowUp')]).toEqual([2, 3, 2])
})

it('accepts all that is confirmed with a word about it and one Undo', async () => {
  const several = takingSeveral()
  points = [point('one', 'confirmed'), point('two', 'confirmed'), point('three')]
  client.setQueryData(queries.keyPoints('igf').queryKey, points)
  await show()
  await press(/^Accept .*2 confirmed/, document)
  const told = document.querySelector('.board__done')
  expect(told?.textContent).toContain('Accepted: 2 key points')
  await press(/Undo/, told)
  await pass(0)
  expect(askedOfSeveral(several)).toEqual([
    'accept one confirmed, two confirmed', 'reopen one accepted, two accepted', 'confirm one captured, two captured',
  ])
})

it('says what was confirmed, and takes it back', async () => {
  const several = takingSeveral()
  vi.spyOn(api, 'decide').mockImplementation(() => {
    points = points.map((each) => (each.id === 'one' ? decided('one', 'confirmed') : each))
    return Promise.resolve(decided('one', 'confirmed'))
  })
  await show()
  await press(/^Confirm/)
  const told = document.querySelector('.board__done')
  expect(told?.textContent).toContain('Confirmed: “Statement one”')
  await press(/Undo/, told)
  await pass(0)
  expect(askedOfSeveral(several)).toEqual(['reopen one confirmed'])
})

it('says no more what was decided once the key point says something else', async () => {
  taking()
  await show()
  await press(/^Accept/)
  const told = document.querySelector('.board__done')
  expect(told?.textContent).toContain('Accepted: “Statement one”')
  points = points.map((each) => (each.id === 'one' ? { ...each, statement: 'By another.', saidHash: 'other' } : each))
  act(() => { client.setQueryData(queries.keyPoints('igf').queryKey, points) })
  await pass(0)
  expect(told?.textContent).toBe('')
})

it('says that new words were accepted, and does not accept them again when that is taken back', async () => {
  taking()
  const several = takingSeveral()
  points = [{ ...point('one', 'accepted'), decidedStatement: 'Before' }]
  client.setQueryData(queries.keyPoints('igf').queryKey, points)
  await show()
  await press(/^Accept the new words/)
  const told = document.querySelector('.board__done')
  expect(told?.textContent).toContain('Accepted: “Statement one”')
  await press(/Undo/, told)
  await pass(0)
  expect(askedOfSeveral(several)).toEqual(['reopen one accepted'])
})

it('says what a key point lacks before it is accepted, and why another was set aside', async () => {
  const aside = { ...point('two', 'set-aside'), themes: ['ai'], addressee: 'parliaments', reason: 'Said twice.' }
  client.setQueryData(queries.keyPoints('igf').queryKey, [point('one'), aside])
  await show()
  expect(document.querySelector('.detail .notice')?.textContent).toContain('Before you accept it')
  expect(document.querySelector('[data-point="two"]')?.textContent).toContain('Reason: Said twice.')
})

it('sends a reason by Ctrl+Enter', async () => {
  const setAside = vi.spyOn(api, 'setAside').mockResolvedValue({ ...decided('one', 'set-aside'), reason: 'Said twice.' })
  await show()
  await press(/^Set aside/)
  const { field } = giveReason()
  act(() => { field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true })) })
  await pass(0)
  expect(setAside).toHaveBeenCalledOnce()
  expect(document.querySelector('[role="dialog"]')).toBeNull()
})

/** The row that has the keyboard. */
const rowWithKeyboard = () => document.activeElement?.getAttribute('data-point')
const frames = () => pass(100)
const row = (id: string) => document.querySelector<HTMLElement>(`[data-point$="${id}"]`)

it('gives the keyboard to the row of what was decided by a button that went with it', async () => {
  points = [point('one', 'accepted'), point('two')]
  client.setQueryData(queries.keyPoints('igf').queryKey, points)
  vi.spyOn(api, 'decide').mockImplementation((_, { id }) => {
    points = points.map((each) => (each.id === id ? point(id) : each))
    return Promise.resolve(point(id))
  })
  await show()
  const button = [...document.querySelectorAll<HTMLElement>('.detail button')].find((each) => each.textContent === t('common-reopen'))
  act(() => { button?.focus() })
  await press(/Reopen/)
  await frames()
  expect(button?.isConnected).toBe(false)
  expect(rowWithKeyboard()).toBe(row('one')?.dataset['point'])
})

it('takes the keyboard along to the next row, also where the one that was decided stays in its place', async () => {
  const reworded = (id: string) => ({ ...point(id, 'used'), decidedStatement: 'Other words' })
  points = [reworded('one'), reworded('two')]
  client.setQueryData(queries.keyPoints('igf').queryKey, points)
  vi.spyOn(api, 'decide').mockImplementation((_, { id }) => {
    points = points.map((each) => (each.id === id ? point(id, 'used') : each))
    return Promise.resolve(point(id, 'used'))
  })
  await show()
  act(() => { row('one')?.focus() })
  await key('a')
  await frames()
  expect(address.search.point).toBe(row('two')?.dataset['point'])
  expect(rowWithKeyboard()).toBe(row('two')?.dataset['point'])
})

it('sets those that are chosen aside with one reason, tells which had changed, and takes all of them back at once', async () => {
  const several = takingSeveral(['three'])
  await show()
  await press(/^Choose all 3 shown/, document)
  await key('s')
  expect(document.querySelector('[role="dialog"]')?.textContent).toContain('Set 3 key points aside?')
  const { field } = giveReason()
  act(() => { field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true })) })
  await pass(0)
  expect(several.mock.calls.map(([, given, what, reason]) => [given.length, what, reason])).toEqual([[3, 'set-aside', 'Said twice.']])
  const told = document.querySelector('.board__done')
  expect(told?.textContent).toContain('Set aside: 2 key points')
  expect([...document.querySelectorAll('[role="alert"]')].map((each) => each.textContent)).toEqual([expect.stringMatching(/1 key point was left out.*Statement three/)])
  expect(document.querySelector('.board__chosen')?.textContent).toContain('1 chosen')
  await press(/Undo/, told)
  await pass(0)
  expect(askedOfSeveral(several).slice(1)).toEqual(['reopen one set-aside, two set-aside'])
  expect(told?.textContent).toBe('')
})

it('decides nothing about what was chosen and is hidden by the filter', async () => {
  const several = takingSeveral()
  points = [point('one'), point('two', 'confirmed')]
  client.setQueryData(queries.keyPoints('igf').queryKey, points)
  await show()
  await press(/^Choose all 2 shown/, document)
  await press(/^Confirmed/, document.querySelector('.flow'))
  await key('a')
  expect(askedOfSeveral(several)).toEqual(['accept two confirmed'])
})

describe('a correction', () => {
  const form = () => document.querySelector<HTMLFormElement>('.detail form')
  const typed = (words: string) => {
    const field = form()?.querySelector('textarea') as HTMLTextAreaElement
    act(() => {
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, words)
      field.dispatchEvent(new Event('input', { bubbles: true }))
    })
    return field
  }
  const keyIn = async (field: HTMLElement | null | undefined, name: string, ctrlKey = false) => {
    act(() => { field?.dispatchEvent(new KeyboardEvent('keydown', { key: name, ctrlKey, bubbles: true, cancelable: true })) })
    await pass(20)
  }

  it('begins by C in the statement, is saved by Ctrl+Enter upon what was read, and leaves the keyboard on the row', async () => {
    const correct = vi.spyOn(api, 'correct').mockImplementation((_, read, { statement }) => Promise.resolve({ ...read, statement, saidHash: 'other' }))
    await show()
    await key('c')
    await pass(20)
    const field = typed('In other words.')
    expect(document.activeElement).toBe(field)
    await keyIn(field, 'Enter', true)
    expect(correct.mock.calls.map(([, read, said]) => [read.saidHash, said.statement])).toEqual([['said', 'In other words.']])
    expect(form()).toBeNull()
    expect(document.activeElement?.getAttribute('data-point')).toBe('one')
  })

  it('is left by Escape at once while nothing was changed, and asks where something was', async () => {
    await show()
    await key('c')
    await keyIn(form()?.querySelector('textarea'), 'Escape')
    expect(form()).toBeNull()
    expect(document.activeElement?.getAttribute('data-point')).toBe('one')
    await key('c')
    await keyIn(typed('In other words.'), 'Escape')
    expect(document.querySelector('[role="dialog"]')?.textContent).toContain('Leave this correction?')
    await press(/^Keep writing/, document)
    await pass(40)
    expect(document.activeElement).toBe(form()?.querySelector('textarea'))
    expect(form()?.querySelector('textarea')?.value).toBe('In other words.')
  })

  it('keeps what was typed where somebody changed it meanwhile, and saves once that was seen', async () => {
    const correct = vi.spyOn(api, 'correct').mockRejectedValueOnce(new Refused(409, 'changed-meanwhile', {}))
    await show()
    await key('c')
    const field = typed('In other words.')
    points = points.map((each) => (each.id === 'one' ? { ...each, statement: 'By another.', stance: 'proposal', saidHash: 'other' } : each))
    await keyIn(field, 'Enter', true)
    await pass(0)
    expect(form()?.textContent).toContain('What you typed is still here.')
    expect(form()?.textContent).toContain('By another.')
    expect(form()?.querySelector('textarea')?.value).toBe('In other words.')
    await keyIn(field, 'Enter', true)
    expect(correct).toHaveBeenCalledOnce()
    expect(document.activeElement?.textContent).toBe('I have seen it; keep mine')
    await press(/^I have seen it/)
    await pass(20)
    // One types on in the statement; what was not touched here is as the other has it.
    expect(document.activeElement).toBe(field)
    expect(field.value).toBe('In other words.')
    correct.mockImplementation((_, read) => Promise.resolve(read))
    await press(/^Save/)
    expect(correct.mock.calls[1]?.slice(1)).toMatchObject([{ saidHash: 'other' }, { statement: 'In other words.', stance: 'proposal' }])
  })

  it('has the keys of the board, wherever the focus is', async () => {
    const decide = vi.spyOn(api, 'decide')
    await show()
    await key('c')
    act(() => { (document.activeElement as HTMLElement).blur() })
    await key('a')
    expect(decide).not.toHaveBeenCalled()
    expect(form()).not.toBeNull()
  })
})
