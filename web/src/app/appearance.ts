import { createContext, use } from 'react'
import type { Language } from '../i18n/direction'
import type { Density, Theme } from './preferences'

/** How the interface looks, and how to change it. */
export interface Appearance {
  theme: Theme
  setTheme(theme: Theme): void
  density: Density
  setDensity(density: Density): void
  setLanguage(language: Language): Promise<void>
}

export const AppearanceContext = createContext<Appearance | null>(null)

export function useAppearance(): Appearance {
  const appearance = use(AppearanceContext)
  if (appearance === null) throw new Error('useAppearance needs an AppearanceContext around it')
  return appearance
}
