// Looks messages up in the language's catalog; English stands in for a message that is missing.
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'
import { createContext, use, useEffect, useState } from 'react'
import { directionOf, isLanguage, localeOf, type Language } from './direction'
import type { Key } from './keys'

export type Values = Readonly<Record<string, FluentVariable>>

/** Gives the text of a message in the interface's language. */
export interface Translate {
  (key: Key, values?: Values): string
  readonly language: Language
  /** The locale for Intl, with the digits that the language uses. */
  readonly locale: string
  /** The text of a key that the server named, or null where the catalogs don't know it. */
  named(key: string, values?: Values): string | null
}

const catalogs: Readonly<Record<Language, () => Promise<{ default: string }>>> = {
  en: () => import('@locales/en.ftl?raw'),
  fr: () => import('@locales/fr.ftl?raw'),
  es: () => import('@locales/es.ftl?raw'),
  ar: () => import('@locales/ar.ftl?raw'),
}

const loaded = new Map<Language, Promise<FluentBundle>>()

function bundleOf(language: Language): Promise<FluentBundle> {
  let bundle = loaded.get(language)
  if (bundle === undefined) {
    bundle = catalogs[language]().then((file) => readCatalog(language, file.default))
    // A catalog that could not be fetched may be fetched later.
    bundle.catch(() => loaded.delete(language))
    loaded.set(language, bundle)
  }
  return bundle
}

/** Parses the text of a catalog. */
export function readCatalog(language: Language, text: string): FluentBundle {
  // Values are isolated by `isolated`, and only where they need it: names that screen readers and tests read stay plain.
  const bundle = new FluentBundle(localeOf(language), { useIsolating: false })
  bundle.addResource(new FluentResource(text))
  return bundle
}

const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u
const leftToRight = /\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek}|\p{Script=Han}/u

/** Wraps texts that run against the sentence into isolates, so that they don't take its punctuation with them. */
export function isolated(values: Values, language: Language): Record<string, FluentVariable> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) =>
    [name, typeof value === 'string' && !selectors.has(name) ? isolatedText(value, language) : value]))
}

function isolatedText(text: string, language: Language): string {
  const against = directionOf(language) === 'rtl' ? leftToRight : rightToLeft
  return against.test(text) ? `\u2068${text}\u2069` : text
}

/** Names in a row, as the language joins them. */
export function listOf(t: Translate, items: readonly string[]): string {
  return new Intl.ListFormat(t.locale).format(items.map((item) => isolatedText(item, t.language)))
}

/** Values that choose a variant and are never shown. */
const selectors: ReadonlySet<string> = new Set(['kind'])

/** Makes the lookup function out of bundles in order of preference. */
export function translateWith(language: Language, bundles: readonly FluentBundle[]): Translate {
  const find = (key: string, values?: Values): string | null => {
    for (const bundle of bundles) {
      const pattern = bundle.getMessage(key)?.value
      if (pattern !== undefined && pattern !== null) return bundle.formatPattern(pattern, values ? isolated(values, language) : null, [])
    }
    return null
  }
  const translate = (key: Key, values?: Values) => find(key, values) ?? key
  return Object.assign(translate, { language, locale: localeOf(language), named: find })
}

/** Loads the catalog of a language. */
export async function loadTranslate(language: Language): Promise<Translate> {
  const wanted = language === 'en' ? [bundleOf('en')] : [bundleOf(language), bundleOf('en')]
  return translateWith(language, await Promise.all(wanted))
}

export const TranslateContext = createContext<Translate | null>(null)

/** The interface's messages, in its language. */
export function useTranslate(): Translate {
  const translate = use(TranslateContext)
  if (translate === null) throw new Error('useTranslate needs a TranslateContext around it')
  return translate
}

/** The messages in a document's language; until they are loaded, and where there are none, in the interface's. */
export function useTranslateIn(language: string): Translate {
  const own = useTranslate()
  const [loadedIn, setLoadedIn] = useState<Translate | null>(null)
  useEffect(() => {
    let gone = false
    void loadTranslate(isLanguage(language) ? language : 'en').then((translate) => { if (!gone) setLoadedIn(() => translate) }, () => undefined)
    return () => { gone = true }
  }, [language])
  return loadedIn ?? own
}
