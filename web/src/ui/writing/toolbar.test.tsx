// @vitest-environment jsdom
/** What the toolbar always offers, however little room there is. */
import english from '@locales/en.ftl?raw'
import { act } from 'react'
import { beforeEach, expect, it, vi } from 'vitest'
import type { CaretState, EditorCommands } from '../../editor/editor-api'
import { readCatalog, translateWith } from '../../i18n/translate'
import { drawing } from '../testing/drawing'
import { Toolbar } from './toolbar'

const t = translateWith('en', [readCatalog('en', english)])
const { place, draw } = drawing(t)
const nothing = () => undefined

// jsdom has no sizes: there is room for nothing that may stand under "More".
beforeEach(() => { vi.stubGlobal('ResizeObserver', class { observe = nothing; disconnect = nothing }) })

it.each(['notes', 'output'] as const)('offers redo beside undo, also where it does nothing yet (%s)', async (kind) => {
  const redo = vi.fn()
  const caret = { block: { type: 'paragraph' }, canUndo: true, canRedo: true, selectionEmpty: true, link: null } as unknown as CaretState
  const show = (canRedo: boolean) => draw(
    <Toolbar kind={kind} caret={{ ...caret, canRedo }} commands={{ redo } as unknown as EditorCommands} onLink={nothing} onFind={nothing} />,
  )
  await show(true)
  const [undo, button] = place().querySelectorAll<HTMLElement>('button')
  expect([undo, button].map((each) => each?.getAttribute('aria-label'))).toEqual([t('writing-undo'), t('writing-redo')])
  act(() => { button?.click() })
  expect(redo).toHaveBeenCalledOnce()
})

it('says that there is nothing to redo', async () => {
  const caret = { block: { type: 'paragraph' }, canUndo: true, canRedo: false, selectionEmpty: true, link: null } as unknown as CaretState
  await draw(<Toolbar kind="notes" caret={caret} commands={{} as unknown as EditorCommands} onLink={nothing} onFind={nothing} />)
  expect(place().querySelector(`[aria-label="${t('writing-redo')}"]`)?.getAttribute('aria-disabled')).toBe('true')
})
