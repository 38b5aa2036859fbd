/** The languages of the interface. */
export const languages = ['en', 'fr', 'es', 'ar'] as const
export type Language = (typeof languages)[number]

/** Each language's own name, shown in that language everywhere. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  fr: 'Français',
  es: 'Español',
  ar: 'العربية',
}

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value)
}

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'sd', 'ug', 'yi', 'dv'])

/** The writing direction of a language, given as a BCP 47 tag. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr'
}

/** The locale for Intl. Arabic has the digits that its documents, lists and time codes have, as in the papers of the United Nations. */
export function localeOf(language: Language): string {
  return language === 'ar' ? 'ar-u-nu-latn' : language === 'en' ? 'en-GB' : language
}
