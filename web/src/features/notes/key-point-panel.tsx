import { useEffect, useRef, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { Addressee, KeyPoint as Recorded, Session, Theme } from '../../api/types'
import type { KeyPoint, KeyPointFields } from '../../editor/editor-api'
import { listOf, useTranslate, type Translate } from '../../i18n/translate'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextArea } from '../../ui/field'
import { Diamond, Icon } from '../../ui/icon'
import { KeyPointChoices } from '../../ui/key-point-choices'
import { DoubledNotice, RewordedNotice } from '../../ui/key-point-notices'
import { isKeyboardLost, keyboardAfter } from '../../ui/keyboard'
import { addresseeName, themeName } from '../../ui/labels'
import { Empty, Notice } from '../../ui/notice'
import { MenuButton, Select } from '../../ui/select'
import { useSharedText, type WriteText } from '../../ui/shared-text'
import { KeyPointStateMark } from '../../ui/state'
import { Evidence } from './evidence'
import { isHalfTyped } from './half-typed'
import './notes.css'

export interface KeyPointPanelProps {
  /** Null until they have been read from the text. */
  points: readonly KeyPoint[] | null
  /** What the server knows about them: state, who marked it. Missing for those it has not heard of. */
  recorded: ReadonlyMap<string, Recorded>
  active: string | null
  editable: boolean
  session: Session
  sessions: readonly Session[]
  themes: readonly Theme[]
  addressees: readonly Addressee[]
  /** Whether the server has everything that is in the text here. */
  sent: boolean
  titleHidden?: boolean
  /** Whether undo would bring back a key point that was removed. */
  removed: boolean
  onActive(id: string | null): void
  /** Scrolls to the passage; `leads`: the person wants to be in the text, where the panel lies over it too. */
  onShow(id: string, leads?: boolean): void
  /** Told with what the field held before; gives what the document then holds, with what others wrote meanwhile. */
  onStatement(id: string, statement: string, before: string): ReturnType<WriteText>
  onFields(id: string, fields: KeyPointFields): void
  onRemove(id: string): void
  onUndo(): void
  onMoveToSelection(id: string): void
}

/** The key points of the notes in the order of the text; the chosen one is open for editing. */
export function KeyPointPanel(props: KeyPointPanelProps) {
  const { points, recorded, active, editable, titleHidden = false, onRemove } = props
  const t = useTranslate()
  const [removing, setRemoving] = useState<string | null>(null)
  // What somebody has decided on does not go without a question.
  const remove = (id: string) => {
    if ((recorded.get(id)?.state ?? 'captured') === 'captured') removeNow(id)
    else setRemoving(id)
  }
  const removeNow = (id: string) => {
    onRemove(id)
    keyboardAfter('point-remove')
  }
  const asked = editable && points?.some((point) => point.id === removing) ? recorded.get(removing ?? '') : undefined
  return (
    <div className="points">
      {!titleHidden && (
        <div className="points__h">
          <h2 className="grow">{t('nav-key-points')} {points !== null && <span className="count">{new Intl.NumberFormat(t.locale).format(points.length)}</span>}</h2>
          <span className="small muted">{t('points-order')}</span>
        </div>
      )}
      <p className="points__removed small" role="status">
        {props.removed && <>{t('points-removed')} · <button type="button" className="textlink" onClick={props.onUndo}>{t('writing-undo')}</button></>}
      </p>
      <div className="points__l">
        {points?.length === 0 && (
          <Empty title={t('points-empty')} keyPoint>{editable ? t('points-empty-hint') : t('points-empty-reader')}</Empty>
        )}
        {points?.map((point, index) => <Card key={point.id} {...props} onRemove={remove} point={point} number={index + 1} open={point.id === active} />)}
      </div>
      {asked !== undefined && (
        <AskToRemove
          point={asked} onClose={() => { setRemoving(null) }}
          onRemove={() => {
            setRemoving(null)
            removeNow(asked.id)
          }}
        />
      )}
    </div>
  )
}

/** Says what a key point is in, and what of it stays. */
function AskToRemove({ point, onClose, onRemove }: { point: Recorded; onClose(): void; onRemove(): void }) {
  const t = useTranslate()
  const isUsed = point.usedIn.length > 0
  return (
    <Dialog
      title={t('points-remove-title')} open onClose={onClose}
      actions={<><Button onPress={onClose}>{t('common-cancel')}</Button><Button look="bad" onPress={onRemove}>{t('points-remove-do')}</Button></>}
    >
      <blockquote className="quote" dir="auto" lang={point.lang}>{point.statement}</blockquote>
      <p>{t('points-remove-state', { state: isUsed ? 'used' : point.state })}</p>
      <p>{isUsed ? t('points-remove-used') : t('points-remove-unused')}</p>
    </Dialog>
  )
}

/** What a key point says, or its passage in quotation marks while it says nothing. */
function Statement({ point }: { point: KeyPoint }) {
  const t = useTranslate()
  const language = point.lang ? { lang: point.lang } : {}
  if (saysSomething(point)) return <span dir="auto" {...language}>{point.statement}</span>
  return (
    <>
      <span className="muted" dir="auto" {...language}><q>{point.quote}</q></span>
      <span className="tag tag--warn">{t('key-point-no-statement')}</span>
    </>
  )
}

const saysSomething = (point: KeyPoint) => point.statement.trim() !== ''

interface CardProps extends KeyPointPanelProps { point: KeyPoint; number: number; open: boolean }

function Card(props: CardProps) {
  const { point, number, open, recorded, sessions, onActive, onShow } = props
  const t = useTranslate()
  const card = useRef<HTMLElement>(null)
  const marked = recorded.get(point.id)
  const state = marked?.state ?? 'captured'
  /** Opened by the keyboard, which goes along into the card. */
  const byKey = useRef(false)
  useEffect(() => {
    if (!open) return
    const element = card.current
    element?.scrollIntoView({ block: 'nearest' })
    if (byKey.current || isKeyboardLost()) keyboardAfter('point-open')
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
      // A list that is open goes first.
      if (event.target instanceof HTMLElement && event.target.ariaExpanded === 'true') return
      event.preventDefault()
      if (byKey.current) {
        onActive(null)
        requestAnimationFrame(() => { keyboardAfter('point-fold', point.id) })
      } else keyboardAfter('point-left')
    }
    element?.addEventListener('keydown', onKey)
    return () => {
      element?.removeEventListener('keydown', onKey)
      byKey.current = false
    }
  }, [open, onActive, point.id])
  const head = (
    <div className="point__h">
      <span className="point__n num"><Diamond hollow={state === 'captured' || state === 'set-aside'} />{new Intl.NumberFormat(t.locale).format(number)}</span>
      <span className="grow" />
      <KeyPointStateMark state={state} reworded={marked !== undefined && marked.decidedStatement !== null} />
      {open && <More {...props} />}
    </div>
  )
  if (open) {
    return (
      <article ref={card} className="point point--open" aria-label={t('points-card', { number })}>
        {head}
        {marked && <><RewordedNotice point={marked} /><Corrected point={marked} /><DoubledNotice point={marked} sessions={sessions} /></>}
        <Fields {...props} />
      </article>
    )
  }
  return (
    <article ref={card} className="point">
      {head}
      <button
        type="button" className="point__open" aria-label={t('points-open', { number, statement: saysSomething(point) ? point.statement : point.quote })}
        data-card={point.id}
        onClick={({ detail }) => {
          byKey.current = detail === 0
          onActive(point.id)
          onShow(point.id)
        }}
      >
        <Statement point={point} />
      </button>
      {point.gone && <p className="small warn row tight"><Icon name="warning" small />{t('key-point-passage-gone')}</p>}
      {marked && marked.alsoIn.length > 0 && <p className="small warn row tight"><Icon name="warning" small />{t('key-point-doubled')}</p>}
      {isHalfTyped(point.id) && <p className="small warn row tight"><Icon name="warning" small />{t('points-evidence-unsaved')}</p>}
      {point.themes.length > 0 && <p className="point__meta small muted">{listOf(t, point.themes.map((theme) => themeName(t, props.themes, theme)))}</p>}
    </article>
  )
}

/** What an editor put in other words, which stand beside those of the notes. */
function Corrected({ point: { correction, statement, lang } }: { point: Recorded }) {
  const t = useTranslate()
  if (correction === null || correction.noted.statement === statement) return null
  return (
    <Notice tone="go" title={t('key-point-corrected', { name: correction.by.name })}>
      <blockquote className="quote" dir="auto" lang={lang}>{statement}</blockquote>
    </Notice>
  )
}

function More({ point, editable, onShow, onRemove, onMoveToSelection, onActive }: CardProps) {
  const t = useTranslate()
  return (
    <span className="point__more">
      <MenuButton
        label={t('common-more')}
        trigger={<AriaButton className="btn btn--icon" aria-label={t('common-more')}><Icon name="more" /></AriaButton>}
        groups={[
          {
            id: 'go', entries: [
              ...(point.gone ? [] : [{ id: 'show', label: t('points-show'), text: t('points-show'), onChoose: () => { onShow(point.id, true) }, after: 'point-show' as const }]),
              { id: 'close', label: t('points-fold'), text: t('points-fold'), onChoose: () => { onActive(null) }, after: 'point-fold', of: point.id },
            ],
          },
          {
            id: 'change', entries: editable ? [
              { id: 'move', label: t('points-move'), text: t('points-move'), onChoose: () => { onMoveToSelection(point.id) }, after: 'point-move' },
              { id: 'remove', label: t('points-remove'), text: t('points-remove'), bad: true, onChoose: () => { onRemove(point.id) } },
            ] : [],
          },
        ]}
      />
    </span>
  )
}

function Fields(props: CardProps) {
  const { point, editable, themes, addressees, session, recorded, sent, onStatement, onFields } = props
  const t = useTranslate()
  const statement = useSharedText(point.statement, (text, before) => onStatement(point.id, text, before))
  const set = (fields: KeyPointFields) => { onFields(point.id, fields) }
  const marked = recorded.get(point.id)
  if (!editable) return <ReadFields {...props} />
  return (
    <>
      {point.gone && (
        <Notice tone="warn" title={t('key-point-passage-gone')}>
          <p>{t('points-gone-text')}</p>
          <blockquote className="quote" dir="auto">{point.quote}</blockquote>
        </Notice>
      )}
      <Reason {...props} />
      <TextArea label={t('points-statement')} {...statement} rows={3} {...(point.lang ? { lang: point.lang } : {})} />
      <KeyPointChoices of={point} themes={themes} addressees={addressees} onChange={set} />
      {session.attribution === 'named' && session.people.length > 0 && (
        <Select
          label={t('detail-speaker')} value={point.speaker ?? 'nobody'}
          choices={[{ id: 'nobody', label: t('points-no-speaker') }, ...session.people.map((person) => ({ id: person.id, label: person.name }))]}
          onChange={(speaker) => { set({ speaker: speaker === 'nobody' ? null : speaker }) }}
        />
      )}
      <Evidence point={point} session={session} onSource={(source) => { set({ source }) }} />
      <p className="small muted">
        {[markedWords(t, marked, sent), point.basis === 'concept' ? t('key-point-basis-concept') : null].filter((each) => each !== null).join(' · ')}
      </p>
    </>
  )
}

/** Who marked it. One that the server has and has not told of yet is neither only here nor without a name. */
function markedWords(t: Translate, recorded: Recorded | undefined, sent: boolean): string | null {
  if (recorded === undefined) return sent ? null : t('points-not-sent')
  return recorded.markedBy ? t('points-marked-by', { name: recorded.markedBy.name }) : t('key-point-marker-unknown')
}

/** Why the key point is in its state: whoever wrote it learns it here. */
function Reason({ point, recorded }: CardProps) {
  const t = useTranslate()
  const { reason = null, decidedBy = null } = recorded.get(point.id) ?? {}
  if (reason === null) return null
  return (
    <div className="small">
      <p><span className="muted">{t('common-reason')}</span> <span dir="auto">{reason}</span></p>
      {decidedBy !== null && <p><span className="muted">{t('detail-decided-by')}</span> {decidedBy.name}</p>}
    </div>
  )
}

/** What a reader sees of the chosen key point. */
function ReadFields(props: CardProps) {
  const { point, themes, addressees, session, recorded } = props
  const t = useTranslate()
  const speaker = session.people.find((person) => person.id === point.speaker)
  const marked = recorded.get(point.id)
  return (
    <>
      <p className="point__said"><Statement point={point} /></p>
      <Reason {...props} />
      {point.gone && <Notice tone="warn" title={t('key-point-passage-gone')}><blockquote className="quote" dir="auto">{point.quote}</blockquote></Notice>}
      <p className="row wrap tight">
        {point.themes.map((theme) => <span key={theme} className="tag">{themeName(t, themes, theme)}</span>)}
        {point.addressee !== null && <span className="tag tag--on">{addresseeName(t, addressees, point.addressee)}</span>}
        {point.kind !== null && <span className="tag tag--line">{t(`key-point-kind-${point.kind}`)}</span>}
        {point.stance !== null && <span className="tag tag--line">{t(`key-point-stance-${point.stance}`)}</span>}
      </p>
      <p className="small muted">
        {speaker && session.attribution === 'named' && <>{speaker.name} · </>}
        {marked?.markedBy ? t('points-marked-by', { name: marked.markedBy.name }) : t('key-point-marker-unknown')}
      </p>
    </>
  )
}
