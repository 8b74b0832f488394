import type { Page } from 'playwright-core'

/** Waits until the page has not changed for a moment. */
export function settled(page: Page, quietMs = 120, mostMs = 3000): Promise<void> {
  return page.evaluate(
    ({ quiet, most }) =>
      new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          clearTimeout(timer)
          timer = setTimeout(done, quiet)
        })
        const done = () => {
          observer.disconnect()
          clearTimeout(timer)
          clearTimeout(end)
          resolve()
        }
        let timer = setTimeout(done, quiet)
        const end = setTimeout(done, most)
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
      }),
    { quiet: quietMs, most: mostMs },
  )
}

/** At most so many things are opened in one place: lists have the same thing in each line. */
const MOST = 7
/** What opens something to look at; whatever else a button does is left to other tests, as is what leaves the workspace for another. */
const opens =
  /^(?!.*(?:workspace|as of|as it was))(edit|change|why|details?|show|more|map|compare|merge|undo|withdraw|skip|keep|export|request|ask|prepare|history|what|add|new|publish|import|take|choose|pick|preview|open|decide|report)/i

/** Opens, one after the other, what is shut in the place the page shows, and gives what it opened. Escape shuts it again. */
export async function* openWhatIsShut(page: Page): AsyncGenerator<string> {
  const found = await page.evaluate((pattern) => {
    const looked = new RegExp(pattern, 'i')
    const kinds = new Map<string, number>()
    const names: string[] = []
    const root = document.querySelector('main') ?? document
    const all = root.querySelectorAll('[aria-expanded=false], [aria-haspopup], summary, button')
    for (const [at, element] of [...all].entries()) {
      if (element.closest('[role=tablist]') || (element as HTMLButtonElement).disabled) continue
      const name = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim()
      const isShut = element.matches('[aria-expanded=false], [aria-haspopup], summary')
      if (!isShut && !looked.test(name)) continue
      // the first of each kind
      const kind = `${element.tagName} ${element.className} ${isShut ? '' : name.slice(0, 12)}`
      const times = (kinds.get(kind) ?? 0) + 1
      kinds.set(kind, times)
      if (times > 1) continue
      element.setAttribute('data-shut', String(at))
      names.push(String(at))
    }
    return names
  }, opens.source)
  const place = page.url()
  for (const at of found.slice(0, MOST)) {
    const opened = await page.evaluate((number) => {
      const element = document.querySelector<HTMLElement>(`[data-shut="${number}"]`)
      if (!element) return null
      for (const type of ['mouseover', 'mouseenter', 'focusin'])
        element.dispatchEvent(new MouseEvent(type, { bubbles: true }))
      element.click()
      return (element.getAttribute('aria-label') ?? element.textContent ?? '').slice(0, 40)
    }, at)
    if (opened === null) continue
    await settled(page, 60, 600).catch((error: unknown) => {
      throw new Error(`"${opened}" left the page.`, { cause: error })
    })
    yield opened
    await page.keyboard.press('Escape')
    if (page.url() !== place) {
      await page.goto(place)
      await settled(page)
      return
    }
  }
}
