/** Loads the page anew at a view, so that nothing that somebody else has seen stays in it. */
export function beginAt(view: string): void {
  window.location.hash = `#${view}`
  window.location.reload()
}
