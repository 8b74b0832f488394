import { useEffect, useState } from 'react'

const scrollKeys = ['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown']

/**
 * Whether the transcript follows the voice. Scrolling by hand (wheel, touch, keys, the scroll bar) turns it off; what the page scrolls by
 * itself does not.
 */
export function useFollow(scroller: HTMLElement | null): [boolean, (isFollowing: boolean) => void] {
  const [isFollowing, setIsFollowing] = useState(true)
  useEffect(() => {
    if (!scroller) return
    const stop = (event: Event) => {
      // The column beside the transcript scrolls by itself.
      if (event.target instanceof Element && event.target.closest('aside')) return
      setIsFollowing(false)
    }
    const onKey = (event: KeyboardEvent) => {
      if (
        scrollKeys.includes(event.key) &&
        !(event.target as Element).closest('input, textarea, [role="menu"]')
      )
        stop(event)
    }
    const onPointer = (event: PointerEvent) => {
      // Beside everything else only the scroll bar is the scroller itself.
      if (event.target === scroller && event.offsetX >= scroller.clientWidth) stop(event)
    }
    scroller.addEventListener('wheel', stop, { passive: true })
    scroller.addEventListener('touchmove', stop, { passive: true })
    scroller.addEventListener('keydown', onKey)
    scroller.addEventListener('pointerdown', onPointer)
    return () => {
      scroller.removeEventListener('wheel', stop)
      scroller.removeEventListener('touchmove', stop)
      scroller.removeEventListener('keydown', onKey)
      scroller.removeEventListener('pointerdown', onPointer)
    }
  }, [scroller])
  return [isFollowing, setIsFollowing]
}
