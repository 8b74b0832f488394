import { app, session, type WebContents } from 'electron'
import { mayBeLoaded, mayBeVisited, permissions } from '../plain/page-limits.ts'

/** Limits every page there will ever be, also those that nobody meant to open. Before the app is ready. */
export function guardEveryPage(): void {
  app.on('web-contents-created', (_event, page) => guardPage(page))
}

function guardPage(page: WebContents): void {
  page.setWindowOpenHandler(() => ({ action: 'deny' }))
  const stay = (event: { url: string; preventDefault(): void }) => {
    if (!mayBeVisited(event.url)) event.preventDefault()
  }
  page.on('will-navigate', stay)
  page.on('will-frame-navigate', stay)
  page.on('will-redirect', stay)
  page.on('will-attach-webview', (event) => event.preventDefault())
}

/** Limits what the page may ask of the system and fetch. Once the app is ready. */
export function guardSession(): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_page, permission, decide) =>
    decide(permissions.has(permission)),
  )
  defaultSession.setPermissionCheckHandler((_page, permission) => permissions.has(permission))
  defaultSession.setDevicePermissionHandler(() => false)
  // the last line: whatever a page came to ask for, nothing of it leaves the machine
  defaultSession.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !mayBeLoaded(url) }))
}
