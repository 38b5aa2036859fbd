// What was typed on this device and never reached the server, where its page can no longer be opened.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { queries } from '../api/queries'
import { useTranslate } from '../i18n/translate'
import { Button } from '../ui/button'
import { Notice } from '../ui/notice'
import { rememberedNames } from './kept-names'
import { keptTexts } from './texts'

/** So many characters tell one text from another. */
const SHOWN = 120

/** Offers the texts as files. Nothing where there are none. */
export function KeptTexts() {
  const t = useTranslate()
  const client = useQueryClient()
  const { data: me } = useQuery({ ...queries.me(), retry: false })
  const person = me?.person.id
  const { data: texts } = useQuery({
    queryKey: ['kept-texts', person], enabled: person !== undefined, networkMode: 'always', gcTime: 0,
    queryFn: () => (person === undefined ? [] : keptTexts(person)),
  })
  if (texts === undefined || texts.length === 0) return null
  const unread = texts.filter(({ isWhole }) => !isWhole).length
  return (
    <Notice tone="warn" title={t('kept-title')}>
      <p>{t('kept-text')}</p>
      {unread > 0 && <p>{t('kept-unread', { count: unread })}</p>}
      {texts.map(({ documentId, words, keep }) => keep !== null && (
        <div key={documentId} className="stack">
          <p className="small muted" dir="auto">{beginning(words)}</p>
          <div><Button icon="download" onPress={() => { keep(t, rememberedNames(client, t, documentId)) }}>{t('status-download')}</Button></div>
        </div>
      ))}
    </Notice>
  )
}

function beginning(text: string): string {
  const words = text.replaceAll('\uFFFC', ' ').trim().replaceAll(/\s+/gu, ' ')
  return words.length > SHOWN ? `${words.slice(0, SHOWN).replace(/\s+\S*$/u, '')} …` : words
}
