// @vitest-environment jsdom
// What the panel says of key points: what the board says of them, and nothing that is not known.
import english from '@locales/en.ftl?raw'
import { act } from 'react'
import { beforeEach, expect, it } from 'vitest'
import type { KeyPoint as Recorded } from '../../api/types'
import type { KeyPoint } from '../../editor/editor-api'
import { readCatalog, translateWith } from '../../i18n/translate'
import { drawing } from '../../ui/testing/drawing'
import { listedPoint } from '../../ui/testing/key-point'
import { KeyPointPanel, type KeyPointPanelProps } from './key-point-panel'

const t = translateWith('en', [readCatalog('en', english)])
const { place, draw } = drawing(t)
const nothing = () => undefined
const point = (more: Partial<KeyPoint> = {}): KeyPoint => ({
  id: 'one', statement: 'Ban it.', quote: 'ban it', lang: 'en', themes: [], addressee: null, kind: null, stance: null, basis: 'reported', source: null, speaker: null,
  gone: false, ...more,
})
const recorded = (more: Partial<Recorded> = {}) => listedPoint({ kind: 'call-to-action', stance: 'convergence', quote: 'ban it', ...more })
// jsdom has none.
beforeEach(() => { Element.prototype.scrollIntoView = nothing })

const show = (props: Partial<KeyPointPanelProps>) => draw(
  <KeyPointPanel
    points={[point()]} recorded={new Map([['one', recorded()]])} sent active="one" editable themes={[]} addressees={[]} session={{ people: [], recordings: [] } as never} sessions={[]}
    onActive={nothing} onShow={nothing} onStatement={() => undefined as never} onFields={nothing} removed={false} onUndo={nothing} onRemove={nothing} onMoveToSelection={nothing} {...props}
  />,
)

it('says of an imported key point that who marked it is not recorded, not that it is on this device only', async () => {
  await show({})
  expect(place().textContent).toContain('Marked by: not recorded')
  expect(place().textContent).not.toContain('On this device only')
})

it('says of a key point that the server has not heard of that it is on this device only, while it is', async () => {
  await show({ recorded: new Map(), sent: false })
  expect(place().textContent).toContain('On this device only, so far')
})

it('says nothing about a key point that was sent and is not told of yet', async () => {
  await show({ recorded: new Map(), sent: true })
  expect(place().textContent).not.toContain('On this device only')
  expect(place().textContent).not.toContain('Marked by: not recorded')
})

it('says no kind and no stance that nobody has said, and what was said can be unsaid', async () => {
  const said: unknown[] = []
  await show({ points: [point({ kind: 'observation' })], onFields: (...change) => { said.push(change) } })
  const chosen = [...place().querySelectorAll('[role="radio"][aria-checked="true"], input:checked')].map((each) => each.closest('label')?.textContent ?? each.textContent)
  expect(chosen).toEqual(['Observation', 'Not said'])
  const unsaid = [...place().querySelectorAll('label')].find((each) => each.textContent === 'Not said')
  await act(async () => { unsaid?.click(); await Promise.resolve() })
  expect(said).toEqual([['one', { kind: null }]])
})

it.each([true, false])('shows the reason for which a key point was set aside, to writers and readers (%s)', async (editable) => {
  const aside = new Map([['one', recorded({ state: 'set-aside', reason: 'Said twice.', decidedBy: { id: 'anna', name: 'Anna' } })]])
  await show({ recorded: aside, editable })
  expect(place().textContent).toContain('Reason Said twice.')
  expect(place().textContent).toContain('Anna')
})

it.each([{ active: null }, { editable: false }])('shows what is marked where a key point says nothing yet (%o)', async (props) => {
  await show({ points: [point({ statement: ' \n' })], ...props })
  expect(place().querySelector('q')?.textContent).toBe('ban it')
  expect(place().textContent).toContain('No statement yet')
})

it('denies no key point before they have been read', async () => {
  await show({ points: null })
  expect(place().textContent).not.toContain('No key point yet')
  expect(place().textContent).not.toContain('0')
})

it('says that there is none once that is known', async () => {
  await show({ points: [] })
  expect(place().textContent).toContain('No key point yet')
})

it.each([true, false])('says that other words were accepted, to writers and readers (%s)', async (editable) => {
  const reworded = recorded({ state: 'accepted', statement: 'Ban it.', decidedStatement: 'Allow it.' })
  await show({ recorded: new Map([['one', reworded]]), editable })
  expect(place().textContent).toContain('Accepted, reworded since')
  expect([...place().querySelectorAll('.notice blockquote')].map((each) => each.textContent)).toEqual(['Allow it.', 'Ban it.'])
})

it('says where else a key point of the same id stands', async () => {
  const sessions = [{ id: 'other', title: 'The hearing', kind: 'session', event: null } as never]
  await show({ recorded: new Map([['one', recorded({ alsoIn: ['other'] })]]), sessions })
  expect(place().textContent).toContain('The notes of The hearing contain a key point with the same id')
})
