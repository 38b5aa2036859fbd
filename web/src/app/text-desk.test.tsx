// @vitest-environment jsdom
// What a page says and offers where the server does not give the text.
import english from '@locales/en.ftl?raw'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act } from 'react'
import { expect, it, vi } from 'vitest'
import { queries } from '../api/queries'
import { readCatalog, translateWith } from '../i18n/translate'
import { drawing } from '../ui/testing/drawing'
import { TextDesk } from './text-desk'
import { statusStore } from './text-status-store'
import { keptTexts, type KeptText } from './texts'
import type { Text } from './use-text'

vi.mock('./texts', () => ({ keptTexts: vi.fn() }))

const t = translateWith('en', [readCatalog('en', english)])
const nothing = () => undefined
const refused: Text = {
  opening: 'no-access', place: nothing, editor: null, handle: null, caret: null, keyPoints: [], keyPointsRead: false, others: [], status: statusStore(), slash: null, slashKeys: nothing, closeSlash: nothing,
  link: null, askLink: nothing, footnote: null, closeFootnote: nothing, imagesDropped: 0, version: 0, retry: nothing, sent: () => Promise.resolve(), keep: nothing,
}
const { place, draw } = drawing(t)

async function show(texts: KeptText[]): Promise<void> {
  vi.mocked(keptTexts).mockResolvedValue(texts)
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
  client.setQueryData(queries.me().queryKey, { person: { id: 'anna', name: 'Anna' }, email: 'anna@demo.invalid', language: 'en', isAdministrator: false, grants: [] } as never)
  await draw(
    <QueryClientProvider client={client}>
      <TextDesk text={refused} kind="notes" editable={false} readingHint="" language="en" />
    </QueryClientProvider>,
  )
}

it('offers nothing where this device holds nothing', async () => {
  await show([])
  expect(place().textContent).toContain('You have no access to this text')
  expect(place().textContent).not.toContain('still on this device')
  expect(place().querySelectorAll('button')).toHaveLength(0)
})

it('offers the words that this device holds, and hands them over', async () => {
  const keep = vi.fn()
  await show([{ documentId: 'one', words: 'Typed in the train.', isWhole: true, keep }])
  await act(() => vi.waitFor(() => { expect(place().textContent).toContain('Typed in the train.') }))
  const button = place().querySelector('button')
  expect(button?.textContent).toContain('Download what you typed')
  act(() => { button?.click() })
  expect(keep).toHaveBeenCalledOnce()
})

it('says of a text that the device can no longer read, and hands over what there is', async () => {
  await show([{ documentId: 'one', words: '', isWhole: false, keep: null }, { documentId: 'two', words: 'Half of it.', isWhole: false, keep: vi.fn() }])
  await act(() => vi.waitFor(() => { expect(place().textContent).toContain(t('kept-unread', { count: 2 })) }))
  expect(place().querySelectorAll('button')).toHaveLength(1)
})
