import { useState, type ReactNode } from 'react'
import type { Diagnostic, DraftScope, Edition, Grouping, KeyPoint, Outline, Plan, Session } from '../../api/types'
import type { Key } from '../../i18n/keys'
import { useTranslate } from '../../i18n/translate'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Segments, TextArea, TextField } from '../../ui/field'
import { Icon } from '../../ui/icon'
import { sessionListed } from '../../ui/labels'
import { Finding, Notice } from '../../ui/notice'
import { Select } from '../../ui/select'
import { confirmedIn, inOrder, planOf, type Choices, type GroupId } from './draft'
import { GroupList } from './group-list'

interface Props {
  edition: Edition
  keyPoints: readonly KeyPoint[]
  sessions: readonly Session[]
  scope: DraftScope
  /** What the server would write for that scope; absent until it has said so. */
  outline: Outline | undefined
  /** Why the server could not say. */
  outlineFailure: string | null
  busy: boolean
  failure: string | null
  onScope(scope: DraftScope): void
  /** Accepts the confirmed key points first: those of one session, or all. Absent where the person may not. */
  onAcceptConfirmed?(session: string | null): void
  onCompile(plan: Plan): void
  onClose(): void
}

interface Arrangement { order: readonly GroupId[]; headings: Readonly<Record<GroupId, string>> }

const asIs: Arrangement = { order: [], headings: {} }

/** Why accepted key points stay out, by what the server says of each. */
const out: Readonly<Record<string, Key>> = {
  'outline-concept': 'compile-out-concept', 'outline-session-after': 'compile-out-after',
  'outline-statement-missing': 'compile-out-unwritten', 'outline-name-told': 'compile-out-named',
}

/** The plan of a zero draft: what it is about, how its paragraphs are grouped, who speaks, and the words around them. */
export function CompileDialog({ edition, keyPoints, sessions, scope, outline, outlineFailure, busy, failure, onScope, onAcceptConfirmed, onCompile, onClose }: Props) {
  const t = useTranslate()
  const withPoints = sessions.filter((session) => session.keyPoints > 0)
  const [about, setAbout] = useState<'track' | 'messages'>('track')
  const [arranged, setArranged] = useState<Readonly<Record<Grouping, Arrangement>>>({ addressee: asIs, theme: asIs, session: asIs })
  const [words, setWords] = useState<Pick<Choices, 'title' | 'statusLine' | 'voice' | 'preamble'>>({
    title: '', statusLine: '', voice: { kind: 'usual', words: '' }, preamble: { kind: 'usual', words: '' },
  })
  const messages = about === 'messages'
  const { group } = scope
  const confirmed = confirmedIn(keyPoints, scope.messagesOf).length
  const acceptedIn = (session: string) => keyPoints.filter((point) => point.sessionId === session && (point.state === 'accepted' || point.state === 'used')).length
  const { order, headings } = arranged[group]
  const groups = inOrder(outline?.groups ?? [], order)
  const findings = outline?.diagnostics.filter((each) => each.severity !== 'note') ?? []
  const arrange = (change: Partial<Arrangement>) => { setArranged({ ...arranged, [group]: { ...arranged[group], ...change } }) }
  // Where people have written nothing is made, and so nothing is to be chosen.
  const hasText = outline?.hasText === true
  const stopped = hasText || (messages && (scope.messagesOf === null || outline?.keyPoints === 0))
  const submit = () => {
    const written = Object.fromEntries(Object.entries(headings).filter(([id, heading]) => !groups.some((each) => each.id === id && each.heading === heading)))
    onCompile(planOf({ ...words, ...scope, order, headings: written }))
  }
  return (
    <Dialog
      title={t('compile-title')} wide open onClose={onClose}
      actions={(
        <>
          {failure !== null && <Notice tone="bad" title={t('compile-failed')} urgent><p>{failure}</p></Notice>}
          <Button onPress={onClose}>{t(hasText ? 'common-close' : 'common-cancel')}</Button>
          {!hasText && <Button look="primary" icon="document" onPress={submit} unavailable={busy || stopped}>{busy ? t('compile-busy') : t('output-compile')}</Button>}
        </>
      )}
    >
      <Segments<'track' | 'messages'>
        label={t('nav-document')} value={about}
        onChange={(next) => {
          setAbout(next)
          onScope({ group, messagesOf: next === 'messages' ? withPoints[0]?.id ?? null : null })
        }}
        choices={[{ id: 'track', label: t('compile-about-track') }, { id: 'messages', label: t('compile-about-messages') }]}
      />
      {messages && (withPoints.length === 0
        ? <p className="muted">{t('compile-no-session')}</p>
        : (
          <Select
            label={t('common-session')} value={scope.messagesOf} onChange={(session) => { onScope({ group, messagesOf: session }) }}
            choices={withPoints.map((each) => ({
              id: each.id,
              label: t('compile-session-choice', { session: sessionListed(t, each, sessions), count: acceptedIn(each.id) }),
            }))}
          />
        ))}
      {outlineFailure !== null && <Notice tone="warn" title={t('compile-not-counted')}><p>{outlineFailure}</p></Notice>}
      {outline === undefined ? outlineFailure === null && <p className="muted">{t('common-loading')}</p> : !hasText && (
        <div>
          <p className="strong">{t('compile-count', { count: outline.keyPoints })}</p>
          {Object.entries(out).map(([key, sentence]) => {
            const count = outline.diagnostics.filter((each) => each.key === key).length
            return count > 0 && <p key={key} className="small muted">{t(sentence, { count })}</p>
          })}
        </div>
      )}
      {hasText && <Notice tone="warn" title={t('compile-has-text')}><p>{t('compile-has-text-hint')}</p></Notice>}
      {!hasText && (
        <>
          {findings.length > 0 && <Fold title={t('compile-findings')} count={findings.length}><Findings diagnostics={findings} /></Fold>}
          {confirmed > 0 && onAcceptConfirmed && (
            <Notice tone="go" title={t('compile-confirmed', { count: confirmed })}>
              <Button onPress={() => { onAcceptConfirmed(scope.messagesOf) }}>{t('board-accept-confirmed', { count: confirmed })}</Button>
            </Notice>
          )}
          {!messages && (
            <>
              <Segments<Grouping>
                label={t('compile-group')} value={group} onChange={(next) => { onScope({ messagesOf: null, group: next }) }}
                choices={[
                  { id: 'addressee', label: t('common-addressee') },
                  { id: 'theme', label: t('common-theme') },
                  { id: 'session', label: t('common-session') },
                ]}
              />
              <Voice voice={words.voice} language={edition.originalLanguage} onVoice={(voice) => { setWords({ ...words, voice }) }} />
              <Fold title={t('compile-groups')} count={groups.length}>
                <GroupList
                  groups={groups} headings={headings} language={edition.originalLanguage}
                  changed={order.length > 0 || Object.keys(headings).length > 0}
                  onOrder={(ids) => { arrange({ order: ids }) }}
                  onHeading={(id, heading) => { arrange({ headings: { ...headings, [id]: heading } }) }}
                  onUsual={() => { arrange(asIs) }}
                />
              </Fold>
            </>
          )}
          <Fold title={messages ? t('compile-words-messages') : t('compile-words')}>
            <TextField label={t('writing-block-title')} value={words.title} onChange={(title) => { setWords({ ...words, title }) }} hint={t('compile-left-empty')} />
            <TextField
              label={t('compile-status')} value={words.statusLine} placeholder={t('compile-status-default')} hint={t('compile-left-empty')}
              onChange={(statusLine) => { setWords({ ...words, statusLine }) }}
            />
            {!messages && <Preamble preamble={words.preamble} language={edition.originalLanguage} onPreamble={(preamble) => { setWords({ ...words, preamble }) }} />}
          </Fold>
        </>
      )}
    </Dialog>
  )
}

/** What the server finds in the key points, each with what to do about it. */
function Findings({ diagnostics }: { diagnostics: readonly Diagnostic[] }) {
  const t = useTranslate()
  return (
    <>
      {diagnostics.map((diagnostic, index) => {
        const hint = diagnostic.hint === null ? null : t.named(diagnostic.hint, diagnostic.values)
        const isBad = diagnostic.severity === 'error'
        return (
          <Finding key={index} tone={isBad ? 'bad' : 'warn'} word={t(isBad ? 'checks-error' : 'checks-warning')}>
            <p>{t.named(diagnostic.key, diagnostic.values) ?? diagnostic.key}</p>
            {diagnostic.place.text && <p className="small muted" dir="auto">{diagnostic.place.text}</p>}
            {hint !== null && <p className="small muted">{hint}</p>}
          </Finding>
        )
      })}
    </>
  )
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
        label={t('common-preamble')} value={preamble.kind} onChange={(kind) => { onPreamble({ ...preamble, kind }) }}
        choices={[{ id: 'usual', label: t('compile-preamble-usual') }, { id: 'own', label: t('compile-preamble-own') }, { id: 'none', label: t('compile-preamble-none') }]}
      />
      {preamble.kind === 'own' && (
        <TextArea label={t('compile-preamble-words')} value={preamble.words} lang={language} rows={4} onChange={(words) => { onPreamble({ ...preamble, words }) }} hint={t('compile-preamble-hint')} />
      )}
    </div>
  )
}
