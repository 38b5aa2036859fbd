// Failed requests in words.
import { Refused, Unreachable } from '../api/client'
import type { Translate } from '../i18n/translate'

/** What to say about a failed request: the server's own reason in words where the catalogs know it. */
export function reasonOf(t: Translate, error: unknown): string {
  if (error instanceof Unreachable) return t('error-unreachable')
  if (error instanceof Refused) {
    const values = Object.fromEntries(
      Object.entries(error.detail).filter((entry): entry is [string, string | number] => ['string', 'number'].includes(typeof entry[1])),
    )
    return t.named(`error-${error.code}`, values) ?? t('error-unknown', { code: error.code })
  }
  return t('error-unknown', { code: error instanceof Error ? error.message : String(error) })
}
