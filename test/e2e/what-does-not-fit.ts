import type { Page } from 'playwright-core'

/**
 * What does not fit: parts of the page that scroll sideways, and what one presses or types into that stays out of the window, or under something else,
 * also once it was scrolled to. A table or a chart may scroll in a box of its own.
 */
export async function whatDoesNotFit(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wrong: string[] = []
    const whole = document.scrollingElement!
    if (whole.scrollWidth > innerWidth) wrong.push(`the page is ${whole.scrollWidth} px wide`)
    for (const part of document.querySelectorAll<HTMLElement>('main, aside, nav'))
      if (part.scrollWidth > part.clientWidth + 1)
        wrong.push(`${part.tagName.toLowerCase()} scrolls to ${part.scrollWidth} of ${part.clientWidth} px`)
    const name = (control: Element) =>
      `${control.tagName.toLowerCase()} "${(control.getAttribute('aria-label') ?? control.textContent ?? '').trim().slice(0, 40)}"`
    const moved = new Map<Element, [left: number, top: number]>()
    const remember = (from: Element) => {
      for (let at: Element | null = from; at !== null; at = at.parentElement)
        if (!moved.has(at)) moved.set(at, [at.scrollLeft, at.scrollTop])
    }
    const controls = document.querySelectorAll<HTMLElement>(
      ':is(main, aside, nav) :is(a[href], button, input, select, textarea, [role=tab], [role=slider])',
    )
    for (const control of controls) {
      // a box that is drawn by its label has the place of that
      const isDrawnByLabel = control.matches('input:is([type=checkbox], [type=radio])')
      const seen = isDrawnByLabel ? (control.closest('label') ?? control.parentElement ?? control) : control
      const isSeen = seen.checkVisibility({ visibilityProperty: true }) && seen.getClientRects().length > 0
      if (!control.isConnected || !isSeen || control.matches('[type=file], .visually-hidden, :disabled'))
        continue
      remember(seen)
      seen.scrollIntoView({ block: 'center', inline: 'center' })
      const box = seen.getBoundingClientRect()
      if (box.width < 2 || box.height < 2) continue
      const isOut =
        box.left < -1 || box.right > innerWidth + 1 || box.top < -1 || box.bottom > innerHeight + 1
      const isLarge = box.width > innerWidth || box.height > innerHeight
      if (isOut && !isLarge) {
        wrong.push(`${name(control)} lies outside: ${Math.round(box.left)} to ${Math.round(box.right)} px`)
        continue
      }
      // of words that go on in the next line, the first line
      const line = seen.getClientRects()[0]!
      const middle = document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2)
      const isHit = middle !== null && (seen.contains(middle) || middle.contains(seen))
      const isLabelled = middle?.closest('label')?.contains(control) === true
      if (!isHit && !isLabelled && !isLarge) wrong.push(`${name(control)} lies under something`)
    }
    for (const [element, [left, top]] of moved) element.scrollTo(left, top)
    return [...new Set(wrong)]
  })
}
