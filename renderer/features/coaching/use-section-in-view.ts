import { useEffect, useState } from 'react'

const ROW_PX = 120

/** Which of the page's sections one is reading: the last whose top has passed the upper third of the window. */
export function useSectionInView(ids: string[]): string | undefined {
  const [current, setCurrent] = useState(ids[0])
  useEffect(() => {
    const look = () => {
      const line = window.innerHeight / 3
      const passed = ids.flatMap((id) => {
        const top = document.querySelector(`#${id}`)?.getBoundingClientRect().top
        return top !== undefined && top <= line ? [{ id, top }] : []
      })
      const lowest = Math.max(...passed.map(({ top }) => top))
      // Side by side in a wide window, the first of a row is the one meant.
      setCurrent(passed.find(({ top }) => top > lowest - ROW_PX)?.id ?? ids[0])
    }
    look()
    // Scrolling happens inside the page's pane and does not bubble: it is caught on its way down.
    window.addEventListener('scroll', look, { capture: true, passive: true })
    return () => window.removeEventListener('scroll', look, { capture: true })
  }, [ids])
  return current
}
