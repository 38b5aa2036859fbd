import { WaitingPage } from '../failures'

export function DocumentPage() {
  return <WaitingPage />
}
