import { WaitingPage } from '../failures'

export function ExportPage() {
  return <WaitingPage />
}
