// @vitest-environment jsdom
// What a page says and offers where the server does not give the text.
import english from '@locales/en.ftl?raw'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, useEffect, useState } from 'react'
import { expect, it, vi } from 'vitest'
import { queries } from '../api/queries'
import type { Editor } from '../editor/editor-api'
import { readCatalog, translateWith } from '../i18n/translate'
import type { DocumentStatus } from '../sync/connection-status'
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
  link: null, askLink: nothing, footnote: null, closeFootnote: nothing, imagesDropped: 0, forgetImages: nothing, version: 0, retry: nothing, sent: () => Promise.resolve(), keep: nothing,
}
const { place, draw } = drawing(t)

const status = (state: DocumentStatus['server']['state']): DocumentStatus => ({
  device: { saved: true, failed: false },
  server: { state, connected: true, heard: true, signedOut: false, crowded: false, upTo: null, waitingChanges: 1, wentBack: null, offlineSince: null, nextTryAt: null },
})

/** A text that was being written. */
async function write(text: Partial<Text> = {}): Promise<{ end(more?: { ownStep: boolean }): void; client: QueryClient }> {
  const client = new QueryClient()
  let set: (props: { editable: boolean; ownStep?: boolean }) => void = nothing
  function Page() {
    const [props, setProps] = useState<{ editable: boolean; ownStep?: boolean }>({ editable: true })
    useEffect(() => { set = setProps }, [])
    return <TextDesk text={{ ...refused, opening: 'open', ...text }} kind="notes" readingHint="These have been submitted." language="en" {...props} />
  }
  await draw(<QueryClientProvider client={client}><Page /></QueryClientProvider>)
  return { client, end(more) { act(() => { set({ editable: false, ...more }) }) } }
}
const alerted = () => place().querySelector('[role=alert]')?.textContent

it('says at the text, and reads out, that a colleague has ended the writing; nothing to whoever did it', async () => {
  const { end } = await write()
  expect(alerted()).toBeUndefined()
  end()
  expect(alerted()).toContain(t('writing-ended'))
  expect(alerted()).toContain('These have been submitted.')
  expect(place().textContent).not.toContain(t('status-download'))
  end({ ownStep: true })
  expect(alerted()).toBeUndefined()
})

it('offers the words that were not taken where they were typed', async () => {
  const [store, keep] = [statusStore(), vi.fn()]
  const { end } = await write({ status: store, keep })
  end()
  act(() => { store.set(status('refused')) })
  expect(alerted()).toContain(t('writing-not-taken'))
  act(() => { place().querySelector<HTMLElement>('[role=alert] button')?.click() })
  expect(keep).toHaveBeenCalledOnce()
})

it('asks for the reason where the server does not confirm, and offers the words meanwhile', async () => {
  const store = statusStore()
  const { client } = await write({ status: store })
  const asked = vi.spyOn(client, 'invalidateQueries')
  act(() => { store.set(status('not-saved')) })
  expect(alerted()).toContain(t('status-server-not-saved'))
  expect(place().querySelector('[role=alert] button')?.textContent).toContain(t('status-download'))
  expect(asked).toHaveBeenCalledOnce()
})

it.each([[true, 1], [false, 0]])('gives the keyboard to whoever has come to the page for its text, where there are keys (%s)', async (keys, times) => {
  vi.stubGlobal('matchMedia', () => ({ matches: !keys }))
  const main = document.body.appendChild(document.createElement('main'))
  main.id = 'main'
  main.tabIndex = -1
  main.focus()
  const focus = vi.fn()
  const find = { onChange: () => nothing, found: () => null }
  await write({ editor: { focus, find } as unknown as Editor })
  expect(focus).toHaveBeenCalledTimes(times)
  main.remove()
})

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
