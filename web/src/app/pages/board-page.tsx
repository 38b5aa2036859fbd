import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useBlocker, useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { PressEvent } from 'react-aria-components'
import { api, Refused } from '../../api/client'
import { acceptedWithOthers, keyOf } from '../../api/key-points'
import { queries, staleAfter } from '../../api/queries'
import type { KeyPoint, KeyPointState, Said } from '../../api/types'
import { Board } from '../../features/key-points/board'
import { KeyPointDetail, NoDetail } from '../../features/key-points/detail'
import { Correction } from '../../features/key-points/correction'
import { decidableOf, decisionsFor, grouped, saidBy } from '../../features/key-points/filter'
import { SetAsideDialog } from '../../features/key-points/set-aside-dialog'
import { useShownLong } from '../../features/key-points/shown-long'
import { useTranslate, type Translate } from '../../i18n/translate'
import { Button, LinkButton } from '../../ui/button'
import { keyboardAfter, keyboardUnlessKept } from '../../ui/keyboard'
import { Link } from '../../ui/link'
import { Notice } from '../../ui/notice'
import { usePageTitle } from '../page-title'
import { paths } from '../paths'
import { reasonOf } from '../reason'

/** A decision that the server did not take, and the state that it was made in. */
interface Failed {
  point: KeyPoint
  reason: string
  /** Somebody else decided first: said until the person goes on. */
  overtaken?: boolean
}

type Decision = { point: KeyPoint; what: 'accept' | 'confirm' | 'reopen' } | { point: KeyPoint; what: 'set-aside'; reason: string }

/** The same about several. */
interface Several { points: readonly KeyPoint[]; what: 'accept' | 'confirm' | 'reopen' | 'set-aside'; reason?: string }

/** What was decided, as it was before and as it is now. */
interface Done { before: readonly KeyPoint[]; now: readonly KeyPoint[] }

export function BoardPage() {
  const t = useTranslate()
  const router = useRouter()
  const navigate = useNavigate({ from: '/editions/$edition/key-points' })
  const client = useQueryClient()
  const { edition: id } = useParams({ from: '/signed-in/editions/$edition' })
  const search = useSearch({ from: '/signed-in/editions/$edition/key-points' })
  const { data: edition } = useSuspenseQuery(queries.edition(id))
  const { data: sessions } = useSuspenseQuery(queries.sessions(id))
  const { data: points } = useSuspenseQuery(queries.keyPoints(id))
  const [settingAside, setSettingAside] = useState<KeyPoint | null>(null)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [settingAsideChosen, setSettingAsideChosen] = useState<readonly KeyPoint[] | null>(null)
  /** The key points of the last decision about several that had changed before. */
  const [leftOut, setLeftOut] = useState<readonly KeyPoint[]>([])
  /** The key point that is being corrected, and whether words stand there that are not saved. */
  const [correcting, setCorrecting] = useState<string | null>(null)
  const [isDirty, setDirty] = useState(false)
  const [underWay, setUnderWay] = useState<ReadonlySet<string>>(new Set())
  /** The last decision that can be taken back. */
  const [done, setDone] = useState<Done | null>(null)
  const [failed, setFailed] = useState<readonly Failed[]>([])
  /** The key point of the open question, as it is by now. */
  const asked = settingAside && (points.find((point) => keyOf(point) === keyOf(settingAside)) ?? settingAside)
  const askedLong = useShownLong(asked === null ? undefined : `${asked.state} ${asked.wordsHash}`)
  usePageTitle(t('nav-key-points'), edition.title)

  const refresh = () => {
    for (const name of staleAfter['key-points'] ?? []) void client.invalidateQueries({ queryKey: ['edition', id, name] })
  }
  const freshly = async (point: KeyPoint) => {
    const now = await client.fetchQuery({ ...queries.keyPoints(id), staleTime: 0 }).catch(() => undefined)
    return now?.find((each) => keyOf(each) === keyOf(point))
  }
  /** Puts what the server answered into the list. */
  const show = (changed: readonly KeyPoint[]) => {
    const byKey = new Map(changed.map((point) => [keyOf(point), point]))
    client.setQueryData(queries.keyPoints(id).queryKey, (known) => known?.map((point) => byKey.get(keyOf(point)) ?? point))
  }
  const decide = useMutation({
    mutationFn: (decision: Decision) => {
      const { point } = decision
      return decision.what === 'set-aside' ? api.setAside(id, point, decision.reason) : api.decide(id, point, decision.what)
    },
    onMutate: ({ point }) => {
      setUnderWay((all) => new Set([...all, keyOf(point)]))
      setFailed((all) => all.filter((each) => keyOf(each.point) !== keyOf(point)))
    },
    onError: async (error, { point }) => {
      const isOvertaken = error instanceof Refused && error.code === 'changed-meanwhile'
      const fresh = isOvertaken ? await freshly(point) : undefined
      if (fresh !== undefined) setSettingAside((now) => (now && keyOf(now) === keyOf(point) ? fresh : now))
      setFailed((all) => [...all, fresh ? { point: fresh, reason: meanwhile(t, fresh, point), overtaken: true } : { point, reason: reasonOf(t, error) }])
    },
    onSuccess: (changed, { point, what }) => {
      setDone(what === 'reopen' ? null : { before: [point], now: [changed] })
      show([changed])
    },
    onSettled: (_changed, _error, { point }) => {
      setUnderWay((all) => new Set([...all].filter((each) => each !== keyOf(point))))
      refresh()
    },
  })
  const decideSeveral = useMutation({
    mutationFn: ({ points, what, reason }: Several) => api.decideSeveral(id, points, what, reason),
    onSuccess: ({ decided, leftOut }, { points: before }) => {
      show(decided)
      const isLeftOut = (point: KeyPoint) => leftOut.some((each) => each.id === point.id && each.sessionId === point.sessionId)
      setLeftOut(before.filter(isLeftOut))
      setPicked((now) => new Set([...now].filter((key) => !decided.some((point) => keyOf(point) === key))))
      setDone({ before: before.filter((point) => !isLeftOut(point)), now: decided })
    },
    onSettled: refresh,
  })
  const decideChosen = (several: Several) => decideSeveral.mutateAsync(several).then(() => {
    setSettingAsideChosen(null)
    if (several.points[0]) keyboardUnlessKept('decision', keyOf(several.points[0]))
  }, () => undefined)
  const leaveCorrection = (of: string) => {
    setCorrecting(null)
    setDirty(false)
    keyboardAfter('correction', of)
  }
  const correct = useMutation({
    mutationFn: ({ point, said }: { point: KeyPoint; said: Said | null }) => (said === null ? api.useNotes(id, point) : api.correct(id, point, said)),
    onSuccess: (changed) => {
      show([changed])
      leaveCorrection(keyOf(changed))
    },
    onSettled: refresh,
  })
  const startCorrecting = (of: string) => {
    select(of)
    correct.reset()
    setCorrecting(of)
  }
  // Another key point, or another page: words that are not saved do not go without a question.
  const away = useBlocker({
    disabled: !isDirty, withResolver: true, enableBeforeUnload: true,
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname || (current.search as Search).point !== (next.search as Search).point,
  })

  const { point: selected, ...filter } = search
  const current = points.find((point) => keyOf(point) === selected)
  const order = grouped(points, filter).flatMap((group) => group.points)
  const at = current ? order.indexOf(current) : -1
  // Nothing is decided that the filter hides.
  const chosen = new Set(order.map(keyOf).filter((key) => picked.has(key)))
  /** What was decided is announced for as long as it is so and says the same. */
  const isStillSo = (point: KeyPoint) => {
    const now = find(keyOf(point))
    return now?.state === point.state && now.saidHash === point.saidHash
  }
  /** After a decision the next key point slides under the pointer: the second press of a double click meant the one before. */
  const movedTo = useRef<string | null>(null)
  const select = (point: string | undefined) => {
    // Chosen by hand, it is meant.
    movedTo.current = null
    setFailed((all) => all.filter((each) => !each.overtaken || keyOf(each.point) !== selected))
    void navigate({ search: (now) => ({ ...now, point }), replace: true, resetScroll: false })
  }
  const find = (point: string) => points.find((each) => keyOf(each) === point)
  /** After a decision the next point that waits for one is chosen, unless another one was meanwhile. */
  const decideAndMove = async (decision: Decision) => {
    const { point } = decision
    if (underWay.has(keyOf(point))) return
    const next = order[at + 1] ?? order[at - 1]
    await decide.mutateAsync(decision)
    setSettingAside((now) => (now && keyOf(now) === keyOf(point) ? null : now))
    // Where the filter hides what was decided and nothing is left to show, nothing is chosen.
    if (next === undefined && filter.state === undefined) return
    const chosen = next && keyOf(next)
    movedTo.current = chosen ?? null
    await navigate({ search: (now) => (now.point === keyOf(point) ? { ...now, point: chosen } : now), replace: true, resetScroll: false })
    // The row that had it stands in another group now, or is left behind.
    if (chosen !== undefined) keyboardUnlessKept('decision', chosen)
  }
  const shownLong = useShownLong(selected)
  const isMeant = (press: PressEvent) => press.pointerType === 'keyboard' || movedTo.current !== selected || shownLong()
  const decideThis = (decision: Decision) => { decideAndMove(decision).catch(() => undefined) }
  /** Such a decision is often followed by another about the same key point: it stays, unless the filter now hides it. */
  const decideAndStay = (decision: Decision) => {
    if (filter.state !== undefined) decideThis(decision)
    // The button that was pressed is gone.
    else decide.mutateAsync(decision).then((point) => { keyboardUnlessKept('decision', keyOf(point)) }, () => undefined)
  }
  /** Takes the last decision back, up to what the moderator had confirmed, and leads back to the key point. */
  const undo = async ({ before, now }: Done) => {
    let open = (await decideSeveral.mutateAsync({ points: now.filter(canTakeBack), what: 'reopen' })).decided
    for (const [state, what] of [['confirmed', 'confirm'], ['accepted', 'accept']] as const) {
      // What was decided on other words is not decided again: nobody sees them any longer.
      const was = open.filter((point) => before.some((each) => keyOf(each) === keyOf(point) && each.state === state && each.decidedStatement === null))
      if (was.length > 0) open = [...open, ...(await decideSeveral.mutateAsync({ points: was, what })).decided]
    }
    setDone(null)
    const first = open.findLast((point) => keyOf(point) === (before[0] && keyOf(before[0])))
    if (first === undefined) return
    select(keyOf(first))
    leadBack.current = { point: keyOf(first), state: first.state }
  }
  // The row has another place once the list knows of it.
  const leadBack = useRef<{ point: string; state: KeyPointState } | null>(null)
  useEffect(() => {
    const to = leadBack.current
    if (to === null || !points.some((point) => keyOf(point) === to.point && point.state === to.state)) return
    leadBack.current = null
    document.querySelector<HTMLElement>(`[data-point="${CSS.escape(to.point)}"]`)?.focus()
  })
  // Somebody else may have decided since, or the answer was lost and not the decision.
  const open = failed.filter(({ point }) => points.some((each) => keyOf(each) === keyOf(point) && each.state === point.state && each.statement === point.statement))
  const failureOf = (point: KeyPoint) => open.find((each) => keyOf(each.point) === keyOf(point))?.reason ?? null
  const undecided = points.filter((point) => point.state === 'captured' || point.state === 'confirmed').length
  const held = new Set(points.map((point) => point.sessionId)).size

  return (
    <>
      <section className="pagebar" aria-labelledby="page-title">
        <h1 id="page-title">{t('nav-key-points')}</h1>
        <span className="small muted num">{t('board-count', { count: points.length, sessions: held, undecided })}</span>
        <span className="grow" />
        <LinkButton href={paths.document(id)} look="primary" icon="document">{t('overview-open-document')}</LinkButton>
      </section>
      <div className="board__done" role="status">
        {done?.now[0] && done.now.some(isStillSo) && (
          <>
            <span dir="auto">
              {done.now.length === 1
                ? t('board-done', { state: t(`key-point-state-${done.now[0].state}`), statement: saidBy(done.now[0]) })
                : t('board-done-several', { state: t(`key-point-state-${done.now[0].state}`), count: done.now.length })}
            </span>
            {' '}{edition.may.decide && done.now.some(canTakeBack)
              && <Button look="quiet" icon="undo" onPress={() => { undo(done).catch(() => undefined) }}>{t('writing-undo')}</Button>}
          </>
        )}
      </div>
      {leftOut.length > 0 && (
        <Notice tone="warn" title={t('board-left-out', { count: leftOut.length })} urgent>
          {leftOut.map((point) => <p key={keyOf(point)} dir="auto"><Link href={paths.board(id, { ...filter, point: keyOf(point) })}>{saidBy(find(keyOf(point)) ?? point)}</Link></p>)}
          <Button onPress={() => { setLeftOut([]) }}>{t('common-close')}</Button>
        </Notice>
      )}
      {decideSeveral.isError && settingAsideChosen === null && <Notice tone="bad" title={t('detail-not-decided')} urgent><p>{reasonOf(t, decideSeveral.error)}</p></Notice>}
      {open.filter(({ point }) => keyOf(point) !== selected && (settingAside === null || keyOf(point) !== keyOf(settingAside))).map(({ point, reason }) => (
        <Notice key={keyOf(point)} tone="bad" title={t('detail-not-decided')} urgent>
          <p>{reason}</p>
          <p dir="auto"><Link href={paths.board(id, { ...filter, point: keyOf(point) })}>{saidBy(point)}</Link></p>
        </Notice>
      ))}
      <Board
        points={points} sessions={sessions} themes={edition.themes} addressees={edition.addressees} filter={filter} selected={selected}
        mayDecide={edition.may.decide} chosen={chosen}
        onFilter={(next) => {
          const shown = grouped(points, next).some((group) => group.points.some((point) => keyOf(point) === selected))
          void navigate({ search: { ...next, ...(selected && shown ? { point: selected } : {}) }, replace: true, resetScroll: false })
        }}
        onSelect={select}
        onAccept={(point) => {
          const found = find(point)
          if (found) decideThis({ point: found, what: 'accept' })
        }}
        onSetAside={(point) => { setSettingAside(find(point) ?? null) }}
        onCorrect={startCorrecting}
        onChoose={(keys, isChosen) => { setPicked((now) => new Set(isChosen ? [...now, ...keys] : [...now].filter((key) => !keys.includes(key)))) }}
        onAcceptChosen={() => { void decideChosen({ points: decidableOf(points, chosen).accept, what: 'accept' }) }}
        onSetAsideChosen={() => { setSettingAsideChosen(decidableOf(points, chosen).setAside) }}
        onEdit={(point) => {
          const found = find(point)
          if (found) router.history.push(paths.notes(id, found.sessionId, found.id))
        }}
        onAcceptConfirmed={() => { void decideChosen({ points: points.filter(acceptedWithOthers), what: 'accept' }) }}
        detail={current && correcting === keyOf(current) ? (
          <aside className="detail" aria-label={t('detail-title')}>
            <Correction
              point={current} session={sessions.find((session) => session.id === current.sessionId)} themes={edition.themes} addressees={edition.addressees}
              busy={correct.isPending} failure={correct.isError ? reasonOf(t, correct.error) : null} leaving={away.status === 'blocked'} onDirty={setDirty}
              onSave={(said, read) => { correct.mutate({ point: read, said }) }}
              onStay={() => { away.reset?.() }}
              onLeave={() => {
                leaveCorrection(keyOf(current))
                away.proceed?.()
              }}
            />
          </aside>
        )
          : current ? (
            <KeyPointDetail
              point={current} place={at === -1 ? null : { at: at + 1, of: order.length }} sessions={sessions} themes={edition.themes}
              addressees={edition.addressees} timezone={edition.timezone} mayDecide={edition.may.decide}
              mayConfirm={edition.may.decide || (sessions.find((session) => session.id === current.sessionId)?.may.confirm ?? false)}
              busy={underWay.has(keyOf(current))} failure={settingAside && keyOf(settingAside) === keyOf(current) ? null : failureOf(current) ?? (correct.variables?.point.id === current.id && correct.isError ? reasonOf(t, correct.error) : null)}
              notesHref={paths.notes(id, current.sessionId, current.id)}
              documentHrefOf={(use) => paths.document(id, use.outputDocumentId, use.paragraphId)}
              onAccept={(press) => { if (isMeant(press)) decideThis({ point: current, what: 'accept' }) }}
              onConfirm={(press) => { if (isMeant(press)) decideAndStay({ point: current, what: 'confirm' }) }}
              onReopen={(press) => { if (isMeant(press)) decideAndStay({ point: current, what: 'reopen' }) }}
              onSetAside={(press) => { if (isMeant(press)) setSettingAside(current) }}
              onCorrect={() => { startCorrecting(keyOf(current)) }}
              onUseNotes={() => { correct.mutate({ point: current, said: null }) }}
              onKeepCorrection={() => { correct.mutate({ point: current, said: current }) }}
              onMove={(by) => { select(keyOf(order[Math.min(order.length - 1, Math.max(0, at + by))] ?? current)) }}
              onClose={() => { select(undefined) }}
            />
          )
          : <NoDetail mayDecide={edition.may.decide} />}
      />
      {settingAside && asked && (
        <SetAsideDialog
          statements={[settingAside.statement]} busy={underWay.has(keyOf(settingAside))} failure={failureOf(settingAside)} onClose={() => { setSettingAside(null) }}
          meanwhile={asked.state === settingAside.state && asked.wordsHash === settingAside.wordsHash ? null : meanwhile(t, asked, settingAside)} possible={decisionsFor(asked).setAside}
          // Who has had the time to read what another decided decides upon that.
          onSetAside={(reason) => { decideThis({ point: askedLong() ? asked : settingAside, what: 'set-aside', reason }) }}
        />
      )}
      {settingAsideChosen && (
        <SetAsideDialog
          statements={settingAsideChosen.map(saidBy)} busy={decideSeveral.isPending} failure={decideSeveral.isError ? reasonOf(t, decideSeveral.error) : null}
          meanwhile={null} possible onClose={() => { setSettingAsideChosen(null) }}
          onSetAside={(reason) => { void decideChosen({ points: settingAsideChosen, what: 'set-aside', reason }) }}
        />
      )}
    </>
  )
}

interface Search { point?: string | undefined }

/** What a paragraph rests on is decided in the document. */
const canTakeBack = ({ state }: KeyPoint) => state === 'confirmed' || state === 'accepted' || state === 'set-aside'

/** Who decided something else in the meantime, and what. */
function meanwhile(t: Translate, { state, decidedBy }: KeyPoint, before: KeyPoint): string {
  if (state === before.state) return t('error-changed-meanwhile')
  const now = t(`key-point-state-${state}`)
  return decidedBy === null ? t('board-meanwhile', { state: now }) : t('board-meanwhile-by', { name: decidedBy.name, state: now })
}
