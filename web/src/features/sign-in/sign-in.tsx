import { useState, type FormEvent, type ReactNode } from 'react'
import { languageNames, languages, type Language } from '../../i18n/direction'
import { useTranslate } from '../../i18n/translate'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { Icon, Logo } from '../../ui/icon'
import { Notice } from '../../ui/notice'
import './sign-in.css'

/** The frame of the sign-in page, with the languages in the bar. */
export function SignInFrame({ onLanguage, children }: { onLanguage(language: Language): void; children: ReactNode }) {
  const t = useTranslate()
  return (
    <div className="app sign-in">
      <header className="bar">
        <span className="brand"><Logo />Rapporteur</span>
        <span className="grow" />
        <nav className="langlinks" aria-label={t('common-language')}>
          {languages.map((language) => (
            <button
              key={language} type="button" lang={language} dir="auto" onClick={() => { onLanguage(language) }}
              {...(t.language === language ? { 'aria-current': 'true' as const } : {})}
            >
              {languageNames[language]}
            </button>
          ))}
        </nav>
      </header>
      <main id="main" className="sign-in__main">{children}</main>
    </div>
  )
}

interface AskProps { busy: boolean; failure: string | null; onAsk(email: string): void }

/** Asks for the address that the person is known by. */
export function AskForLink({ busy, failure, onAsk }: AskProps) {
  const t = useTranslate()
  const [email, setEmail] = useState('')
  const [error, setError] = useState<string | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!/^\S+@\S+$/.test(email.trim())) {
      setError(t('sign-in-email-wrong'))
      return
    }
    setError(null)
    onAsk(email.trim())
  }
  return (
    <section className="panel sign-in__card sign-in__card--main">
      <h1 className="page-title">{t('sign-in-title')}</h1>
      <form className="sign-in__form" onSubmit={submit} noValidate>
        <TextField
          label={t('sign-in-email')} type="email" autoComplete="email" value={email} error={error} hint={t('sign-in-email-hint')}
          onChange={setEmail} autoFocus
        />
        {failure !== null && <Notice tone="bad" title={t('sign-in-not-sent')} urgent><p>{failure}</p></Notice>}
        <Button look="primary" icon="link" type="submit" className="btn--block" unavailable={busy}>{busy ? t('sign-in-sending') : t('sign-in-send')}</Button>
      </form>
      <p className="sign-in__new muted">{t('sign-in-new')}</p>
    </section>
  )
}

/** Says who has the link, without saying whether the address is known. */
export function LinkMade({ email, onAgain }: { email: string; onAgain(): void }) {
  const t = useTranslate()
  return (
    <section className="panel sign-in__card" aria-live="polite">
      <h1 className="row h2"><Icon name="server" />{t('sign-in-sent-title')}</h1>
      <p>{t('sign-in-sent-text', { email })}</p>
      <p className="hint">{t('sign-in-sent-hint')}</p>
      <Button onPress={onAgain}>{t('sign-in-other-address')}</Button>
    </section>
  )
}

interface UseProps {
  /** Whom the link signs in, once the server has said so. */
  account: { name: string; email: string } | null
  busy: boolean
  onUse(): void
}

/** The page behind the link: only its button uses the link up, because mail programs open links to test them. */
export function UseLink({ account, busy, onUse }: UseProps) {
  const t = useTranslate()
  return (
    <section className="panel sign-in__card sign-in__card--main">
      <h1 className="page-title">{t('sign-in-link-title')}</h1>
      <p>{account === null ? t('sign-in-link-text') : t('sign-in-link-account', account)}</p>
      <Button look="primary" className="btn--block" onPress={onUse} unavailable={busy} autoFocus>{busy ? t('sign-in-link-busy') : t('sign-in-link-continue')}</Button>
      <p className="hint">{t('sign-in-link-hint')}</p>
    </section>
  )
}

interface FailedProps {
  reason: string
  /** Who is signed in on this device all the same. */
  name: string | null
  onEnter(): void
  onNew(): void
}

export function LinkFailed({ reason, name, onEnter, onNew }: FailedProps) {
  const t = useTranslate()
  return (
    <section className="panel sign-in__card">
      <h1 className="page-title">{t('sign-in-title')}</h1>
      <Notice tone={name === null ? 'bad' : 'warn'} icon="clock" title={reason} urgent>
        <p>{name === null ? t('sign-in-failed-text') : t('sign-in-already', { name })}</p>
      </Notice>
      {name !== null && <Button look="primary" className="btn--block" onPress={onEnter}>{t('sign-in-enter')}</Button>}
      <Button {...(name === null ? { look: 'primary' as const } : {})} icon="link" className="btn--block" onPress={onNew}>{t(name === null ? 'sign-in-new-link' : 'sign-in-as-other')}</Button>
    </section>
  )
}

/** Somebody is signed in on this device, and may want to be somebody else. */
export function SignedIn({ name, onEnter, onOther }: { name: string; onEnter(): void; onOther(): void }) {
  const t = useTranslate()
  return (
    <section className="panel sign-in__card">
      <h1 className="page-title">{t('sign-in-already', { name })}</h1>
      <Button look="primary" className="btn--block" onPress={onEnter} autoFocus>{t('sign-in-enter')}</Button>
      <Button className="btn--block" onPress={onOther}>{t('sign-in-as-other')}</Button>
    </section>
  )
}
