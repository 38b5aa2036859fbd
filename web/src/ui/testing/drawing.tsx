// Draws in jsdom's page; what a test drew is taken away after it.
import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, vi } from 'vitest'
import { TranslateContext, type Translate } from '../../i18n/translate'

interface Drawing {
  /** Where it is drawn. */
  place(): HTMLElement
  draw(what: ReactNode): Promise<void>
}

/** Call it once in a file. */
export function drawing(t: Translate): Drawing {
  let place: HTMLElement
  let unmount: () => void = () => undefined

  beforeEach(() => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
    // jsdom has none.
    vi.stubGlobal('CSS', { escape: (text: string) => text })
    vi.stubGlobal('scrollTo', () => undefined)
    place = document.body.appendChild(document.createElement('div'))
  })

  afterEach(() => {
    act(() => { unmount() })
    place.remove()
    vi.unstubAllGlobals()
  })

  return {
    place: () => place,
    async draw(what) {
      const root = createRoot(place)
      unmount = () => { root.unmount() }
      await act(async () => {
        root.render(<TranslateContext value={t}>{what}</TranslateContext>)
        await Promise.resolve()
      })
    },
  }
}

/** Waits until this holds. React draws only where it is let. */
export async function until(check: () => void): Promise<void> {
  await vi.waitFor(async () => {
    await act(() => new Promise((resolve) => { setTimeout(resolve) }))
    check()
  }, { timeout: 20_000 })
}
