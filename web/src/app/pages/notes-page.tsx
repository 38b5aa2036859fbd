import { WaitingPage } from '../failures'

export function NotesPage() {
  return <WaitingPage />
}
