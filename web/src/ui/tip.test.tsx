// @vitest-environment jsdom
// A tooltip does not stand between Escape and what the button is in.
import { act } from 'react'
import { expect, it, vi } from 'vitest'
import { readCatalog, translateWith } from '../i18n/translate'
import { IconButton } from './button'
import { Dialog } from './dialog'
import { drawing } from './testing/drawing'

const t = translateWith('en', [readCatalog('en', 'common-close = Close')])
const { draw } = drawing(t)

const press = (key: string) => act(async () => {
  const target = document.activeElement ?? document.body
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  target.dispatchEvent(new KeyboardEvent('keyup', { key, bubbles: true }))
  await Promise.resolve()
})

/** Comes to the button by keyboard, so that its tooltip opens at once. */
async function comeTo(name: string): Promise<void> {
  await press('Tab')
  const button = document.querySelector<HTMLElement>(`button[aria-label="${name}"]`)
  act(() => { button?.focus() })
  expect(document.querySelector('[role=tooltip]')?.textContent).toBe(name)
}

it('Escape on a button with a tooltip closes the dialog around it, at once', async () => {
  const close = vi.fn()
  await draw(<Dialog title="A dialog" open onClose={close}>Words</Dialog>)
  await comeTo('Close')
  await press('Escape')
  expect(close).toHaveBeenCalledTimes(1)
  expect(document.querySelector('[role=tooltip]')).toBeNull()
})

it('Escape closes a tooltip where nothing else is open', async () => {
  await draw(<IconButton icon="search" label="Find" />)
  await comeTo('Find')
  await press('Escape')
  expect(document.querySelector('[role=tooltip]')).toBeNull()
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Find')
})
