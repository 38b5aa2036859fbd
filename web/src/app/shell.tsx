// The frame of every page of an edition: top bar, notices about the network, command palette.
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Outlet, useParams, useRouteContext, useRouter, useRouterState } from '@tanstack/react-router'
import { Suspense, useEffect, useMemo, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { queries } from '../api/queries'
import { formatMoment } from '../i18n/format'
import type { Key } from '../i18n/keys'
import { useTranslate } from '../i18n/translate'
import { Button } from '../ui/button'
import { Icon, Logo } from '../ui/icon'
import { isKeyboardLost, keyboardAfter } from '../ui/keyboard'
import { hasKeys } from '../ui/width'
import { Link } from '../ui/link'
import { Face } from '../ui/notice'
import { MenuButton } from '../ui/select'
import { useAppearance } from './appearance'
import { CommandPalette } from './command-palette'
import { WaitingPage } from './failures'
import { FindInTextContext, letterOf, useFindInTextState } from './find-in-text'
import { useLiveEdition } from './live'
import { useKeptSince } from './kept-answers'
import { useNetwork, useWaitingUpdate } from './offline'
import { paths } from './paths'
import { PersonMenu } from './person-menu'
import { languageOfAccount, storedLanguage } from './preferences'
import { SignedInContext } from './session'
import { PresenceContext, usePresenceState } from './presence'
import { fetchAhead } from './texts'

interface Tab { id: string; label: Key; href: string; current: boolean }

function useTabs(edition: string, mayExport: boolean): Tab[] {
  const path = useRouterState({ select: (state) => state.location.pathname })
  const at = (href: string) => path === href || path.startsWith(`${href}/`)
  const overview = paths.overview(edition)
  const tabs: Omit<Tab, 'current'>[] = [
    { id: 'sessions', label: 'nav-sessions', href: paths.sessions(edition) },
    { id: 'key-points', label: 'nav-key-points', href: paths.board(edition) },
    { id: 'document', label: 'nav-document', href: paths.document(edition) },
  ]
  if (mayExport) tabs.push({ id: 'export', label: 'nav-export', href: paths.export(edition) })
  const others = tabs.map((tab) => ({ ...tab, current: at(tab.href) }))
  return [{ id: 'overview', label: 'nav-overview', href: overview, current: !others.some((tab) => tab.current) }, ...others]
}

export function Shell() {
  const { edition: id } = useParams({ from: '/signed-in/editions/$edition' })
  const { me } = useRouteContext({ from: '/signed-in' })
  const { data: edition } = useSuspenseQuery(queries.edition(id))
  const { data: editions } = useSuspenseQuery(queries.editions())
  const t = useTranslate()
  const tabs = useTabs(id, edition.may.export)
  const presence = usePresenceState()
  const find = useFindInTextState()
  const [searching, setSearching] = useState(false)
  useLiveEdition(id)
  useTextsAhead(id, me.person.id)
  usePersonsLanguage(me.person.language)

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      if (letterOf(event) === 'k') {
        event.preventDefault()
        setSearching(true)
      }
    }
    window.addEventListener('keydown', onKey)
    return () => { window.removeEventListener('keydown', onKey) }
  }, [])

  // What led to another page may have gone with the one before. The first page begins at its beginning.
  const router = useRouter()
  useEffect(() => router.subscribe('onRendered', ({ pathChanged, fromLocation }) => { if (pathChanged && fromLocation !== undefined && isKeyboardLost()) keyboardAfter(hasKeys() ? 'lost' : 'page') }), [router])

  const current = tabs.find((tab) => tab.current)
  return (
    <SignedInContext value={me}>
      <PresenceContext value={presence}>
        <a
          className="btn skip" href="#main"
          onClick={(event) => {
            event.preventDefault()
            keyboardAfter('skip')
          }}
        >
          {t('nav-skip')}
        </a>
        <div className="app">
          <header className="bar">
            <Link className="brand" href={paths.overview(id)} label={t('nav-brand')}><Logo /><span aria-hidden="true">Rapporteur</span></Link>
            <EditionSwitch title={edition.title} current={id} editions={editions} />
            <nav className="tabs" aria-label={t('nav-label')}>
              {tabs.map((tab) => <Link key={tab.id} href={tab.href} className="tab" current={tab.current}>{t(tab.label)}</Link>)}
            </nav>
            <MenuButton
              label={t('nav-label')}
              trigger={(
                <AriaButton className="tabs-menu">{t(current?.label ?? 'nav-overview')}<Icon name="chevron-down" small /></AriaButton>
              )}
              groups={[{ id: 'pages', entries: tabs.map((tab) => ({ id: tab.id, text: t(tab.label), href: tab.href })) }]}
            />
            <span className="grow" />
            <AriaButton className="find" aria-keyshortcuts="Control+K" onPress={() => { setSearching(true) }}>
              <Icon name="search" small /><span className="find__word">{t('nav-find')}</span><kbd aria-hidden="true">Ctrl K</kbd>
            </AriaButton>
            <span className="people">
              {presence.people.slice(0, 4).map((person) => <Face key={person.id} name={person.name} colour={person.colour} />)}
              <PersonMenu me={me} />
            </span>
          </header>
          <Notices />
          <FindInTextContext value={find}><Suspense fallback={<WaitingPage />}><Outlet /></Suspense></FindInTextContext>
        </div>
        {searching && <CommandPalette edition={edition} tabs={tabs} onFind={find.start} onClose={() => { setSearching(false) }} />}
      </PresenceContext>
    </SignedInContext>
  )
}

/** Fetches the edition's texts onto this device once the page has nothing better to do. */
function useTextsAhead(edition: string, personId: string) {
  const { data: sessions } = useQuery(queries.sessions(edition))
  const { data: documents } = useQuery(queries.outputDocuments(edition))
  const urls = useMemo(
    () => [...(sessions ?? []).map((session) => session.notesUrl), ...(documents ?? []).map((document) => document.documentUrl)].join(' '),
    [sessions, documents],
  )
  useEffect(() => {
    if (urls === '') return
    const timer = setTimeout(() => { void fetchAhead(personId, urls.split(' ')).catch(() => undefined) }, 2500)
    return () => { clearTimeout(timer) }
  }, [urls, personId])
}

/** On a device where no language was chosen, the pages speak the person's own. */
function usePersonsLanguage(language: string) {
  const { setLanguage } = useAppearance()
  useEffect(() => {
    const own = languageOfAccount(language)
    if (storedLanguage() === null && own !== null) void setLanguage(own)
  }, [language, setLanguage])
}

function EditionSwitch({ title, current, editions }: { title: string; current: string; editions: readonly { id: string; title: string }[] }) {
  const t = useTranslate()
  if (editions.length < 2) return <span className="switch"><span dir="auto">{title}</span></span>
  return (
    <MenuButton
      label={t('nav-editions')}
      trigger={<AriaButton className="switch" aria-label={t('nav-edition-switch', { edition: title })}><span dir="auto">{title}</span><Icon name="chevron-down" small /></AriaButton>}
      groups={[{
        id: 'editions',
        entries: editions.map((edition) => ({
          id: edition.id, label: <span dir="auto">{edition.title}</span>, text: edition.title, href: paths.overview(edition.id), checked: edition.id === current,
        })),
      }]}
    />
  )
}

function Notices() {
  const t = useTranslate()
  const network = useNetwork()
  const update = useWaitingUpdate()
  const keptSince = useKeptSince()
  const router = useRouter()
  if (network === 'online' && update === null && keptSince === null) return null
  // An answer that bears no date is of the time before it was asked.
  const kept = keptSince === 0 ? t('kept-answers-old') : keptSince !== null && t('kept-answers-since', { time: formatMoment(t.locale, keptSince) })
  return (
    <div className="app-notices" role="status">
      {network === 'signed-out' && (
        <p className="app-notice">
          <Icon name="lock" /><b>{t('failure-signed-out-title')}</b><span className="grow">{t('failure-signed-out-text')}</span>
          <Link href={paths.signIn(router.state.location.href)}>{t('sign-in-title')}</Link>
        </p>
      )}
      {network === 'no-access' && (
        <p className="app-notice"><Icon name="lock" /><b>{t('failure-no-access-title')}</b><span>{t('failure-no-access-text')}</span></p>
      )}
      {(network === 'no-network' || network === 'no-server') && (
        <p className="app-notice">
          <Icon name="no-network" />
          <b>{network === 'no-network' ? t('network-none') : t('network-no-server')}</b>
          <span>{t('network-keep-working')}{kept !== false && ` ${kept}`}</span>
        </p>
      )}
      {network === 'online' && kept !== false && (
        <p className="app-notice"><Icon name="clock" /><b>{t('kept-answers')}</b><span>{kept}</span></p>
      )}
      {update !== null && (
        <p className="app-notice app-notice--go">
          <Icon name="note" /><span className="grow">{t('update-waits')}</span>
          <Button look="quiet" onPress={update}>{t('update-take')}</Button>
        </p>
      )}
    </div>
  )
}
