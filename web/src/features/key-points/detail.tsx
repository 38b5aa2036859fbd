import type { ReactNode } from 'react'
import type { PressEvent } from 'react-aria-components'
import { isOfMessages } from '../../api/key-points'
import type { Addressee, KeyPoint, Session, Theme } from '../../api/types'
import { listOf, useTranslate } from '../../i18n/translate'
import { Button, IconButton } from '../../ui/button'
import { addresseeName, momentWhen, sessionName, sessionShortName, themeName } from '../../ui/labels'
import { Link, OutsideLink } from '../../ui/link'
import { Notice } from '../../ui/notice'
import { CorrectedNotice, DoubledNotice, RewordedNotice } from '../../ui/key-point-notices'
import { KeyPointStateMark } from '../../ui/state'
import { decisionsFor } from './filter'

interface Props {
  point: KeyPoint
  place: { at: number; of: number } | null
  sessions: readonly Session[]
  themes: readonly Theme[]
  addressees: readonly Addressee[]
  timezone: string | null
  mayDecide: boolean
  mayConfirm: boolean
  busy: boolean
  failure: string | null
  notesHref: string
  documentHrefOf(use: KeyPoint['usedIn'][number]): string
  onAccept(press: PressEvent): void
  onSetAside(press: PressEvent): void
  onConfirm(press: PressEvent): void
  onReopen(press: PressEvent): void
  onCorrect(): void
  /** Takes the correction back. */
  onUseNotes(): void
  /** The correction stands, though the notes were reworded. */
  onKeepCorrection(): void
  onMove(by: number): void
  onClose(): void
}

/** One key point with its source in the notes, who marked it, what became of it, and what can be decided. */
export function KeyPointDetail(props: Props) {
  const { point, sessions, themes, addressees } = props
  const t = useTranslate()
  const session = sessions.find((each) => each.id === point.sessionId)
  const can = decisionsFor(point)
  const reworded = point.decidedStatement !== null
  const lacking = (['theme', 'addressee', 'kind', 'stance'] as const).filter((what) => (what === 'theme' ? point.themes.length === 0 : point[what] === null))
  return (
    <aside className="detail" aria-label={t('detail-title')}>
      <div className="detail__body">
        <div className="row">
          <KeyPointStateMark state={point.state} reworded={reworded} /><span className="grow" />
          {props.place && <span className="small muted num">{t('detail-place', { at: props.place.at, of: props.place.of })}</span>}
          <IconButton icon="chevron-up" label={t('detail-previous')} shortcut="↑" onPress={() => { props.onMove(-1) }} />
          <IconButton icon="chevron-down" label={t('detail-next')} shortcut="↓" onPress={() => { props.onMove(1) }} />
          <IconButton icon="close" label={t('common-close')} className="detail__close" onPress={props.onClose} />
        </div>
        {point.hasStatement && <p className="detail__statement" dir="auto" {...(point.lang ? { lang: point.lang } : {})}>{point.statement}</p>}
        {point.basis === 'concept' && <Notice tone="go" title={t('detail-concept-title')}><p>{t('detail-concept-text')}</p></Notice>}
        {point.passageGone && <Notice tone="warn" title={t('key-point-passage-gone')}><p>{t('detail-gone-text')}</p></Notice>}
        <RewordedNotice point={point} />
        <CorrectedNotice point={point} themes={themes} addressees={addressees}>
          {props.mayDecide && !point.removed && (
            <p className="row wrap tight">
              {point.correction?.overtaken && <Button onPress={props.onKeepCorrection} unavailable={props.busy}>{t('key-point-keep-correction')}</Button>}
              <Button onPress={props.onUseNotes} unavailable={props.busy}>{t('key-point-use-notes')}</Button>
            </p>
          )}
        </CorrectedNotice>
        <DoubledNotice point={point} sessions={sessions} />
        <div>
          <p className="label">{session ? t('detail-source-in', { session: sessionShortName(t, session, sessions) }) : t('detail-source')}</p>
          {point.quote === '' && session?.attribution === 'chatham-house'
            ? <p className="small muted">{t('detail-quote-names')}</p>
            : <blockquote className="quote" dir="auto" {...(point.lang ? { lang: point.lang } : {})}><mark>{point.quote}</mark></blockquote>}
        </div>
        <dl className="detail__facts">
          <Fact name={t('common-session')}>
            {session ? <span dir="auto">{sessionName(t, session, sessions)}</span> : t('sources-session-unknown')} <Link href={props.notesHref}>{t('detail-open-notes')}</Link>
          </Fact>
          <Fact name={t('detail-marked-by')}>
            {point.markedBy === null ? t('common-not-recorded')
              : point.markedAt === null ? point.markedBy.name
                : t('detail-by-at', { name: point.markedBy.name, time: momentWhen(t, point.markedAt, props.timezone) })}
          </Fact>
          {point.attributedTo !== null && <Fact name={t('detail-speaker')}><span dir="auto">{point.attributedTo}</span></Fact>}
          {point.source !== null && (
            <Fact name={t('detail-evidence')}>
              {point.source.link != null && <OutsideLink href={point.source.link}>{point.source.link}</OutsideLink>}
              {point.source.at != null && t('detail-recording', { time: point.source.at })}
            </Fact>
          )}
          <Fact name={t('common-themes')}>{point.themes.length === 0 ? t('key-point-no-theme') : listOf(t, point.themes.map((theme) => themeName(t, themes, theme)))}</Fact>
          <Fact name={t('common-addressee')}>{addresseeName(t, addressees, point.addressee)}</Fact>
          <Fact name={t('detail-kind')}>{t(`key-point-kind-${point.kind ?? 'unsaid'}`)}</Fact>
          <Fact name={t('detail-stance')}>{t(`key-point-stance-${point.stance ?? 'unsaid'}`)}</Fact>
          {point.decidedBy !== null && (
            <Fact name={t('detail-decided-by')}>
              {point.decidedAt === null ? point.decidedBy.name : t('detail-by-at', { name: point.decidedBy.name, time: momentWhen(t, point.decidedAt, props.timezone) })}
            </Fact>
          )}
          {point.reason !== null && <Fact name={t('common-reason')}><span dir="auto">{point.reason}</span></Fact>}
          {point.usedIn.length > 0 && (
            <Fact name={t('detail-used-in')}>
              {point.usedIn.map((use) => <Link key={`${use.outputDocumentId} ${use.paragraphId}`} href={props.documentHrefOf(use)}>{t(isOfMessages(use) ? 'detail-go-messages' : 'common-go-paragraph')}</Link>)}
            </Fact>
          )}
        </dl>
        {props.mayDecide && can.accept && lacking.length > 0 && (
          <Notice tone="go" title={t('detail-before-accept')}>{lacking.map((what) => <p key={what}>{t(`detail-no-${what}`)}</p>)}</Notice>
        )}
        {props.mayDecide && can.accept && !point.hasStatement && <Notice tone="warn" title={t('error-statement-missing')} />}
        {props.failure !== null && <Notice tone="bad" title={t('detail-not-decided')} urgent><p>{props.failure}</p></Notice>}
      </div>
      {(props.mayDecide || (props.mayConfirm && can.confirm)) && (
        <div className="detail__acts">
          {props.mayDecide && can.accept && point.hasStatement && <Button look="primary" onPress={props.onAccept} unavailable={props.busy}>{reworded && point.state !== 'confirmed' ? t('detail-accept-reworded') : t('detail-accept')} <kbd className="key">A</kbd></Button>}
          {props.mayConfirm && can.confirm && <Button onPress={props.onConfirm} unavailable={props.busy}>{reworded ? t('detail-confirm-reworded') : t('common-confirm')}</Button>}
          {props.mayDecide && can.setAside && <Button onPress={props.onSetAside} unavailable={props.busy}>{t('detail-set-aside')} <kbd className="key">S</kbd></Button>}
          {props.mayDecide && !point.removed && <Button onPress={props.onCorrect} unavailable={props.busy}>{t('detail-correct')} <kbd className="key">C</kbd></Button>}
          {props.mayDecide && can.reopen && <Button onPress={props.onReopen} unavailable={props.busy}>{t('common-reopen')}</Button>}
        </div>
      )}
    </aside>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return <><dt>{name}</dt><dd className="num">{children}</dd></>
}

/** What stands beside the list while nothing is chosen. */
export function NoDetail({ mayDecide }: { mayDecide: boolean }) {
  const t = useTranslate()
  return (
    <aside className="detail detail--none" aria-label={t('detail-title')}>
      <p className="muted">{mayDecide ? t('detail-none') : t('detail-none-reader')}</p>
      {mayDecide && <p className="small muted keys">{t('detail-keys')}</p>}
    </aside>
  )
}
