// Pages for what went wrong: what did not happen, what is safe, what to do.
import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { useEffect, type ReactNode } from 'react'
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

function Failure({ title, text, children }: { title: string; text?: string; children?: ReactNode }) {
  return (
    <main className="centre" id="main" tabIndex={-1}>
      <h1 className="page-title">{title}</h1>
      {text && <p className="muted">{text}</p>}
      {children}
    </main>
  )
}

export function NotFoundPage() {
  const t = useTranslate()
  return (
    <Outside>
      <Failure title={t('failure-not-found-title')} text={t('failure-not-found-text')}>
        <KeptTexts />
        <LinkButton href="/" look="primary">{t('failure-go-home')}</LinkButton>
      </Failure>
    </Outside>
  )
}

export function NoEditionPage() {
  const t = useTranslate()
  return <Outside><Failure title={t('failure-no-edition-title')} text={t('failure-no-edition-text')}><KeptTexts /></Failure></Outside>
}

export function CrashPage({ error, reset }: ErrorComponentProps) {
  const t = useTranslate()
  const router = useRouter()
  const queryErrors = useQueryErrorResetBoundary()
  useEffect(() => { queryErrors.reset() }, [queryErrors])
  const status = error instanceof Refused ? error.status : null
  if (status === 404 || status === 403) return <NotFoundPage />
  if (status === 401) {
    return (
      <Failure title={t('failure-signed-out-title')} text={t('failure-signed-out-text')}>
        <LinkButton href={paths.signIn(router.state.location.href)} look="primary">{t('sign-in-title')}</LinkButton>
      </Failure>
    )
  }
  const again = () => {
    reset()
    void router.invalidate()
  }
  const [tone, what] = error instanceof Unreachable ? ['warn', 'offline'] as const : ['bad', 'crash'] as const
  return (
    <Outside>
      <Failure title={t(`failure-${what}-title`)}>
        <Notice tone={tone} title={reasonOf(t, error)} urgent><p>{t(`failure-${what}-text`)}</p></Notice>
        <Button look="primary" onPress={again}>{t('common-try-again')}</Button>
      </Failure>
    </Outside>
  )
}
