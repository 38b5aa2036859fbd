// @vitest-environment jsdom
// What a page shows of a text that cannot be opened.
import english from '@locales/en.ftl?raw'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, it, vi } from 'vitest'
import { readCatalog, TranslateContext, translateWith } from '../i18n/translate'
import type { OpenedText } from './texts'
import { useText } from './use-text'

const look = vi.hoisted(() => vi.fn())
const keepStorage = vi.hoisted(() => vi.fn(() => Promise.resolve(true)))
vi.mock('./texts', () => ({ openText: () => Promise.resolve({ handle: {}, presence: {}, close: () => undefined, look } as unknown as OpenedText) }))
// As after an update, when the server no longer has a file that this page asks for.
const openEditor = vi.hoisted(() => vi.fn<() => unknown>(() => { throw new Error('Failed to fetch dynamically imported module') }))
vi.mock('../editor/open-editor', () => ({ openEditor }))

const t = translateWith('en', [readCatalog('en', english)])
const person = { id: 'anna', name: 'Anna' }
const names = { title: null, theme: String, addressee: String, speaker: () => null }

function Page({ editable }: { editable: boolean }) {
  const { place, opening } = useText({ url: 'automerge:x', kind: 'notes', editable, label: '', placeholder: '', names, person })
  return <div ref={place}>{opening}</div>
}

/** Waits until what is loaded has come, and what follows from it is shown. */
const settled = (expected: () => void) => vi.waitFor(async () => {
  await act(() => new Promise((resolve) => { setTimeout(resolve) }))
  expected()
})

async function show(editable: boolean): Promise<{ place: HTMLElement; draw(editable: boolean): Promise<void>; unmount(): void }> {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  const draw = (editable: boolean) => act(async () => {
    root.render(<TranslateContext value={t}><Page editable={editable} /></TranslateContext>)
    await Promise.resolve()
  })
  await draw(editable)
  return { place, draw, unmount: () => { act(() => { root.unmount() }) } }
}

it('says so when the editor cannot be loaded', async () => {
  const { place, unmount } = await show(false)
  await settled(() => { expect(place.textContent).toBe('failed') })
  unmount()
})

it('gives who comes back the editor that was left, where it was scrolled to and with the keyboard in it', async () => {
  const editor = { rest: vi.fn(), wake: vi.fn(), focus: vi.fn(), close: vi.fn(), setEditable: vi.fn(), caret: () => null }
  Element.prototype.scrollTo = () => undefined
  openEditor.mockImplementation(() => editor)
  const left = await show(true)
  await settled(() => { expect(editor.setEditable).toHaveBeenCalled() })
  const held = left.place.querySelector('.text__held')
  held?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }))
  left.place.scrollTop = 70
  left.unmount()
  expect(editor.rest).toHaveBeenCalledOnce()
  expect(editor.close).not.toHaveBeenCalled()

  const scrollTo = vi.fn()
  Element.prototype.scrollTo = scrollTo
  const back = await show(true)
  await settled(() => { expect(editor.wake).toHaveBeenCalledOnce() })
  expect(openEditor).toHaveBeenCalledTimes(2)
  expect(back.place.querySelector('.text__held')).toBe(held)
  expect(scrollTo).toHaveBeenLastCalledWith({ top: 70 })
  expect(editor.focus).toHaveBeenCalledOnce()
  back.unmount()
})

it('looks at once whether something was not taken when the right to write ends', async () => {
  const { draw, unmount } = await show(true)
  await settled(() => { expect(look).toHaveBeenCalled() })
  look.mockClear()
  await draw(false)
  expect(look).toHaveBeenCalledOnce()
  unmount()
})

it('asks the browser once to keep what is on the device, for whoever may write', async () => {
  vi.stubGlobal('navigator', { ...navigator, storage: { persisted: () => Promise.resolve(false), persist: keepStorage } })
  const reader = await show(false)
  reader.unmount()
  expect(keepStorage).not.toHaveBeenCalled()
  for (let i = 0; i < 2; i++) (await show(true)).unmount()
  await vi.waitFor(() => { expect(keepStorage).toHaveBeenCalledOnce() })
})
