// What this device remembers about how the interface looks. `first-paint.js` reads the same names before the first paint.
import { directionOf, isLanguage, type Language } from '../i18n/direction'

export type Theme = 'light' | 'dark' | 'system'
export type Density = 'compact' | 'comfortable'

const read = (name: string): string | null => {
  try {
    return localStorage.getItem(`rapporteur.${name}`)
  } catch {
    return null
  }
}

const write = (name: string, value: string): void => {
  try {
    localStorage.setItem(`rapporteur.${name}`, value)
  } catch {
    // A browser that stores nothing still works; it only forgets.
  }
}

export function preferredLanguage(): Language {
  const stored = read('language')
  if (isLanguage(stored)) return stored
  for (const tag of navigator.languages) {
    const language = tag.split('-')[0]
    if (isLanguage(language)) return language
  }
  return 'en'
}

/** The language that was chosen on this device; null on a new one. */
export function storedLanguage(): Language | null {
  const stored = read('language')
  return isLanguage(stored) ? stored : null
}

/** The language of an account. English is what every account begins with, and so nobody's choice: there the browser's says more. */
export function languageOfAccount(language: string): Language | null {
  return isLanguage(language) && language !== 'en' ? language : null
}

/** Keeps the choice of a person. A language that the browser merely prefers is not kept: it is nobody's choice. */
export function storeLanguage(language: Language): void {
  write('language', language)
}

export function applyLanguage(language: Language): void {
  document.documentElement.lang = language
  document.documentElement.dir = directionOf(language)
}

export function preferredTheme(): Theme {
  const stored = read('theme')
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}

export function applyTheme(theme: Theme): void {
  write('theme', theme)
  const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light'
}

export function preferredDensity(): Density {
  return read('density') === 'comfortable' ? 'comfortable' : 'compact'
}

export function applyDensity(density: Density): void {
  write('density', density)
  document.documentElement.dataset['density'] = density
}

/** The edition that was open last on this device. */
export const lastEdition = { read: () => read('edition'), write: (id: string) => { write('edition', id) } }
