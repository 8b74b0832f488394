import { type RefObject, useLayoutEffect, useState } from 'react'

/** Where a list begins within what scrolls it, in pixels; follows what grows or shrinks above it. */
export function useListTop(list: RefObject<HTMLElement | null>, scroller: HTMLElement | null): number {
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const element = list.current
    if (!element || !scroller) return
    const measure = () =>
      setTop(
        Math.round(
          element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop,
        ),
      )
    measure()
    const observer = new ResizeObserver(measure)
    for (const child of scroller.children) observer.observe(child)
    const column = element.parentElement?.parentElement
    for (const child of column?.children ?? []) if (!child.contains(element)) observer.observe(child)
    return () => observer.disconnect()
  }, [list, scroller])
  return top
}
