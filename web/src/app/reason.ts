// What failed, in words.
import { Refused, Unreachable } from '../api/client'
import type { Translate } from '../i18n/translate'

/** What to say about what failed, in the interface's language: the server names its reasons, the catalogs hold their words. */
export function reasonOf(t: Translate, error: unknown): string {
  if (error instanceof Unreachable) return t('error-unreachable')
  if (error instanceof Refused) {
    const values = Object.fromEntries(
      Object.entries(error.detail).filter((entry): entry is [string, string | number] => ['string', 'number'].includes(typeof entry[1])),
    )
    return t.named(`error-${error.code}`, values) ?? t('error-unknown', { code: error.code })
  }
  // A browser speaks its own language; the name of the error is enough to report it by.
  return t('error-page-failed', { name: error instanceof Error ? error.name : typeof error })
}
