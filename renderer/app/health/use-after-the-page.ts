import { useEffect, useState } from 'react'

const PAUSE_MS = 600

/** False until a page had time to be drawn: what is only for its corner must not keep the engine from it. */
export function useAfterThePage(): boolean {
  const [isDrawn, setIsDrawn] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsDrawn(true), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [])
  return isDrawn
}
