// The line under a text that says what is where. It alone is drawn anew with each letter and each second.
import { useSyncExternalStore, type ReactNode } from 'react'
import { useNow } from '../ui/now'
import { StatusLine } from '../ui/writing/status-line'
import type { Text } from './use-text'

export function TextStatus({ text, readOnly, children }: { text: Text; readOnly: boolean; children?: ReactNode }) {
  const status = useSyncExternalStore(text.status.subscribe, text.status.current)
  const now = useNow(1000)
  if (status === null) return null
  return <StatusLine status={status} readOnly={readOnly} now={now.getTime()} onRetry={text.retry}>{children}</StatusLine>
}
