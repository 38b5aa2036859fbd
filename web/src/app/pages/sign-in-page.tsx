import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { api, Unreachable } from '../../api/client'
import { AskForLink, LinkFailed, LinkMade, SignedIn, SignInFrame, UseLink } from '../../features/sign-in/sign-in'
import type { Language } from '../../i18n/direction'
import { useTranslate } from '../../i18n/translate'
import { useAppearance } from '../appearance'
import { usePageTitle } from '../page-title'
import { languageOfAccount, storedLanguage } from '../preferences'
import { reasonOf } from '../reason'
import { askWhoIsSignedIn, enterAs } from '../session'

/** The token stands behind the `#`, so that it reaches no server's log. */
function tokenOfAddress(): string | null {
  const written = window.location.hash.slice(1)
  try {
    return decodeURIComponent(written) || null
  } catch {
    // Something broke the link on its way.
    return written
  }
}

const isBroken = (token: string) => !/^[\w-]+$/.test(token)

export function SignInPage() {
  const t = useTranslate()
  const router = useRouter()
  const client = useQueryClient()
  const appearance = useAppearance()
  const { next } = useSearch({ from: '/sign-in' })
  const [token, setToken] = useState(tokenOfAddress)
  const [chosen, setChosen] = useState<Language | null>(null)
  const [asOther, setAsOther] = useState(false)
  const [asked, setAsked] = useState<string | null>(null)

  usePageTitle(t('sign-in-title'))

  // Who clicks a link once more is signed in already.
  const { data: me = null, isPending: asks } = useQuery({ queryKey: ['signed-in-here'], queryFn: askWhoIsSignedIn, retry: false, gcTime: 0, networkMode: 'always' })
  const enter = () => { router.history.replace(next ?? '/') }
  const goOn = () => { if (me !== null) void enterAs(client, me).then(enter) }

  const request = useMutation({
    mutationFn: (email: string) => api.requestLink(email),
    onSuccess: (_, email) => { setAsked(email) },
  })
  const redeem = useMutation({
    mutationFn: (secret: string) => api.redeemLink(secret),
    onSuccess: async (me) => {
      // Somebody else may have had this device before.
      await enterAs(client, me)
      const language = languageOfAccount(me.person.language)
      // Who chose a language on this device keeps it; else the person's own is taken.
      if (chosen !== null) void api.setLanguage(chosen).catch(() => undefined)
      else if (storedLanguage() === null && language !== null) await appearance.setLanguage(language)
      enter()
    },
  })
  const account = useQuery({
    queryKey: ['account-of-link', token], queryFn: () => api.accountOfLink(token ?? ''), enabled: token !== null && !isBroken(token),
    retry: false, gcTime: 0, staleTime: Infinity, networkMode: 'always',
  })
  const failure = redeem.error ?? account.error
  // Another link pasted into the same tab is another try.
  const { reset: forgetTry } = redeem
  useEffect(() => {
    const follow = () => {
      forgetTry()
      setToken(tokenOfAddress())
    }
    window.addEventListener('hashchange', follow)
    return () => { window.removeEventListener('hashchange', follow) }
  }, [forgetTry])
  const forgetToken = () => {
    redeem.reset()
    setAsOther(true)
    router.history.replace('/sign-in')
    setToken(null)
  }

  return (
    <SignInFrame
      onLanguage={(language) => {
        setChosen(language)
        void appearance.setLanguage(language)
      }}
    >
      {token !== null
        ? isBroken(token) || (failure !== null && !(failure instanceof Unreachable))
          ? (
            <LinkFailed
              reason={isBroken(token) ? t('error-sign-in-link-unknown') : reasonOf(t, failure)}
              name={me?.person.name ?? null} onEnter={goOn} onNew={forgetToken}
            />
          )
          : (
            <>
              {failure !== null && <p role="alert" className="bad">{reasonOf(t, failure)}</p>}
              <UseLink account={account.data ?? null} busy={redeem.isPending} onUse={() => { redeem.mutate(token) }} />
            </>
          )
        : asked !== null
          ? <LinkMade email={asked} onAgain={() => { setAsked(null) }} />
          : me !== null && !asOther
            ? <SignedIn name={me.person.name} onEnter={goOn} onOther={() => { setAsOther(true) }} />
            : !asks && (
              <AskForLink
                busy={request.isPending}
                failure={request.isError ? reasonOf(t, request.error) : null}
                onAsk={(email) => { request.mutate(email) }}
              />
            )}
    </SignInFrame>
  )
}
