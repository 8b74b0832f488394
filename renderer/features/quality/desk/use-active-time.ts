import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { orpc } from '../../../app/client.ts'

const tickMs = 1000
const idleAfterMs = 60_000
const saveEveryMs = 15_000

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
  const { mutate } = useMutation(orpc.reviews.worked.mutationOptions())
  useEffect(() => {
    if (!isOpen) return
    let lastActive = Date.now()
    let unsaved = 0
    const save = () => {
      if (unsaved > 0) mutate({ id: reviewId, activeMs: unsaved })
      unsaved = 0
    }
    const onActive = () => {
      lastActive = Date.now()
    }
    const timer = setInterval(() => {
      if (isPlaying()) lastActive = Date.now()
      if (document.visibilityState !== 'visible' || Date.now() - lastActive > idleAfterMs) return
      unsaved += tickMs
      setMs((before) => before + tickMs)
      if (unsaved >= saveEveryMs) save()
    }, tickMs)
    const events = ['keydown', 'pointermove', 'pointerdown', 'wheel'] as const
    for (const event of events) window.addEventListener(event, onActive, { passive: true })
    return () => {
      clearInterval(timer)
      for (const event of events) window.removeEventListener(event, onActive)
      save()
    }
  }, [reviewId, isOpen, isPlaying, mutate])
  return ms
}
