import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { api, Unreachable } from '../../api/client'
import { queries } from '../../api/queries'
import { AskForLink, LinkFailed, LinkSent, SignInFrame, UseLink } from '../../features/sign-in/sign-in'
import { isLanguage, type Language } from '../../i18n/direction'
import { useTranslate } from '../../i18n/translate'
import { useAppearance } from '../appearance'
import { forgetKeptAnswers } from '../offline'
import { storedLanguage } from '../preferences'
import { reasonOf } from '../reason'

/** The token stands behind the `#`, so that it reaches no server's log. */
const tokenOfAddress = () => decodeURIComponent(window.location.hash.slice(1)) || null

export function SignInPage() {
  const t = useTranslate()
  const router = useRouter()
  const client = useQueryClient()
  const appearance = useAppearance()
  const { next } = useSearch({ from: '/sign-in' })
  const [token, setToken] = useState(tokenOfAddress)
  const [chosen, setChosen] = useState<Language | null>(null)
  const [sent, setSent] = useState<{ email: string; at: number } | null>(null)

  useEffect(() => { document.title = `${t('sign-in-title')} · Rapporteur` }, [t])
  useEffect(() => {
    const follow = () => { setToken(tokenOfAddress()) }
    window.addEventListener('hashchange', follow)
    return () => { window.removeEventListener('hashchange', follow) }
  }, [])

  const request = useMutation({
    mutationFn: (email: string) => api.requestLink(email),
    onSuccess: (_, email) => { setSent({ email, at: Date.now() }) },
  })
  const redeem = useMutation({
    mutationFn: (secret: string) => api.redeemLink(secret),
    onSuccess: async (me) => {
      // Somebody else may have had this device before.
      await forgetKeptAnswers()
      client.clear()
      client.setQueryData(queries.me().queryKey, me)
      const language = me.person.language
      // Who chose a language on this device keeps it; else the person's own is taken.
      if (chosen !== null) void api.setLanguage(chosen).catch(() => undefined)
      else if (storedLanguage() === null && isLanguage(language)) await appearance.setLanguage(language)
      router.history.replace(next ?? '/')
    },
  })
  const forgetToken = () => {
    redeem.reset()
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
        ? redeem.isError && !(redeem.error instanceof Unreachable)
          ? <LinkFailed reason={reasonOf(t, redeem.error)} onNew={forgetToken} />
          : (
            <>
              {redeem.isError && <p role="alert" className="bad">{reasonOf(t, redeem.error)}</p>}
              <UseLink busy={redeem.isPending} onUse={() => { redeem.mutate(token) }} />
            </>
          )
        : sent !== null
          ? <LinkSent email={sent.email} sentAt={sent.at} onAgain={() => { setSent(null) }} />
          : (
            <AskForLink
              busy={request.isPending}
              failure={request.isError ? reasonOf(t, request.error) : null}
              onAsk={(email) => { request.mutate(email) }}
            />
          )}
    </SignInFrame>
  )
}
