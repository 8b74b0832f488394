/** The scheme of the page, and of links into the app. */
export const SCHEME = 'debrief'
/** The origin of the page, and of everything it loads. */
export const pageOrigin = `${SCHEME}://app`

/** What the page may have of the system: putting text on the clipboard, which it does on a click. */
export const permissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write'])

/** Whether a page may go there: only to the app's own. */
export function mayBeVisited(url: string): boolean {
  return url.startsWith(`${pageOrigin}/`)
}

/** Whether something may be loaded into the page: the app's own files, and what the page made itself. The tools for developers load their own. */
export function mayBeLoaded(url: string): boolean {
  return mayBeVisited(url) || /^(blob:debrief:\/\/app\/|data:|devtools:)/.test(url)
}
