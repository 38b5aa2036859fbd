// Text in the middle, a panel on each side. Where there is no room for three columns, a panel is a drawer or a sheet.
import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslate } from '../i18n/translate'
import { Button, IconButton } from './button'
import type { IconName } from './icon'
import { useRoom, type Room } from './width'
import './work.css'

export type Side = 'start' | 'end'

export interface Panel { title: string; content: ReactNode; count?: ReactNode }

interface Props {
  start: Panel
  end: Panel
  /** The panel that is open where there is no room for both; the end one stands open beside the text at first. */
  open: Side | null
  onOpen(side: Side | null): void
  children: ReactNode
  className?: string
}

export function Work({ start, end, open, onOpen, children, className }: Props) {
  const room = useRoom()
  const classes = ['work', `work--${room}`, room === 'beside' && open !== null && 'work--drawer', className].filter(Boolean).join(' ')
  const panel = open === null ? null : open === 'start' ? start : end
  return (
    <div className={classes}>
      {room === 'columns' && <aside className="work__start" aria-label={start.title}>{start.content}</aside>}
      <main className="work__main" id="main" tabIndex={-1}>{children}</main>
      {room === 'columns' && <aside className="work__end" aria-label={end.title}>{end.content}</aside>}
      {room !== 'columns' && panel !== null && open !== null && (
        room === 'over'
          ? (
            <ModalOverlay className="scrim work__scrim" isOpen isDismissable onOpenChange={(next) => { if (!next) onOpen(null) }}>
              <Modal className="drawer drawer--over">
                <Dialog className="drawer__dialog" aria-label={panel.title}>
                  <DrawerBody panel={panel} onClose={() => { onOpen(null) }} />
                </Dialog>
              </Modal>
            </ModalOverlay>
          )
          : <Drawer side={open} room={room} panel={panel} onClose={() => { onOpen(null) }} />
      )}
    </div>
  )
}

function Drawer({ side, room, panel, onClose }: { side: Side; room: Room; panel: Panel; onClose(): void }) {
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    const element = place.current
    if (element === null) return
    // Escape closes the drawer, unless something that opened from it wants the key first.
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose()
    }
    element.addEventListener('keydown', onKey)
    return () => { element.removeEventListener('keydown', onKey) }
  }, [onClose])
  // Whoever closes it from inside is back where it was opened.
  useLayoutEffect(() => {
    const element = place.current
    const before = document.activeElement
    return () => {
      if (element?.contains(document.activeElement) === true && before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <aside ref={place} className={room === 'sheet' ? `drawer drawer--sheet drawer--${side}` : 'drawer drawer--beside'} aria-label={panel.title}>
      <DrawerBody panel={panel} onClose={onClose} />
    </aside>
  )
}

function DrawerBody({ panel, onClose }: { panel: Panel; onClose(): void }) {
  const t = useTranslate()
  return (
    <>
      <header className="drawer__h">
        <h2 className="grow">{panel.title} {panel.count !== undefined && <span className="count">{panel.count}</span>}</h2>
        <IconButton icon="close" label={t('common-close')} onPress={onClose} />
      </header>
      <div className="drawer__c">{panel.content}</div>
    </>
  )
}

/** The page bar's buttons that open the panels where they are not in sight. */
export function PanelButtons({ start, end, open, onOpen, icons = { start: 'panel', end: 'panel-end' } }: {
  start: Panel
  end: Panel
  open: Side | null
  onOpen(side: Side | null): void
  icons?: Record<Side, IconName>
}) {
  const room = useRoom()
  if (room === 'columns') return null
  const button = (side: Side, panel: Panel) => (
    <Button icon={icons[side]} aria-expanded={open === side} onPress={() => { onOpen(open === side ? null : side) }}>
      <span className={room === 'sheet' || room === 'over' ? 'vh' : undefined}>{panel.title}</span>
      {panel.count !== undefined && <span className="num">{panel.count}</span>}
    </Button>
  )
  return <div className="row panels">{button('start', start)}{button('end', end)}</div>
}
