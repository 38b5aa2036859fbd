import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { PressEvent } from 'react-aria-components'
import { api, Refused } from '../../api/client'
import { queries, staleAfter } from '../../api/queries'
import type { KeyPoint } from '../../api/types'
import { Board } from '../../features/key-points/board'
import { KeyPointDetail, NoDetail } from '../../features/key-points/detail'
import { decisionsFor, grouped } from '../../features/key-points/filter'
import { SetAsideDialog } from '../../features/key-points/set-aside-dialog'
import { useShownLong } from '../../features/key-points/shown-long'
import { useTranslate, type Translate } from '../../i18n/translate'
import { LinkButton } from '../../ui/button'
import { keyboardUnlessKept } from '../../ui/keyboard'
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
  const [underWay, setUnderWay] = useState<ReadonlySet<string>>(new Set())
  const [failed, setFailed] = useState<readonly Failed[]>([])
  /** The key point of the open question, as it is by now. */
  const asked = settingAside && (points.find((point) => point.id === settingAside.id) ?? settingAside)
  const askedLong = useShownLong(asked?.state)
  usePageTitle(t('nav-key-points'), edition.title)

  const refresh = () => {
    for (const name of staleAfter['key-points'] ?? []) void client.invalidateQueries({ queryKey: ['edition', id, name] })
  }
  const freshly = async (point: string) => {
    const now = await client.fetchQuery({ ...queries.keyPoints(id), staleTime: 0 }).catch(() => undefined)
    return now?.find((each) => each.id === point)
  }
  const decide = useMutation({
    mutationFn: (decision: Decision) => {
      const { point } = decision
      return decision.what === 'set-aside' ? api.setAside(id, point.id, decision.reason, point.state) : api.decide(id, point.id, decision.what, point.state)
    },
    onMutate: ({ point }) => {
      setUnderWay((all) => new Set([...all, point.id]))
      setFailed((all) => all.filter((each) => each.point.id !== point.id))
    },
    onError: async (error, { point }) => {
      const isOvertaken = error instanceof Refused && error.code === 'changed-meanwhile'
      const fresh = isOvertaken ? await freshly(point.id) : undefined
      if (fresh !== undefined) setSettingAside((now) => (now?.id === point.id ? fresh : now))
      setFailed((all) => [...all, fresh ? { point: fresh, reason: meanwhile(t, fresh), overtaken: true } : { point, reason: reasonOf(t, error) }])
    },
    onSuccess: (changed) => {
      client.setQueryData(queries.keyPoints(id).queryKey, (known) => known?.map((point) => (point.id === changed.id ? changed : point)))
    },
    onSettled: (_changed, _error, { point }) => {
      setUnderWay((all) => new Set([...all].filter((each) => each !== point.id)))
      refresh()
    },
  })
  const acceptConfirmed = useMutation({ mutationFn: () => api.acceptConfirmed(id), onSettled: refresh })

  const { point: selected, ...filter } = search
  const current = points.find((point) => point.id === selected)
  const order = grouped(points, filter).flatMap((group) => group.points)
  const at = current ? order.findIndex((point) => point.id === current.id) : -1
  /** After a decision the next key point slides under the pointer: the second press of a double click meant the one before. */
  const movedTo = useRef<string | null>(null)
  const select = (point: string | undefined) => {
    // Chosen by hand, it is meant.
    movedTo.current = null
    setFailed((all) => all.filter((each) => !each.overtaken || each.point.id !== selected))
    void navigate({ search: (now) => ({ ...now, point }), replace: true, resetScroll: false })
  }
  const find = (point: string) => points.find((each) => each.id === point)
  /** After a decision the next point that waits for one is chosen, unless another one was meanwhile. */
  const decideAndMove = async (decision: Decision) => {
    const { point } = decision
    if (underWay.has(point.id)) return
    const next = order[at + 1] ?? order[at - 1]
    await decide.mutateAsync(decision)
    setSettingAside((now) => (now?.id === point.id ? null : now))
    if (next === undefined) return
    movedTo.current = next.id
    await navigate({ search: (now) => (now.point === point.id ? { ...now, point: next.id } : now), replace: true, resetScroll: false })
    // The row that had it stands in another group now.
    keyboardUnlessKept('decision', next.id)
  }
  const shownLong = useShownLong(selected)
  const isMeant = (press: PressEvent) => press.pointerType === 'keyboard' || movedTo.current !== selected || shownLong()
  const decideThis = (decision: Decision) => { decideAndMove(decision).catch(() => undefined) }
  // Somebody else may have decided since, or the answer was lost and not the decision.
  const open = failed.filter(({ point }) => points.some((each) => each.id === point.id && each.state === point.state && each.statement === point.statement))
  const failureOf = (point: KeyPoint) => open.find((each) => each.point.id === point.id)?.reason ?? null
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
      {acceptConfirmed.isError && <Notice tone="bad" title={t('detail-not-decided')} urgent><p>{reasonOf(t, acceptConfirmed.error)}</p></Notice>}
      {open.filter(({ point }) => point.id !== selected && point.id !== settingAside?.id).map(({ point, reason }) => (
        <Notice key={point.id} tone="bad" title={t('detail-not-decided')} urgent>
          <p>{reason}</p>
          <p dir="auto"><Link href={paths.board(id, { ...filter, point: point.id })}>{point.hasStatement ? point.statement : point.quote}</Link></p>
        </Notice>
      ))}
      <Board
        points={points} sessions={sessions} themes={edition.themes} addressees={edition.addressees} filter={filter} selected={selected}
        mayDecide={edition.may.decide}
        onFilter={(next) => { void navigate({ search: { ...next, ...(selected ? { point: selected } : {}) }, replace: true, resetScroll: false }) }}
        onSelect={select}
        onAccept={(point) => {
          const found = find(point)
          if (found) decideThis({ point: found, what: 'accept' })
        }}
        onSetAside={(point) => { setSettingAside(find(point) ?? null) }}
        onEdit={(point) => {
          const found = find(point)
          if (found) router.history.push(paths.notes(id, found.sessionId, found.id))
        }}
        onAcceptConfirmed={() => { acceptConfirmed.mutate() }}
        detail={current
          ? (
            <KeyPointDetail
              point={current} place={at === -1 ? null : { at: at + 1, of: order.length }} sessions={sessions} themes={edition.themes}
              addressees={edition.addressees} timezone={edition.timezone} mayDecide={edition.may.decide}
              mayConfirm={edition.may.decide || (sessions.find((session) => session.id === current.sessionId)?.may.confirm ?? false)}
              busy={underWay.has(current.id)} failure={settingAside?.id === current.id ? null : failureOf(current)}
              notesHref={paths.notes(id, current.sessionId, current.id)}
              documentHrefOf={(use) => paths.document(id, use.outputDocumentId, use.paragraphId)}
              onAccept={(press) => { if (isMeant(press)) decideThis({ point: current, what: 'accept' }) }}
              onConfirm={(press) => { if (isMeant(press)) decide.mutate({ point: current, what: 'confirm' }) }}
              onReopen={(press) => { if (isMeant(press)) decide.mutate({ point: current, what: 'reopen' }) }}
              onSetAside={(press) => { if (isMeant(press)) setSettingAside(current) }}
              onMove={(by) => { select(order[Math.min(order.length - 1, Math.max(0, at + by))]?.id ?? current.id) }}
              onClose={() => { select(undefined) }}
            />
          )
          : <NoDetail mayDecide={edition.may.decide} />}
      />
      {settingAside && asked && (
        <SetAsideDialog
          statement={settingAside.statement} busy={underWay.has(settingAside.id)} failure={failureOf(settingAside)} onClose={() => { setSettingAside(null) }}
          meanwhile={asked.state === settingAside.state ? null : meanwhile(t, asked)} possible={decisionsFor(asked.state).setAside}
          // Who has had the time to read what another decided decides upon that.
          onSetAside={(reason) => { decideThis({ point: askedLong() ? asked : settingAside, what: 'set-aside', reason }) }}
        />
      )}
    </>
  )
}

/** Who decided something else in the meantime, and what. */
function meanwhile(t: Translate, { state, decidedBy }: KeyPoint): string {
  const now = t(`key-point-state-${state}`)
  return decidedBy === null ? t('board-meanwhile', { state: now }) : t('board-meanwhile-by', { name: decidedBy.name, state: now })
}
