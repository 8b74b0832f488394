/**
 * Prints an HTML document of the engine, as the browser or the app prints what one looks at. It stands in a frame nobody sees; the frame keeps the page's
 * own security policy, so that nothing in it can run.
 */
export function printHtml(html: string): void {
  const frame = document.createElement('iframe')
  frame.title = 'Print'
  frame.setAttribute('aria-hidden', 'true')
  frame.tabIndex = -1
  frame.style.cssText = 'position:fixed;inset:auto 0 0 auto;width:0;height:0;border:0'
  document.body.append(frame)
  const inner = frame.contentWindow!
  const page = inner.document
  page.open()
  page.write(html)
  page.close()
  inner.addEventListener('afterprint', () => frame.remove())
  inner.focus()
  inner.print()
}
