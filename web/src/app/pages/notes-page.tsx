import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore, type ComponentProps } from 'react'
import { api } from '../../api/client'
import { queries } from '../../api/queries'
import type { Edition, Session } from '../../api/types'
import { KeyPointPanel } from '../../features/notes/key-point-panel'
import { SessionFacts } from '../../features/notes/session-facts'
import { StepDialog } from '../../features/notes/step-dialog'
import { useTranslate } from '../../i18n/translate'
import { Button, LinkButton } from '../../ui/button'
import { keyboardAfter } from '../../ui/keyboard'
import { sessionName, sessionWhen } from '../../ui/labels'
import { Notice } from '../../ui/notice'
import { SessionStateMark } from '../../ui/state'
import { hasKeys, useRoom } from '../../ui/width'
import { PanelButtons, Work, type Side } from '../../ui/work'
import { useBackCloses } from '../back-closes'
import { NotFoundPage } from '../failures'
import { notesNames } from '../kept-names'
import { usePageTitle } from '../page-title'
import { paths } from '../paths'
import { reasonOf } from '../reason'
import { useSignedIn } from '../session'
import { isSent } from '../text-status-store'
import { TextDesk } from '../text-desk'
import { TextStatus } from '../text-status'
import { useText, type Text } from '../use-text'

export function NotesPage() {
  const { edition: editionId, session: sessionId } = useParams({ from: '/signed-in/editions/$edition/sessions/$session' })
  const { data: edition } = useSuspenseQuery(queries.edition(editionId))
  const { data: sessions } = useSuspenseQuery(queries.sessions(editionId))
  const listed = sessions.find((each) => each.id === sessionId)
  const { data: whole } = useQuery({ ...queries.session(editionId, sessionId), enabled: listed !== undefined && listed.attribution !== 'named' })
  const session = useMemo(() => {
    if (listed === undefined || whole === undefined) return listed
    const { people, recordings, links, remark } = whole
    return { ...listed, people, recordings, links, remark }
  }, [listed, whole])
  if (session === undefined) return <NotFoundPage />
  // A successor of the text has another address: the page opens it anew.
  return <Notes key={`${session.id} ${session.notesUrl}`} edition={edition} session={session} sessions={sessions} />
}

type Step = 'submit' | 'confirm' | 'reopen'

/** What of the text the server does not have yet; null where it has everything. */
function useUnsent(text: Text) {
  const status = useSyncExternalStore(text.status.subscribe, text.status.current)
  if (status === null || isSent(status)) return null
  return { changes: status.server.waitingChanges, reached: status.server.connected }
}

function Notes({ edition, session, sessions }: { edition: Edition; session: Session; sessions: readonly Session[] }) {
  const t = useTranslate()
  const me = useSignedIn()
  const room = useRoom()
  const client = useQueryClient()
  const navigate = useNavigate({ from: '/editions/$edition/sessions/$session' })
  const { point: asked } = useSearch({ from: '/signed-in/editions/$edition/sessions/$session' })
  const { data: recordedPoints } = useSuspenseQuery(queries.keyPoints(edition.id))
  const [active, setActive] = useState<string | null>(null)
  const [open, setOpen] = useState<Side | null>(room === 'beside' ? 'end' : null)
  useBackCloses((room === 'sheet' || room === 'over') && open !== null, () => { setOpen(null) })
  const [asking, setAsking] = useState<'submit' | 'confirm' | null>(null)
  const title = sessionName(t, session, sessions)
  const editable = session.may.write
  usePageTitle(title, edition.title)

  const openPoint = useCallback((id: string) => {
    setActive(id)
    setOpen((side) => (side === 'end' ? side : 'end'))
  }, [])
  const mark = () => {
    const id = text.editor?.keyPoints.mark({ lang: edition.originalLanguage }) ?? null
    if (id !== null) openPoint(id)
  }
  const text = useText({
    url: session.notesUrl, kind: 'notes', editable, person: me.person, names: notesNames(t, edition, session, sessions),
    label: t('writing-text-notes', { session: title }),
    placeholder: t(!editable ? 'overview-no-notes' : hasKeys() ? 'writing-placeholder-notes' : 'writing-placeholder-touch'),
    onMarkKeyPoint: mark, onKeyPointOpened: openPoint,
    // To the fields of the card that is open, not to all that stands before them.
    onLeave: () => {
      if (active === null || open !== 'end' && room !== 'columns') return false
      keyboardAfter('point-open')
      return true
    },
  })
  const { editor, keyPoints } = text
  const sent = useSyncExternalStore(text.status.subscribe, text.status.isSent)

  const recorded = useMemo(() => new Map(recordedPoints.filter((point) => point.sessionId === session.id).map((point) => [point.id, point])), [recordedPoints, session.id])
  useEffect(() => {
    editor?.keyPoints.setActive(active)
    // What the panel speaks of stays in sight, also where that has made the lines break elsewhere or lies over the text.
    if (active !== null) document.querySelector(`[data-key-point-id="${CSS.escape(active)}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [editor, active, room])
  useEffect(() => {
    editor?.keyPoints.setStates(new Map(keyPoints.map((point) => [point.id, recorded.get(point.id)?.state ?? 'captured'])))
  }, [editor, keyPoints, recorded])

  // The address may ask for a key point; it is shown as soon as the text holds it.
  const present = asked !== undefined && keyPoints.some((point) => point.id === asked)
  useEffect(() => {
    if (editor === null || asked === undefined || !present) return
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the address asks once, as soon as the text holds the key point
    openPoint(asked)
    editor.keyPoints.show(asked)
    void navigate({ search: {}, replace: true, resetScroll: false })
  }, [editor, asked, present, openPoint, navigate])

  /** A panel that lies over the text and keeps the keyboard goes, where the text is to be seen and written. */
  const uncover = () => { if (room === 'over') setOpen(null) }

  const ticks = useMemo(() => keyPoints.map((point) => {
    const state = recorded.get(point.id)?.state ?? 'captured'
    return { id: point.id, hollow: state === 'captured' || state === 'set-aside' }
  }), [keyPoints, recorded])
  const spoken = useMemo(() => {
    const counts = new Map<string, number>()
    for (const point of keyPoints) if (point.speaker !== null) counts.set(point.speaker, (counts.get(point.speaker) ?? 0) + 1)
    return counts
  }, [keyPoints])

  /** Ended when the person turns away from a step before everything was sent. */
  const waiting = useRef(new AbortController())
  const turnAway = useCallback(() => {
    waiting.current.abort()
    waiting.current = new AbortController()
    setAsking(null)
  }, [])
  useEffect(() => () => { waiting.current.abort() }, [])
  const step = useMutation({
    mutationFn: async (what: Step) => {
      // Whoever may write no more cannot send what is still here either.
      if (editable && (text.opening === 'opening' || text.opening === 'open')) await text.sent(waiting.current.signal)
      return api.moveSession(edition.id, session.id, what)
    },
    onSuccess: (changed) => {
      client.setQueryData(queries.sessions(edition.id).queryKey, (known) => known?.map((each) => (each.id === changed.id ? changed : each)))
      setAsking(null)
    },
    onSettled: () => { void client.invalidateQueries({ queryKey: ['edition', edition.id] }) },
  })
  // Whoever turned away from a step knows that it was not taken.
  const notMoved = step.isError && !(step.error instanceof DOMException) ? reasonOf(t, step.error) : null

  const short = room === 'sheet'
  const steps = (
    <>
      {session.may.submit && <Button onPress={() => { setAsking('submit') }}>{t(short ? 'notes-submit-do' : 'notes-submit')}</Button>}
      {session.may.confirm && session.state === 'submitted' && <Button look="primary" onPress={() => { setAsking('confirm') }}>{t(short ? 'common-confirm' : 'notes-confirm')}</Button>}
      {session.may.reopen && (session.state === 'submitted' || session.state === 'confirmed') && <Button look="quiet" onPress={() => { step.mutate('reopen') }}>{t('common-reopen')}</Button>}
    </>
  )
  const start = { title: t('common-session'), content: <SessionFacts session={session} spoken={spoken} /> }
  const panel = (titleHidden: boolean) => (
    <KeyPointPanel
      points={text.keyPointsRead ? keyPoints : null} sent={sent} removed={text.caret?.removed != null} recorded={recorded} active={active} editable={editable && editor !== null} session={session} sessions={sessions} titleHidden={titleHidden}
      themes={edition.themes} addressees={edition.addressees} onActive={setActive}
      onShow={(id, leads = false) => {
        editor?.keyPoints.show(id)
        if (leads) uncover()
      }}
      onStatement={(id, statement, before) => editor?.keyPoints.setStatement(id, statement, before)}
      onFields={(id, fields) => { editor?.keyPoints.setFields(id, fields) }}
      onRemove={(id) => {
        editor?.keyPoints.remove(id)
        setActive(null)
        uncover()
      }}
      onUndo={() => editor?.commands.undo()}
      onMoveToSelection={(id) => {
        editor?.keyPoints.moveToSelection(id)
        uncover()
      }}
    />
  )
  const end = { title: t('nav-key-points'), content: panel(room !== 'columns'), ...(text.keyPointsRead ? { count: new Intl.NumberFormat(t.locale).format(keyPoints.length) } : {}) }
  const captured = keyPoints.filter((point) => (recorded.get(point.id)?.state ?? 'captured') === 'captured').length

  return (
    <>
      <section className="pagebar" aria-labelledby="page-title">
        <LinkButton href={paths.sessions(edition.id)} icon="back" label={t('common-all-sessions')} />
        <div className="pagebar__t">
          <h1 id="page-title"><bdi>{title}</bdi></h1>
          <p className="small muted num"><SessionStateMark state={session.state} /><span>{t(`session-kind-${session.kind}`)}</span><span>{sessionWhen(t, session)}</span></p>
        </div>
        <div className="pagebar__acts">
          <PanelButtons start={start} end={end} open={open} onOpen={setOpen} />
          {steps}
        </div>
      </section>
      {notMoved !== null && asking === null && <Notice tone="bad" title={t('notes-not-moved')} urgent><p>{notMoved}</p></Notice>}
      {keyPoints.length > session.mostKeyPoints && (
        <Notice tone="warn" title={t('notes-too-many-points', { most: session.mostKeyPoints })}><p>{t('notes-too-many-points-text')}</p></Notice>
      )}
      <Work start={start} end={end} open={open} onOpen={setOpen}>
        <TextDesk
          text={text} kind="notes" editable={editable} language={edition.originalLanguage} onMarkKeyPoint={mark} ticks={{ points: ticks, onOpen: openPoint }}
          ownStep={step.isSuccess && step.variables !== 'reopen'}
          readingHint={
            session.state === 'locked' ? t('writing-session-locked')
              : session.state === 'submitted' || session.state === 'confirmed' ? t('writing-session-handed-in') : t('writing-reading-only')
          }
        />
      </Work>
      <TextStatus text={text} readOnly={!editable} />
      {asking !== null && (
        <AskedStep
          text={text} step={asking} captured={captured} endsWriting={editable} busy={step.isPending} failure={notMoved}
          onDo={() => { step.mutate(asking) }} onClose={turnAway}
        />
      )}
    </>
  )
}

interface AskedStepProps extends Omit<ComponentProps<typeof StepDialog>, 'unsent'> { text: Text; endsWriting: boolean }

/** Follows what is on its way to the server while the question stands open. */
function AskedStep({ text, endsWriting, ...rest }: AskedStepProps) {
  const unsent = useUnsent(text)
  return <StepDialog {...rest} unsent={endsWriting ? unsent : null} />
}
