import { useEffect, useState } from 'react'

/** Which of the page's sections one is reading: the last whose top has passed the upper third of the window. */
export function useSectionInView(ids: string[]): string | undefined {
  const [current, setCurrent] = useState(ids[0])
  useEffect(() => {
    const look = () => {
      const line = window.innerHeight / 3
      const passed = ids
        .map((id) => ({ id, top: document.querySelector(`#${id}`)?.getBoundingClientRect().top }))
        .filter(({ top }) => top !== undefined && top <= line)
        .toSorted((a, b) => (a.top ?? 0) - (b.top ?? 0))
      setCurrent(passed.at(-1)?.id ?? ids[0])
    }
    look()
    // Scrolling happens inside the page's pane and does not bubble: it is caught on its way down.
    window.addEventListener('scroll', look, { capture: true, passive: true })
    return () => window.removeEventListener('scroll', look, { capture: true })
  }, [ids])
  return current
}
