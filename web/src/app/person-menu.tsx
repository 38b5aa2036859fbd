// What belongs to the person who is signed in.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useMemo, useState, useSyncExternalStore } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { api, Refused } from '../api/client'
import type { Id, Me } from '../api/types'
import { languageNames, languages, type Language } from '../i18n/direction'
import { useTranslate } from '../i18n/translate'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Face } from '../ui/notice'
import { MenuButton } from '../ui/select'
import { Unsent } from '../sync/unsent'
import { useAppearance } from './appearance'
import { reasonOf } from './reason'
import { leave } from './session'

/** Language, colours and density of this device, and signing out. */
export function PersonMenu({ me }: { me: Me }) {
  const t = useTranslate()
  const router = useRouter()
  const client = useQueryClient()
  const appearance = useAppearance()
  const language = useMutation({
    mutationFn: async (chosen: Language) => {
      await appearance.setLanguage(chosen)
      await api.setLanguage(chosen).catch(() => undefined)
    },
  })
  const signOut = useMutation({
    mutationFn: () => api.signOut().catch((error: unknown) => {
      // Only the server can take the sign-in back; who is signed out already is signed out.
      if (!(error instanceof Refused && error.status === 401)) throw error
    }),
    networkMode: 'always',
    onSuccess: async () => {
      await leave(client)
      await router.navigate({ to: '/sign-in' })
    },
  })
  const [asked, setAsked] = useState(false)
  const askToSignOut = () => {
    if (unsentTexts(me.person.id) === 0) signOut.mutate()
    else setAsked(true)
  }
  const roles = useMemo(() => [...new Set(me.grants.map((grant) => grant.role))], [me])
  const { theme, setTheme, density, setDensity } = appearance
  return (
    <>
      {asked && (
        <UnsentDialog
          person={me.person.id} onClose={() => { setAsked(false) }}
          onSignOut={() => {
            setAsked(false)
            signOut.mutate()
          }}
        />
      )}
      {signOut.isError && (
        <Dialog title={t('sign-out-failed')} open onClose={() => { signOut.reset() }} actions={<Button onPress={() => { signOut.reset() }}>{t('common-close')}</Button>}>
          <p>{reasonOf(t, signOut.error)}</p>
          <p>{t('sign-out-failed-text')}</p>
        </Dialog>
      )}
      <MenuButton
        label={t('person-menu')}
        trigger={<AriaButton className="me-button"><Face name={me.person.name} /><span className="vh">{t('person-menu')}</span></AriaButton>}
        groups={[
          {
            id: 'language', title: `${me.person.name} · ${roles.map((role) => t(`role-${role}`)).join(', ')}`,
            entries: languages.map((each) => ({
              id: `language-${each}`, text: languageNames[each], checked: t.language === each,
              label: <span lang={each} dir="auto">{languageNames[each]}</span>, onChoose: () => { language.mutate(each) },
            })),
          },
          {
            id: 'theme', title: t('person-theme'),
            entries: (['light', 'dark', 'system'] as const).map((each) => ({
              id: each, text: t(`person-theme-${each}`), checked: theme === each, onChoose: () => { setTheme(each) },
            })),
          },
          {
            id: 'density', title: t('person-density'),
            entries: (['compact', 'comfortable'] as const).map((each) => ({
              id: each, text: t(`person-density-${each}`), checked: density === each, onChoose: () => { setDensity(each) },
            })),
          },
          { id: 'out', entries: [{ id: 'sign-out', text: t('person-sign-out'), onChoose: askToSignOut }] },
        ]}
      />
    </>
  )
}

/** In how many texts words wait that are only on this device. */
const unsentTexts = (person: Id) => new Unsent(person).all().length

/** Any tab of the browser may send them: nobody tells this one. */
const everySecond = (run: () => void) => {
  const timer = setInterval(run, 1000)
  return () => { clearInterval(timer) }
}

/** Asks about words that are only on this device, and says when they have reached the server. */
function UnsentDialog({ person, onClose, onSignOut }: { person: Id; onClose(): void; onSignOut(): void }) {
  const t = useTranslate()
  const count = useSyncExternalStore(everySecond, () => unsentTexts(person))
  return (
    <Dialog
      title={t(count > 0 ? 'sign-out-unsent' : 'sign-out-sent')} open onClose={onClose}
      actions={(
        <>
          <Button onPress={onClose}>{t('common-cancel')}</Button>
          <Button onPress={onSignOut}>{t(count > 0 ? 'sign-out-anyway' : 'person-sign-out')}</Button>
        </>
      )}
    >
      <p role="status">{count > 0 ? t('sign-out-unsent-text', { count }) : t('sign-out-sent-text')}</p>
      {count > 0 && <p>{t('sign-out-unsent-after')}</p>}
    </Dialog>
  )
}
