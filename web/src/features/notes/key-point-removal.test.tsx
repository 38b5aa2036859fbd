// @vitest-environment jsdom
/** Removing a key point from the notes: what was decided on is asked about first. */
import { readFileSync } from 'node:fs'
import { act } from 'react'
import { beforeAll, expect, it, vi } from 'vitest'
import type { KeyPoint as Recorded, Session } from '../../api/types'
import type { KeyPoint } from '../../editor/editor-api'
import { readCatalog, translateWith } from '../../i18n/translate'
import { drawing } from '../../ui/testing/drawing'
import { listedPoint } from '../../ui/testing/key-point'
import { KeyPointPanel, type KeyPointPanelProps } from './key-point-panel'

const t = translateWith('en', [readCatalog('en', readFileSync('../locales/en.ftl', 'utf8'))])
const { draw } = drawing(t)

// jsdom lays nothing out.
beforeAll(() => { Element.prototype.scrollIntoView = () => undefined })

const point: KeyPoint = {
  id: 'k', statement: 'Tell parliament first.', quote: 'told first', lang: 'en', themes: [], addressee: null, kind: null, stance: null, basis: 'reported',
  source: null, speaker: null, gone: false,
}

const recorded = (state: Recorded['state'], usedIn: Recorded['usedIn'] = []) => listedPoint({ id: 'k', state, statement: point.statement, quote: point.quote, usedIn })

const press = (element: Element | null | undefined) => act(async () => {
  element?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
  await Promise.resolve()
})
const dialog = () => document.querySelector('[role=dialog]')
const button = (name: string) => [...(dialog()?.querySelectorAll('button') ?? [])].find((each) => each.textContent === name)

/** Opens the card's menu and chooses to remove. */
async function remove(known: Recorded | null, more: Partial<KeyPointPanelProps> = {}): Promise<(id: string) => void> {
  const onRemove = vi.fn<(id: string) => void>()
  const nothing = () => undefined
  await draw(
    <KeyPointPanel
      sent points={[point]} recorded={new Map(known === null ? [] : [['k', known]])} active="k" editable themes={[]} addressees={[]}
      session={{ attribution: 'none', people: [], recordings: [] } as unknown as Session} sessions={[]}
      onActive={nothing} onShow={nothing} onStatement={() => undefined} onFields={nothing} removed={false} onUndo={nothing} onRemove={onRemove} onMoveToSelection={nothing} {...more}
    />,
  )
  await press(document.querySelector('button[aria-label="More"]'))
  await press([...document.querySelectorAll('[role=menuitem]')].find((item) => item.textContent === t('points-remove')))
  return onRemove
}

it.each([null, recorded('captured')])('removes at once what nobody has decided on', async (known) => {
  expect(await remove(known)).toHaveBeenCalledExactlyOnceWith('k')
  expect(dialog()).toBeNull()
})

it('asks before an accepted one goes, and says that it leaves the board as well', async () => {
  const onRemove = await remove(recorded('accepted'))
  expect(onRemove).not.toHaveBeenCalled()
  expect(dialog()?.textContent).toContain('Tell parliament first.')
  expect(dialog()?.textContent).toContain('It is accepted.')
  expect(dialog()?.textContent).toContain('disappears from the notes and from the list of key points')
  await press(button('Cancel'))
  expect(dialog()).toBeNull()
  expect(onRemove).not.toHaveBeenCalled()
})

it('asks before one goes on which a paragraph rests, and says what stays', async () => {
  const onRemove = await remove(recorded('used', [{ outputDocumentId: 'd', paragraphId: 'p' }]))
  expect(dialog()?.textContent).toContain('It is used in the document.')
  expect(dialog()?.textContent).toContain('The document keeps its paragraph and this source')
  await press(button('Remove'))
  expect(onRemove).toHaveBeenCalledExactlyOnceWith('k')
  expect(dialog()).toBeNull()
})

it('says that a key point was removed, to screen readers too, and brings it back on a press', async () => {
  const onUndo = vi.fn()
  await remove(null, { removed: true, onUndo })
  const said = [...document.querySelectorAll('[role=status]')].find((each) => each.textContent?.includes('Key point removed'))
  expect(onUndo).not.toHaveBeenCalled()
  await press(said?.querySelector('button'))
  expect(onUndo).toHaveBeenCalledOnce()
})
