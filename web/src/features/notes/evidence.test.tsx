// @vitest-environment jsdom
// What is typed as the evidence of a key point: stored when it is whole, kept where it was typed while it is not.
import english from '@locales/en.ftl?raw'
import { act, useEffect, useState } from 'react'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Session } from '../../api/types'
import type { KeyPoint, KeyPointFields } from '../../editor/editor-api'
import { readCatalog, translateWith } from '../../i18n/translate'
import { drawing } from '../../ui/testing/drawing'
import { KeyPointPanel } from './key-point-panel'

const t = translateWith('en', [readCatalog('en', english)])
const { place, draw } = drawing(t)
const nothing = () => undefined
const stored = vi.fn((_fields: KeyPointFields) => undefined)
let open: (id: string | null) => void

const point = (id: string, source: KeyPoint['source']): KeyPoint => ({
  id, statement: `Statement ${id}`, quote: id, lang: 'en', themes: [], addressee: null, kind: null, stance: null, basis: 'reported', source, speaker: null, gone: false,
})

function Page({ source }: { source: KeyPoint['source'] }) {
  const [active, setActive] = useState<string | null>('a')
  const [points, setPoints] = useState([point('a', source), point('b', null)])
  useEffect(() => { open = setActive }, [])
  return (
    <KeyPointPanel
      points={points} recorded={new Map()} sent removed={false} active={active} editable themes={[]} addressees={[]} sessions={[]}
      session={{ attribution: 'none', people: [], recordings: [{}] } as unknown as Session}
      onActive={setActive} onStatement={nothing} onUndo={nothing} onMoveToSelection={nothing} onRemove={nothing} onShow={nothing}
      onFields={(id, fields) => {
        stored(fields)
        setPoints((all) => all.map((each) => (each.id === id ? { ...each, source: fields.source === undefined ? each.source : fields.source } : each)))
      }}
    />
  )
}

const field = () => place().querySelector<HTMLInputElement>('.points__evidence input')
/** A card that opens takes the keyboard, a frame later too. */
const frames = () => act(() => new Promise<void>((resolve) => { requestAnimationFrame(() => { setTimeout(resolve) }) }))
const show = async (source: KeyPoint['source']) => {
  await draw(<Page source={source} />)
  await frames()
}
const go = async (id: string | null) => {
  act(() => { open(id) })
  await frames()
}
const leave = () => act(async () => { field()?.blur(); await Promise.resolve() })
/** Letter by letter, as people do. */
const type = (words: string) => act(async () => {
  field()?.focus()
  for (let end = 1; end <= words.length; end++) put(words.slice(0, end))
  await Promise.resolve()
})
function put(words: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field(), words)
  field()?.dispatchEvent(new Event('input', { bubbles: true }))
}

beforeEach(() => {
  Element.prototype.scrollIntoView = nothing
  stored.mockClear()
})

it('stores a time when it is whole, and no beginning of it', async () => {
  await show({ recording: 0, at: '00:00:01' })
  await type('1h02')
  expect(stored).not.toHaveBeenCalled()
  await leave()
  expect(stored.mock.calls).toEqual([[{ source: { recording: 0, at: '01:02:00' } }]])
  expect(field()?.value).toBe('01:02:00')
})

it('keeps what cannot be read with its error, also past the closing of its card, until it is right', async () => {
  await show({ link: 'https://example.org/old' })
  await type('un. org')
  expect(place().textContent).not.toContain(t('writing-link-wrong'))
  await leave()
  expect(place().textContent).toContain(t('writing-link-wrong'))
  await go('b')
  // The closed card says so too.
  expect(place().textContent).toContain(t('points-evidence-unsaved'))
  await go('a')
  expect(field()?.value).toBe('un. org')
  expect(place().textContent).toContain(t('writing-link-wrong'))
  expect(stored).not.toHaveBeenCalled()
  await type('www.un.org/en/doc-123')
  // Leaving by closing the card is leaving too.
  await go('b')
  expect(stored.mock.calls).toEqual([[{ source: { link: 'https://www.un.org/en/doc-123' } }]])
  expect(place().textContent).not.toContain(t('points-evidence-unsaved'))
  await go('a')
  expect(field()?.value).toBe('https://www.un.org/en/doc-123')
})

it('takes what was emptied for none, and an untouched field for nothing new', async () => {
  await show({ link: 'https://example.org/old' })
  act(() => { field()?.focus() })
  await leave()
  expect(stored).not.toHaveBeenCalled()
  act(() => {
    field()?.focus()
    put('')
  })
  await leave()
  expect(stored.mock.calls).toEqual([[{ source: null }]])
})
