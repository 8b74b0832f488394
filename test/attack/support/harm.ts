import type { BrowserContext, Page } from 'playwright-core'

/** What a page or a document may have that would be harm otherwise. */
export interface Allowed {
  /** The origin it is served from; null for a document on a disk, which has none to ask. */
  origin: string | null
  /** The one script that stands in it. */
  script?: string
}

/** Whatever a hostile text made happen in the pages of one browser. */
export interface Watch {
  /** Marks whose script ran, addresses that were asked for, refusals of the security policy, errors, windows and dialogs. */
  harm: string[]
  close(): void
}

/** Watches all pages of a context from now on: `hurt` is there for every script that should not run. */
export async function watch(context: BrowserContext, isOwn: (address: string) => boolean): Promise<Watch> {
  const harm: string[] = []
  await context.exposeBinding('hurt', (_source, mark: unknown) => void harm.push(`ran: ${String(mark)}`))
  await context.exposeBinding(
    'policyBroken',
    (_source, what: unknown) => void harm.push(`policy: ${String(what)}`),
  )
  await context.addInitScript(() => {
    addEventListener(
      'securitypolicyviolation',
      ({ violatedDirective, blockedURI, sample, sourceFile, lineNumber }) => {
        const tell = (globalThis as unknown as { policyBroken?: (what: string) => void }).policyBroken
        tell?.(`${violatedDirective} ${blockedURI} ${sample} ${sourceFile}:${lineNumber}`)
      },
    )
  })
  const onPage = (page: Page) => {
    page.on('request', (request) => {
      const address = request.url()
      if (!isOwn(address)) harm.push(`asked for: ${address.slice(0, 200)}`)
    })
    page.on('pageerror', (error) => harm.push(`error: ${error.message.slice(0, 300)}`))
    page.on('console', (message) => {
      // a call that was refused in a sentence did what it should
      if (message.type() === 'error' && !/the server responded with a status of 4\d\d/.test(message.text()))
        harm.push(`console: ${message.text().slice(0, 300)} ${message.location().url}`)
    })
    page.on('popup', (popup) => harm.push(`window: ${popup.url().slice(0, 200)}`))
    page.on('dialog', (dialog) => {
      harm.push(`dialog: ${dialog.message().slice(0, 200)}`)
      void dialog.dismiss()
    })
    page.on('framenavigated', (frame) => {
      if (!isOwn(frame.url())) harm.push(`went to: ${frame.url().slice(0, 200)}`)
    })
  }
  context.on('page', onPage)
  return { harm, close: () => context.off('page', onPage) }
}

/**
 * Elements and attributes that a text must never have become, one line each; and every text of the page, its attributes and fields, to see which
 * hostile ones it shows.
 */
export function lookAt(page: Page, allowed: Allowed): Promise<{ harm: string[]; shown: string }> {
  return page.evaluate(({ origin, script }) => {
    const harm: string[] = []
    const shown: string[] = []
    const mark = /zx\d+y\d+z|evil\.example/i
    const never = [
      'iframe',
      'frame',
      'frameset',
      'object',
      'embed',
      'base',
      'applet',
      'portal',
      'math',
      'animate',
      'set',
      'foreignobject',
      'marquee',
      'template',
      'noscript',
    ]
    const addresses = [
      'href',
      'src',
      'action',
      'formaction',
      'xlink:href',
      'poster',
      'data',
      'background',
      'ping',
      'cite',
      'srcset',
      'manifest',
      'codebase',
      'lowsrc',
    ]
    const isHarmless = (address: string): boolean => {
      if (address.trim() === '' || address.startsWith('#')) return true
      let url: URL
      try {
        url = new URL(address, document.baseURI)
      } catch {
        return false
      }
      if (url.protocol === 'blob:') return true
      if (url.protocol === 'data:')
        return /^data:(audio\/wav|image\/(png|jpeg|svg\+xml))[;,]/.test(address) && !mark.test(address)
      return origin !== null && url.origin === origin
    }
    const tell = (element: Element, what: string) =>
      harm.push(`${what}: ${element.outerHTML.slice(0, 160).replaceAll('\n', ' ')}`)
    const walk = (root: ParentNode) => {
      for (const element of root.querySelectorAll('*')) {
        const name = element.localName.toLowerCase()
        if (element.shadowRoot) walk(element.shadowRoot)
        if (never.includes(name)) tell(element, 'element')
        if (name === 'script') {
          const text = element.textContent ?? ''
          if (text !== '' && text !== script) tell(element, 'script')
        }
        if (name === 'style' && mark.test(element.textContent ?? '')) tell(element, 'style')
        if (name === 'meta' && element.getAttribute('http-equiv')?.toLowerCase() === 'refresh')
          tell(element, 'meta')
        for (const { name: attribute, value } of element.attributes) {
          const lower = attribute.toLowerCase()
          if (lower.startsWith('on') || lower === 'srcdoc') tell(element, 'attribute')
          if (addresses.includes(lower) && !isHarmless(value)) tell(element, 'address')
          if (lower === 'style' && mark.test(value)) tell(element, 'style attribute')
          if (mark.test(attribute)) tell(element, 'attribute name')
          shown.push(value)
        }
        if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
          shown.push(element.value)
      }
      // a document itself has no text content, only its elements have
      for (const { textContent } of root.children) shown.push(textContent)
    }
    walk(document)
    return { harm, shown: `${shown.join('\n')}\n${document.title}` }
  }, allowed)
}
