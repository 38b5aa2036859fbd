// The frame of a page that belongs to no edition, such as one that is not there.
import { useQuery } from '@tanstack/react-query'
import { use, type ReactNode } from 'react'
import { queries } from '../api/queries'
import { useTranslate } from '../i18n/translate'
import { Logo } from '../ui/icon'
import { Link } from '../ui/link'
import { paths } from './paths'
import { PersonMenu } from './person-menu'
import { lastEdition } from './preferences'
import { SignedInContext } from './session'

/** Puts the top bar above a page, unless the page stands in the frame of an edition, or nobody is signed in. */
export function Outside({ children }: { children: ReactNode }) {
  const t = useTranslate()
  const inEdition = use(SignedInContext) !== null
  const { data: me } = useQuery({ ...queries.me(), enabled: !inEdition, retry: false })
  const { data: editions = [] } = useQuery({ ...queries.editions(), enabled: !inEdition && me !== undefined, retry: false })
  if (inEdition || me === undefined) return children
  const last = lastEdition.read()
  const edition = editions.find((each) => each.id === last) ?? editions[0]
  return (
    <div className="app">
      <header className="bar">
        <Link className="brand" href="/" label={t('nav-brand')}><Logo /><span aria-hidden="true">Rapporteur</span></Link>
        {edition && <Link className="switch" href={paths.overview(edition.id)}><span dir="auto">{edition.title}</span></Link>}
        <span className="grow" />
        <span className="people"><PersonMenu me={me} /></span>
      </header>
      {children}
    </div>
  )
}
