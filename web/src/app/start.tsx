import '../ui/base.css'
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode, useEffect, useMemo, useState, type ReactNode } from 'react'
import { I18nProvider, RouterProvider as AriaRouterProvider } from 'react-aria-components'
import { createRoot } from 'react-dom/client'
import { Refused, Unreachable } from '../api/client'
import { localeOf, type Language } from '../i18n/direction'
import { loadTranslate, TranslateContext, type Translate } from '../i18n/translate'
import { AppearanceContext, type Appearance } from './appearance'
import {
  applyDensity, applyLanguage, applyTheme, preferredDensity, preferredLanguage, preferredTheme, storeLanguage,
} from './preferences'
import { makeRouter } from './routes'
import { watchKeptAnswers } from './kept-answers'
import { noteSignedOut, registerServiceWorker } from './offline'
import { watchSignIns } from './session'

const client = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => { if (error instanceof Refused && error.status === 401) noteSignedOut(true) },
  }),
  defaultOptions: {
    queries: {
      // The service worker answers without a network, so a query runs also then.
      networkMode: 'always',
      staleTime: 10_000,
      retry: (count, error) => !(error instanceof Refused) && count < 1,
    },
    mutations: { networkMode: 'always', retry: (count, error) => error instanceof Unreachable && count < 0 },
  },
})

const router = makeRouter(client)

function Interface({ first, children }: { first: Translate; children: ReactNode }) {
  const [translate, setTranslate] = useState(() => first)
  const [theme, setTheme] = useState(preferredTheme)
  const [density, setDensity] = useState(preferredDensity)

  useEffect(() => {
    applyTheme(theme)
    const system = matchMedia('(prefers-color-scheme: dark)')
    const follow = () => { applyTheme(theme) }
    system.addEventListener('change', follow)
    return () => { system.removeEventListener('change', follow) }
  }, [theme])
  useEffect(() => { applyDensity(density) }, [density])

  const appearance: Appearance = useMemo(() => ({
    theme, setTheme, density, setDensity,
    async setLanguage(language: Language) {
      const next = await loadTranslate(language)
      storeLanguage(language)
      applyLanguage(language)
      setTranslate(() => next)
    },
  }), [theme, density])

  return (
    <TranslateContext value={translate}>
      <AppearanceContext value={appearance}>
        <I18nProvider locale={localeOf(translate.language)}>{children}</I18nProvider>
      </AppearanceContext>
    </TranslateContext>
  )
}

async function start() {
  const language = preferredLanguage()
  applyLanguage(language)
  applyTheme(preferredTheme())
  const translate = await loadTranslate(language)
  const place = document.getElementById('app')
  if (place === null) throw new Error('index.html has no #app')
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <Interface first={translate}>
          <AriaRouterProvider navigate={(href) => { router.history.push(href) }}>
            <RouterProvider router={router} />
          </AriaRouterProvider>
        </Interface>
      </QueryClientProvider>
    </StrictMode>,
  )
}

watchKeptAnswers(client)
watchSignIns(client)
void start()
registerServiceWorker(client)
