import { useState } from 'react'
import type { Grouping, Plan, Session } from '../../api/types'
import { useTranslate } from '../../i18n/translate'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Options, TextArea, TextField } from '../../ui/field'
import { sessionShortName, sessionTitle } from '../../ui/labels'
import { Notice } from '../../ui/notice'
import { Select } from '../../ui/select'

interface Props {
  accepted: number
  confirmed: number
  sessions: readonly Session[]
  busy: boolean
  failure: string | null
  /** Accepts all confirmed key points first. Absent where the person may not. */
  onAcceptConfirmed?(): void
  onCompile(plan: Plan): void
  onClose(): void
}

const track = 'track'

/** The plan of a zero draft: what it is about, how its paragraphs are grouped, and the words around them. */
export function CompileDialog({ accepted, confirmed, sessions, busy, failure, onAcceptConfirmed, onCompile, onClose }: Props) {
  const t = useTranslate()
  const [about, setAbout] = useState<string>(track)
  const [group, setGroup] = useState<Grouping>('addressee')
  const [voice, setVoice] = useState('')
  const [preamble, setPreamble] = useState('')
  const [statusLine, setStatusLine] = useState('')
  const messages = about !== track
  const submit = () => {
    const sentences = preamble.split('\n').map((line) => line.trim()).filter((line) => line !== '')
    onCompile({
      ...(messages ? { messagesOf: about } : { group }),
      ...(voice.trim() === '' ? {} : { voice: voice.trim() }),
      ...(sentences.length === 0 ? {} : { preamble: sentences }),
      ...(statusLine.trim() === '' ? {} : { statusLine: statusLine.trim() }),
    })
  }
  return (
    <Dialog
      title={t('compile-title')} wide open onClose={onClose}
      actions={(
        <>
          <Button onPress={onClose}>{t('common-cancel')}</Button>
          <Button look="primary" icon="document" onPress={submit} unavailable={busy}>{busy ? t('compile-busy') : t('compile-do')}</Button>
        </>
      )}
    >
      <p>{t('compile-count', { count: accepted })}</p>
      {confirmed > 0 && onAcceptConfirmed && (
        <Notice tone="go" title={t('compile-confirmed', { count: confirmed })}>
          <Button onPress={onAcceptConfirmed}>{t('board-accept-confirmed', { count: confirmed })}</Button>
        </Notice>
      )}
      <Select
        label={t('compile-about')} value={about}
        choices={[{ id: track, label: t('compile-about-track') }, ...sessions.filter((session) => session.keyPoints > 0).map((session) => ({ id: session.id, label: t('compile-about-session', { session: `${sessionShortName(t, session, sessions)}: ${sessionTitle(t, session)}` }) }))]}
        onChange={setAbout}
      />
      {!messages && (
        <Options<Grouping>
          label={t('compile-group')} value={group} onChange={setGroup}
          choices={[
            { id: 'addressee', label: t('compile-group-addressee') },
            { id: 'theme', label: t('compile-group-theme') },
            { id: 'session', label: t('compile-group-session') },
          ]}
        />
      )}
      <TextField label={t('compile-status')} value={statusLine} onChange={setStatusLine} placeholder={t('compile-status-default')} hint={t('compile-left-empty')} />
      {!messages && <TextField label={t('compile-voice')} value={voice} onChange={setVoice} placeholder={t('compile-voice-default')} hint={t('compile-left-empty')} />}
      {!messages && <TextArea label={t('compile-preamble')} value={preamble} onChange={setPreamble} rows={4} hint={t('compile-preamble-hint')} />}
      {failure !== null && <Notice tone="bad" title={t('compile-failed')} urgent><p>{failure}</p></Notice>}
    </Dialog>
  )
}
