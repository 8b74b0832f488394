import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { orpc } from '../../../app/client.ts'

const tickMs = 1000
const idleAfterMs = 60_000
const saveEveryMs = 15_000
/** The most that can be said at once. */
const mostAtOnceMs = 600_000

/**
 * How long somebody was at a review, in milliseconds: while the page is seen and something was done or heard within the last minute. Kept as one
 * goes, so that a crash loses a quarter of a minute at most.
 */
export function useActiveTime(
  reviewId: number,
  savedMs: number,
  isOpen: boolean,
  isPlaying: () => boolean,
): number {
  const [ms, setMs] = useState(savedMs)
  const { mutateAsync } = useMutation(orpc.reviews.worked.mutationOptions())
  useEffect(() => {
    if (!isOpen) return
    let lastActive = Date.now()
    let unsaved = 0
    let sinceSaved = 0
    const save = () => {
      sinceSaved = 0
      const activeMs = Math.min(unsaved, mostAtOnceMs)
      if (activeMs === 0) return
      unsaved -= activeMs
      mutateAsync({ id: reviewId, activeMs }).catch(() => {
        // kept for the next time
        unsaved += activeMs
      })
    }
    const onActive = () => {
      lastActive = Date.now()
    }
    const timer = setInterval(() => {
      if (isPlaying()) lastActive = Date.now()
      if (document.visibilityState !== 'visible' || Date.now() - lastActive > idleAfterMs) return
      unsaved += tickMs
      setMs((before) => before + tickMs)
      sinceSaved += tickMs
      if (sinceSaved >= saveEveryMs) save()
    }, tickMs)
    const events = ['keydown', 'pointermove', 'pointerdown', 'wheel'] as const
    for (const event of events) window.addEventListener(event, onActive, { passive: true })
    return () => {
      clearInterval(timer)
      for (const event of events) window.removeEventListener(event, onActive)
      save()
    }
  }, [reviewId, isOpen, isPlaying, mutateAsync])
  return ms
}
