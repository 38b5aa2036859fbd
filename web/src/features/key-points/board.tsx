import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { acceptedWithOthers, keyOf } from '../../api/key-points'
import type { Addressee, KeyPoint, Session, Theme } from '../../api/types'
import { labelIn, addresseeName, noTheme, sessionListed, sessionShortName, themeName } from '../../ui/labels'
import { useTranslate, type Translate } from '../../i18n/translate'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { Empty } from '../../ui/notice'
import { keyboardAfter } from '../../ui/keyboard'
import { Select } from '../../ui/select'
import { KeyPointStateMark } from '../../ui/state'
import { countsByState, decidableOf, decisionsFor, grouped, saidBy, stateOrder, type Filter } from './filter'
import './board.css'

export interface BoardProps {
  points: readonly KeyPoint[]
  sessions: readonly Session[]
  themes: readonly Theme[]
  addressees: readonly Addressee[]
  filter: Filter
  selected: string | undefined
  /** Those that are chosen to be decided together. */
  chosen: ReadonlySet<string>
  mayDecide: boolean
  onFilter(filter: Filter): void
  onSelect(id: string | undefined): void
  onAccept(id: string): void
  onSetAside(id: string): void
  onCorrect(id: string): void
  onEdit(id: string): void
  onChoose(ids: readonly string[], isChosen: boolean): void
  onAcceptChosen(): void
  onSetAsideChosen(): void
  onAcceptConfirmed(): void
  /** What stands beside the list. */
  detail: ReactNode
}

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.dataset['choose'] === undefined
  && (target.isContentEditable || target.closest('form') !== null || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

/** All key points of the edition by state, with filters; the keys of one letter and the arrows work anywhere on the page. */
export function Board(props: BoardProps) {
  const { points, filter, selected, onFilter, onSelect } = props
  const t = useTranslate()
  const groups = useMemo(() => grouped(points, filter), [points, filter])
  const order = useMemo(() => groups.flatMap((group) => group.points.map(keyOf)), [groups])
  const counts = useMemo(() => countsByState(points, filter), [points, filter])
  const list = useRef<HTMLDivElement>(null)
  const number = new Intl.NumberFormat(t.locale)
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const current = points.find((point) => keyOf(point) === selected)
  // All of the edition's are accepted at once, also those that a filter hides.
  const confirmed = points.filter(acceptedWithOthers).length

  const move = (by: number) => {
    const at = selected === undefined ? -1 : order.indexOf(selected)
    const next = order[at === -1 ? (by > 0 ? 0 : order.length - 1) : Math.min(order.length - 1, Math.max(0, at + by))]
    if (next === undefined) return undefined
    onSelect(next)
    list.current?.querySelector<HTMLElement>(`[data-point="${CSS.escape(next)}"]`)?.focus()
    return next
  }
  /** Moves on and takes along what it comes from and what it comes to; on the way back it lets go of what it leaves. */
  const extend = (by: number) => {
    const ids = [current && keyOf(current), move(by)].filter((id) => id !== undefined)
    if (!props.mayDecide) return
    const isBack = ids[0] !== ids[1] && ids.every((id) => props.chosen.has(id))
    props.onChoose(isBack ? ids.slice(0, 1) : ids, !isBack)
  }

  const onKey = (event: { key: string; repeat: boolean; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean; altKey: boolean; target: EventTarget | null; preventDefault(): void }) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
    // A dialog that is open has the keys, and so has a correction, wherever the focus is.
    if (document.querySelector('[role="dialog"], [role="listbox"], .detail form')) return
    const can = current && props.mayDecide ? decisionsFor(current) : null
    const key = event.key.toLowerCase()
    const step = event.shiftKey ? extend : move
    if (key === 'arrowdown' || key === 'j') step(1)
    else if (key === 'arrowup' || key === 'k') step(-1)
    // A key that is held down has meant the key point that was there first.
    else if (event.repeat) return
    else if (key === 'a' && props.chosen.size > 0) props.onAcceptChosen()
    else if (key === 's' && props.chosen.size > 0) props.onSetAsideChosen()
    else if (key === 'a' && current?.hasStatement && can?.accept) props.onAccept(keyOf(current))
    else if (key === 's' && current && can?.setAside) props.onSetAside(keyOf(current))
    else if (key === 'c' && can && current) props.onCorrect(keyOf(current))
    else if (key === 'x' && can && current) props.onChoose([keyOf(current)], !props.chosen.has(keyOf(current)))
    else if (key === 'e' && current) props.onEdit(keyOf(current))
    else return
    event.preventDefault()
  }
  const latest = useRef(onKey)
  useEffect(() => { latest.current = onKey })
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => { latest.current(event) }
    window.addEventListener('keydown', listen)
    return () => { window.removeEventListener('keydown', listen) }
  }, [])

  return (
    <>
      <nav className="flow" aria-label={t('board-states')}>
        <StateTab current={filter.state === undefined} count={number.format(total)} onChoose={() => { onFilter({ ...filter, state: undefined }) }}>
          <span className="strong">{t('board-all')}</span>
        </StateTab>
        {stateOrder.map((state) => (
          <StateTab key={state} current={filter.state === state} count={number.format(counts.get(state) ?? 0)} onChoose={() => { onFilter({ ...filter, state }) }}>
            <KeyPointStateMark state={state} />
          </StateTab>
        ))}
      </nav>
      <div className={current ? 'board board--open' : 'board'}>
        <main className="board__list" id="main" tabIndex={-1} ref={list}>
          <Filters {...props} />
          {props.mayDecide && <Chosen {...props} order={order} />}
          {groups.length === 0 && (
            points.length === 0
              ? <div className="board__none"><Empty title={t('points-empty')} keyPoint>{t('board-empty-hint')}</Empty></div>
              : <div className="board__none"><Empty title={t('board-no-match')} action={<Button onPress={() => {
        onFilter({})
        keyboardAfter('filters-cleared')
      }}>{t('board-clear')}</Button>}>{t('board-no-match-hint')}</Empty></div>
          )}
          {groups.map((group) => (
            <section key={group.state} aria-label={t(`key-point-state-${group.state}`)}>
              <div className="board__gh">
                <KeyPointStateMark state={group.state} /><span className="count">{number.format(group.points.length)}</span><span className="grow" />
                {group.state === 'confirmed' && props.mayDecide && confirmed > 0
                  ? <button type="button" className="textlink" onClick={props.onAcceptConfirmed}>{t('board-accept-confirmed', { count: confirmed })}</button>
                  : <span className="small muted board__gh-hint">{group.state === 'accepted' ? acceptedHint(t, group.points) : t(`board-hint-${group.state}`)}</span>}
              </div>
              <ul>
                {group.points.map((point) => (
                  <Row
                    key={keyOf(point)} point={point} {...props} current={keyOf(point) === selected}
                    focusable={selected === undefined || !order.includes(selected) ? keyOf(point) === order[0] : keyOf(point) === selected}
                  />
                ))}
              </ul>
            </section>
          ))}
        </main>
        {props.detail}
      </div>
    </>
  )
}

/** Accepted is not yet in the document: what only a concept note says never enters it. */
function acceptedHint(t: Translate, points: readonly KeyPoint[]): string {
  const concept = points.filter((point) => point.basis === 'concept').length
  return concept === 0 ? t('board-hint-accepted') : t('board-hint-accepted-concept', { ready: points.length - concept, concept })
}

function StateTab({ current, count, onChoose, children }: { current: boolean; count: string; onChoose(): void; children: ReactNode }) {
  return <button type="button" className="flow__i" aria-pressed={current} onClick={onChoose}>{children}<b className="num">{count}</b></button>
}

/** What can be done with several at once. */
function Chosen({ points, chosen, order, onChoose, onAcceptChosen, onSetAsideChosen }: BoardProps & { order: readonly string[] }) {
  const t = useTranslate()
  const { accept, setAside } = decidableOf(points, chosen)
  return (
    <div className="board__chosen">
      {order.some((id) => !chosen.has(id)) && <Button look="quiet" onPress={() => { onChoose(order, true) }}>{t('board-choose-all', { count: order.length })}</Button>}
      <span className="num" role="status">{chosen.size > 0 && t('board-chosen', { count: chosen.size })}</span>
      {accept.length > 0 && <Button onPress={onAcceptChosen}>{t('board-accept-chosen', { count: accept.length })} <kbd className="key">A</kbd></Button>}
      {setAside.length > 0 && <Button onPress={onSetAsideChosen}>{t('board-set-aside-chosen', { count: setAside.length })} <kbd className="key">S</kbd></Button>}
      {chosen.size > 0 && <Button look="quiet" onPress={() => { onChoose([...chosen], false) }}>{t('board-choose-none')}</Button>}
    </div>
  )
}

const any = 'any'

function Filters({ sessions, themes, addressees, filter, onFilter }: BoardProps) {
  const t = useTranslate()
  const [text, setText] = useState(filter.text ?? '')
  // The address changes when someone goes back; the field follows.
  const [known, setKnown] = useState(filter.text)
  if (known !== filter.text) {
    setKnown(filter.text)
    setText(filter.text ?? '')
  }
  const apply = useRef(onFilter)
  useEffect(() => { apply.current = onFilter })
  useEffect(() => {
    if (text === (filter.text ?? '')) return
    const timer = setTimeout(() => { apply.current({ ...filter, text: text === '' ? undefined : text }) }, 200)
    return () => { clearTimeout(timer) }
  }, [text, filter])
  const chosen = (value: string) => (value === any ? undefined : value)
  const filtered = Object.values(filter).some((value) => value !== undefined)
  return (
    <div className="board__filters" role="search" aria-label={t('board-filters')}>
      <TextField className="board__search" label={t('board-filter-text')} labelHidden type="search" placeholder={t('board-filter-text')} value={text} onChange={setText} />
      <Select
        label={t('common-session')} labelHidden value={filter.session ?? any}
        choices={[{ id: any, label: t('common-all-sessions') }, ...sessions.map((session) => ({ id: session.id, label: sessionListed(t, session, sessions) }))]}
        onChange={(value) => { onFilter({ ...filter, session: chosen(value) }) }}
      />
      <Select
        label={t('common-theme')} labelHidden value={filter.theme ?? any}
        choices={[{ id: any, label: t('board-any-theme') }, ...[...themes.map((theme) => theme.id), noTheme].map((id) => ({ id, label: themeName(t, themes, id) }))]}
        onChange={(value) => { onFilter({ ...filter, theme: chosen(value) }) }}
      />
      <Select
        label={t('common-addressee')} labelHidden value={filter.addressee ?? any}
        choices={[{ id: any, label: t('board-any-addressee') }, ...addressees.map((addressee) => ({ id: addressee.id, label: labelIn(addressee.label, t.language) }))]}
        onChange={(value) => { onFilter({ ...filter, addressee: chosen(value) }) }}
      />
      {filtered && <Button look="quiet" onPress={() => { onFilter({}) }}>{t('board-clear')}</Button>}
    </div>
  )
}

interface RowProps extends BoardProps { point: KeyPoint; current: boolean; focusable: boolean }

function Row({ point, current, focusable, sessions, themes, addressees, mayDecide, chosen, onChoose, onSelect }: RowProps) {
  const t = useTranslate()
  const session = sessions.find((each) => each.id === point.sessionId)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      onSelect(keyOf(point))
    }
  }
  return (
    <li className={mayDecide ? 'board__li' : ''}>
      {mayDecide && (
        <label className="board__pick">
          <input
            type="checkbox" data-choose="" checked={chosen.has(keyOf(point))} aria-label={t('board-choose', { statement: saidBy(point) })}
            onChange={({ target }) => { onChoose([keyOf(point)], target.checked) }}
          />
        </label>
      )}
      <div
        className={current ? 'board__row board__row--current' : 'board__row'} role="button" tabIndex={focusable ? 0 : -1} data-point={keyOf(point)}
        aria-pressed={current} onClick={() => { onSelect(keyOf(point)) }} onKeyDown={onKeyDown}
      >
        {point.hasStatement
          ? <p dir="auto" {...(point.lang ? { lang: point.lang } : {})}>{point.statement}</p>
          : <p className="muted" dir="auto" {...(point.lang ? { lang: point.lang } : {})}><q>{point.quote}</q></p>}
        <span className="board__session">{session ? sessionShortName(t, session, sessions) : t('sources-session-unknown')}</span>
        <span className="board__themes">{point.themes.map((theme) => <span key={theme}>{themeName(t, themes, theme)}</span>)}</span>
        <span className="board__addressee">{point.addressee === null ? '' : addresseeName(t, addressees, point.addressee)}</span>
        {(point.basis === 'concept' || point.passageGone || !point.hasStatement || point.alsoIn.length > 0 || point.decidedStatement !== null || point.correction !== null || point.reason !== null) && (
          <span className="board__flags">
            {point.reason !== null && <span className="muted">{t('common-reason')}: <bdi>{point.reason}</bdi></span>}
            {point.basis === 'concept' && <span className="tag">{t('key-point-basis-concept')}</span>}
            {!point.hasStatement && <span className="tag tag--warn">{t('key-point-no-statement')}</span>}
            {point.passageGone && <span className="tag tag--warn">{t('key-point-passage-gone')}</span>}
            {point.decidedStatement !== null && <KeyPointStateMark state={point.state} reworded />}
            {point.correction !== null && <span className={point.correction.overtaken ? 'tag tag--warn' : 'tag'}>{t(point.correction.overtaken ? 'key-point-overtaken' : 'board-corrected')}</span>}
            {point.alsoIn.length > 0 && <span className="tag tag--warn">{t('key-point-doubled')}</span>}
          </span>
        )}
      </div>
    </li>
  )
}
