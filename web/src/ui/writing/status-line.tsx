// Two facts, always in words: what is on this device, and what is on the server up to when.
import type { ReactNode } from 'react'
import { formatClock, formatMoment, localDay } from '../../i18n/format'
import { useTranslate } from '../../i18n/translate'
import type { DocumentStatus } from '../../sync/connection-status'
import { Icon } from '../icon'

interface Props {
  status: DocumentStatus
  /** Readers have nothing of their own to save. */
  readOnly: boolean
  now: number
  onRetry?(): void
  children?: ReactNode
}

export function StatusLine({ status, readOnly, now, onRetry, children }: Props) {
  const t = useTranslate()
  const { device, server } = status
  /** A time of another day says little without its date. */
  const when = (moment: number) => (localDay(new Date(moment)) === localDay(new Date(now))
    ? { day: 'today', time: formatClock(t.locale, moment) } : { day: 'another', time: formatMoment(t.locale, moment) })
  const deviceTone = device.failed ? 'bad' : device.saved ? 'ok' : 'warn'
  const offline = !server.connected && server.offlineSince !== null
  const serverTone = server.signedOut || server.crowded ? 'bad' : server.state === 'up-to-date' && server.connected ? 'ok' : server.state === 'refused' || server.state === 'not-saved' ? 'bad' : 'warn'
  const seconds = server.nextTryAt === null ? null : Math.max(0, Math.ceil((server.nextTryAt - now) / 1000))
  const upTo = server.upTo === null ? null : when(server.upTo)
  const serverWords = server.signedOut ? t('status-server-signed-out')
    : server.crowded ? t('status-server-crowded')
    : server.state === 'refused' ? t('status-server-refused')
    : server.state === 'not-saved' ? t('status-server-not-saved')
      : readOnly ? (server.state === 'up-to-date' && server.connected && server.heard ? t('status-server-reading') : upTo === null ? t('status-server-unknown') : t('status-server-seen', upTo))
        : server.state === 'up-to-date' && server.connected ? (upTo === null ? t('status-server-everything') : t('status-server-everything-at', { time: upTo.time }))
          : upTo === null ? t(server.waitingChanges > 0 ? 'status-server-nothing-yet' : 'status-server-unknown') : t('status-server-up-to', upTo)
  return (
    <footer className={`status status--${serverTone}`} aria-label={t('status-label')}>
      {!readOnly && (
        <span className={deviceTone}><Icon name="device" /><b>{device.failed ? t('status-device-not-saved') : device.saved ? t('status-device-everything') : t('status-device-writing')}</b></span>
      )}
      <span className={serverTone}><Icon name={serverTone === 'ok' ? 'server' : serverTone === 'bad' ? 'warning' : 'clock'} /><b>{serverWords}</b></span>
      {/* Read out is only what someone must know, not every minute that passes. */}
      <span className="vh" role="status">{device.failed ? t('status-device-not-saved') : serverTone === 'bad' ? serverWords : offline ? t('network-no-server') : ''}</span>
      {server.waitingChanges > 0 && server.state !== 'refused' && <span className="num">{t('status-waiting', { count: server.waitingChanges })}</span>}
      {!readOnly && server.wentBack !== null && (
        <span role="status">{t(server.wentBack === 'caught-up' ? 'status-server-caught-up' : 'status-server-went-back')}</span>
      )}
      {offline && (
        <span className="num status__more">
          {t('status-offline-since', when(server.offlineSince ?? now))}{' '}
          {seconds !== null && t('status-next-try', { count: seconds })}
        </span>
      )}
      {offline && onRetry && <button type="button" className="textlink" onClick={onRetry}>{t('status-try-now')}</button>}
      <span className="grow" />
      {children}
    </footer>
  )
}
