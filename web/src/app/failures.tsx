// Pages for what went wrong: what did not happen, what is safe, what to do.
import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Refused, Unreachable } from '../api/client'
import { useTranslate } from '../i18n/translate'
import { Button, LinkButton } from '../ui/button'
import { Notice } from '../ui/notice'
import { KeptTexts } from './kept-texts'
import { Outside } from './outside'
import { paths } from './paths'
import { reasonOf } from './reason'

export function WaitingPage() {
  const t = useTranslate()
  return <p className="wait" role="status">{t('common-loading')}</p>
}

export function NotFoundPage() {
  const t = useTranslate()
  return (
    <Outside>
      <main className="centre" id="main" tabIndex={-1}>
        <h1 className="page-title">{t('failure-not-found-title')}</h1>
        <p className="muted">{t('failure-not-found-text')}</p>
        <KeptTexts />
        <LinkButton href="/" look="primary">{t('failure-go-home')}</LinkButton>
      </main>
    </Outside>
  )
}

export function NoEditionPage() {
  const t = useTranslate()
  return (
    <Outside>
      <main className="centre" id="main" tabIndex={-1}>
        <h1 className="page-title">{t('failure-no-edition-title')}</h1>
        <p className="muted">{t('failure-no-edition-text')}</p>
        <KeptTexts />
      </main>
    </Outside>
  )
}

export function CrashPage({ error, reset }: ErrorComponentProps) {
  const t = useTranslate()
  const router = useRouter()
  const queryErrors = useQueryErrorResetBoundary()
  useEffect(() => { queryErrors.reset() }, [queryErrors])
  const signedOut = error instanceof Refused && error.status === 401
  const missing = error instanceof Refused && (error.status === 404 || error.status === 403)
  if (missing) return <NotFoundPage />
  const again = () => {
    reset()
    void router.invalidate()
  }
  if (signedOut) {
    return (
      <main className="centre" id="main">
        <h1 className="page-title">{t('failure-signed-out-title')}</h1>
        <p className="muted">{t('failure-signed-out-text')}</p>
        <LinkButton href={paths.signIn(router.state.location.href)} look="primary">{t('sign-in-title')}</LinkButton>
      </main>
    )
  }
  return (
    <Outside>
      <main className="centre" id="main" tabIndex={-1}>
        <h1 className="page-title">{error instanceof Unreachable ? t('failure-offline-title') : t('failure-crash-title')}</h1>
        <Notice tone={error instanceof Unreachable ? 'warn' : 'bad'} title={reasonOf(t, error)} urgent>
          <p>{error instanceof Unreachable ? t('failure-offline-text') : t('failure-crash-text')}</p>
        </Notice>
        <Button look="primary" onPress={again}>{t('common-try-again')}</Button>
      </main>
    </Outside>
  )
}
