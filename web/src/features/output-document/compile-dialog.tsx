import { useMemo, useState, type ReactNode } from 'react'
import type { Edition, Grouping, KeyPoint, Plan, Session } from '../../api/types'
import { useTranslate, useTranslateIn, type Translate } from '../../i18n/translate'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Segments, TextArea, TextField } from '../../ui/field'
import { Icon } from '../../ui/icon'
import { addresseeName, sessionInSentence, sessionListed, themeName } from '../../ui/labels'
import { Notice } from '../../ui/notice'
import { Select } from '../../ui/select'
import { differed, draftPoints, groupsOf, inOrder, insideSentence, other, planOf, type Choices, type GroupId } from './draft'
import { GroupList } from './group-list'

interface Props {
  edition: Edition
  keyPoints: readonly KeyPoint[]
  sessions: readonly Session[]
  busy: boolean
  failure: string | null
  /** Accepts all confirmed key points first. Absent where the person may not. */
  onAcceptConfirmed?(): void
  onCompile(plan: Plan): void
  onClose(): void
}

interface Arrangement { order: readonly GroupId[]; headings: Readonly<Record<GroupId, string>> }

const asIs: Arrangement = { order: [], headings: {} }

/** The plan of a zero draft: what it is about, how its paragraphs are grouped, who speaks, and the words around them. */
export function CompileDialog({ edition, keyPoints, sessions, busy, failure, onAcceptConfirmed, onCompile, onClose }: Props) {
  const t = useTranslate()
  const own = useTranslateIn(edition.originalLanguage)
  const [about, setAbout] = useState<'track' | 'messages'>('track')
  const withPoints = sessions.filter((session) => session.keyPoints > 0)
  const [session, setSession] = useState<string | null>(withPoints[0]?.id ?? null)
  const [group, setGroup] = useState<Grouping>('addressee')
  const [arranged, setArranged] = useState<Readonly<Record<Grouping, Arrangement>>>({ addressee: asIs, theme: asIs, session: asIs })
  const [words, setWords] = useState<Pick<Choices, 'title' | 'statusLine' | 'voice' | 'preamble'>>({
    title: '', statusLine: '', voice: { kind: 'usual', words: '' }, preamble: { kind: 'usual', words: '' },
  })
  const messages = about === 'messages'
  const draft = useMemo(() => draftPoints(keyPoints, sessions, edition, messages ? session : null), [keyPoints, sessions, edition, messages, session])
  const confirmed = keyPoints.filter((point) => point.state === 'confirmed').length
  const { order, headings } = arranged[group]
  const groups = inOrder(groupsOf(draft.enter, group, edition, sessions), order)
  const arrange = (change: Partial<Arrangement>) => { setArranged({ ...arranged, [group]: { ...arranged[group], ...change } }) }
  const usualHeading = (id: GroupId) => headingIn(own, edition, sessions, group, id)
  const submit = () => {
    const written = Object.fromEntries(Object.entries(headings).filter(([id, heading]) => heading !== usualHeading(id)))
    // For a session without a title the server has no words but its id.
    const untitled = group !== 'session' ? {} : Object.fromEntries(sessions.filter((each) => each.title === null && each.event === null).map((each) => [each.id, usualHeading(each.id)]))
    onCompile(planOf({ ...words, messagesOf: messages ? session : null, group, order, headings: { ...untitled, ...written } }))
  }
  return (
    <Dialog
      title={t('compile-title')} wide open onClose={onClose}
      actions={(
        <>
          {failure !== null && <Notice tone="bad" title={t('compile-failed')} urgent><p>{failure}</p></Notice>}
          <Button onPress={onClose}>{t('common-cancel')}</Button>
          <Button look="primary" icon="document" onPress={submit} unavailable={busy || (messages && session === null)}>{busy ? t('compile-busy') : t('compile-do')}</Button>
        </>
      )}
    >
      <Segments<'track' | 'messages'>
        label={t('compile-about')} value={about} onChange={setAbout}
        choices={[{ id: 'track', label: t('compile-about-track') }, { id: 'messages', label: t('compile-about-messages') }]}
      />
      {messages && (withPoints.length === 0
        ? <p className="muted">{t('compile-no-session')}</p>
        : (
          <Select
            label={t('compile-session')} value={session} onChange={setSession}
            choices={withPoints.map((each) => ({
              id: each.id,
              label: t('compile-session-choice', { session: sessionListed(t, each, sessions), count: draftPoints(keyPoints, sessions, edition, each.id).enter.length }),
            }))}
          />
        ))}
      <div>
        <p className="strong">{t('compile-count', { count: draft.enter.length })}</p>
        {draft.concept > 0 && <p className="small muted">{t('compile-out-concept', { count: draft.concept })}</p>}
        {draft.after > 0 && <p className="small muted">{t('compile-out-after', { count: draft.after })}</p>}
        {draft.unwritten > 0 && <p className="small muted">{t('compile-out-unwritten', { count: draft.unwritten })}</p>}
      </div>
      {confirmed > 0 && onAcceptConfirmed && (
        <Notice tone="go" title={t('compile-confirmed', { count: confirmed })}>
          <Button onPress={onAcceptConfirmed}>{t('board-accept-confirmed', { count: confirmed })}</Button>
        </Notice>
      )}
      {!messages && (
        <>
          <Segments<Grouping>
            label={t('compile-group')} value={group} onChange={setGroup}
            choices={[
              { id: 'addressee', label: t('compile-group-addressee') },
              { id: 'theme', label: t('compile-group-theme') },
              { id: 'session', label: t('compile-group-session') },
            ]}
          />
          <Voice voice={words.voice} language={edition.originalLanguage} onVoice={(voice) => { setWords({ ...words, voice }) }} />
          <Fold title={t('compile-groups')} count={groups.length}>
            <GroupList
              groups={groups} usualHeading={usualHeading} headings={headings} language={edition.originalLanguage}
              changed={order.length > 0 || Object.keys(headings).length > 0}
              onOrder={(ids) => { arrange({ order: ids }) }}
              onHeading={(id, heading) => { arrange({ headings: { ...headings, [id]: heading } }) }}
              onUsual={() => { arrange(asIs) }}
            />
          </Fold>
        </>
      )}
      <Fold title={messages ? t('compile-words-messages') : t('compile-words')}>
        <TextField label={t('compile-document-title')} value={words.title} onChange={(title) => { setWords({ ...words, title }) }} hint={t('compile-left-empty')} />
        <TextField
          label={t('compile-status')} value={words.statusLine} placeholder={t('compile-status-default')} hint={t('compile-left-empty')}
          onChange={(statusLine) => { setWords({ ...words, statusLine }) }}
        />
        {!messages && <Preamble preamble={words.preamble} language={edition.originalLanguage} onPreamble={(preamble) => { setWords({ ...words, preamble }) }} />}
      </Fold>
    </Dialog>
  )
}

/** The heading that the server gives a group, in the language of the document. */
function headingIn(own: Translate, edition: Edition, sessions: readonly Session[], by: Grouping, id: GroupId): string {
  if (id === other) return own.named('document-heading-further') ?? id
  if (id === differed) return own.named('document-heading-differed') ?? id
  if (by === 'addressee') {
    const addressee = insideSentence(addresseeName(own, edition.addressees, id))
    return own.named('document-heading-addressed', { addressee }) ?? addressee
  }
  if (by === 'theme') return themeName(own, edition.themes, id)
  const session = sessions.find((each) => each.id === id)
  return session ? sessionInSentence(own, session, sessions) : id
}

/** What is rarely needed: it opens when asked for. */
function Fold({ title, count, children }: { title: string; count?: number; children: ReactNode }) {
  const t = useTranslate()
  return (
    <details className="fold">
      <summary><span className="grow">{title}{count !== undefined && <span className="count"> {new Intl.NumberFormat(t.locale).format(count)}</span>}</span><Icon name="chevron-down" small /></summary>
      <div className="fold__c">{children}</div>
    </details>
  )
}

function Voice({ voice, language, onVoice }: { voice: Choices['voice']; language: string; onVoice(voice: Choices['voice']): void }) {
  const t = useTranslate()
  return (
    <div className="stack">
      <Segments<Choices['voice']['kind']>
        label={t('compile-voice')} value={voice.kind} onChange={(kind) => { onVoice({ ...voice, kind }) }}
        choices={[{ id: 'usual', label: t('compile-voice-usual') }, { id: 'own', label: t('compile-voice-own') }, { id: 'none', label: t('compile-voice-none') }]}
      />
      {voice.kind === 'own'
        ? <TextField label={t('compile-voice-words')} value={voice.words} lang={language} onChange={(words) => { onVoice({ ...voice, words }) }} hint={t('compile-left-empty')} autoFocus />
        : <p className="hint">{voice.kind === 'usual' ? t('compile-voice-usual-hint') : t('compile-voice-none-hint')}</p>}
    </div>
  )
}

function Preamble({ preamble, language, onPreamble }: { preamble: Choices['preamble']; language: string; onPreamble(preamble: Choices['preamble']): void }) {
  const t = useTranslate()
  return (
    <div className="stack">
      <Segments<Choices['preamble']['kind']>
        label={t('compile-preamble')} value={preamble.kind} onChange={(kind) => { onPreamble({ ...preamble, kind }) }}
        choices={[{ id: 'usual', label: t('compile-preamble-usual') }, { id: 'own', label: t('compile-preamble-own') }, { id: 'none', label: t('compile-preamble-none') }]}
      />
      {preamble.kind === 'own' && (
        <TextArea label={t('compile-preamble-words')} value={preamble.words} lang={language} rows={4} onChange={(words) => { onPreamble({ ...preamble, words }) }} hint={t('compile-preamble-hint')} />
      )}
    </div>
  )
}
