import { useEffect, useState } from 'react'

/** The time, as often as the page needs it. */
export function useNow(every: number): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => { setNow(new Date()) }, every)
    return () => { clearInterval(timer) }
  }, [every])
  return now
}
