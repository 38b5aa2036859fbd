// @vitest-environment jsdom
// The numbers of the overview add up, or say what they leave out.
import english from '@locales/en.ftl?raw'
import { expect, it } from 'vitest'
import type { Session } from '../../api/types'
import { readCatalog, translateWith } from '../../i18n/translate'
import { drawing } from '../../ui/testing/drawing'
import { CoveragePanel } from './coverage-panel'

const t = translateWith('en', [readCatalog('en', english)])
const { place, draw } = drawing(t)
const coverage = {
  themes: ['ai'], sessions: ['a'], cells: [{ sessionId: 'a', themeId: null, count: 32 }],
  sessionsWithoutKeyPoint: [], themesWithoutKeyPoint: ['ai'], regionsWithoutKeyPoint: ['Africa'],
}
const session = { id: 'a', title: 'A', kind: 'session', event: null, keyPoints: 32 } as unknown as Session
const show = (onBoard: number) => draw(<CoveragePanel coverage={coverage} sessions={[session]} themes={[]} onBoard={onBoard} hrefOf={() => '/'} />)

it('counts each gap that has the sign of one', async () => {
  await show(32)
  expect(place().querySelector('.tag')?.textContent).toContain('2 gaps')
  expect(place().querySelectorAll('.coverage__note')).toHaveLength(1)
})

it('says how many key points of the board the table leaves out', async () => {
  await show(33)
  expect(place().querySelector('.coverage__note')?.textContent).toContain('1 more is on the board')
})
