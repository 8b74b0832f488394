import { Hono, type Context } from 'hono'
import type { Problem } from '../../engine/index.ts'
import { folderForSaved, putInPlace, salvageWorkspace } from '../../engine/salvaging.ts'
import { version } from '../../engine/version.ts'
import { doorPaths } from '../../shared/domain/bridge.ts'
import { sentenceOf } from '../errors.ts'
import { guardDoor, type Door } from './app.ts'
import type { Access } from './access.ts'
import { failedPage, savedPage, troublePage, troublePaths } from './trouble-page.ts'

/** What the door shows while no workspace is open. */
export interface TroubleOptions {
  problem: Problem
  /** The folder that could not be opened. */
  folder: string
  access: Access
  host(): string
  /** Opens another folder in its place; the door shows that from then on. */
  openInstead(which: 'sample' | { folder: string }): Promise<void>
  canOpenSample: boolean
}

/** The door on a workspace that is too new or damaged: one page that says so, and what it offers. No call reaches an engine. */
export function troubleApp(options: TroubleOptions): Hono<Door> {
  const { problem, folder, openInstead, canOpenSample } = options
  const app = new Hono<Door>()
  // its buttons are forms, which the page of an open workspace has none of; they are taken from this very page only
  app.use(async (context, next) => {
    await next()
    const { headers } = context.res
    const policy = headers.get('content-security-policy') ?? ''
    headers.set('content-security-policy', policy.replace("form-action 'none'", "form-action 'self'"))
    headers.set('referrer-policy', 'same-origin')
  })
  guardDoor(app, options)
  let saved: string | null = null
  const home = '<!doctype html><title>Debrief</title><meta http-equiv="refresh" content="0; url=/">'
  const answering = async (context: Context, task: () => Promise<string>) => {
    try {
      return context.html(await task())
    } catch (error) {
      return context.html(failedPage(sentenceOf(error)), 500)
    }
  }
  if (problem.code === 'WORKSPACE_DAMAGED') {
    app.post(troublePaths.salvage, (context) =>
      answering(context, async () => {
        const report = salvageWorkspace(folder, folderForSaved(folder), Date.now)
        saved = report.folder
        return savedPage(report)
      }),
    )
    app.post(troublePaths.saved, (context) =>
      answering(context, async () => {
        if (saved === null) return home
        putInPlace(folder, saved)
        saved = null
        await openInstead({ folder })
        return home
      }),
    )
  }
  if (canOpenSample)
    app.post(doorPaths.workspace, (context) =>
      answering(context, async () => {
        await openInstead('sample')
        return home
      }),
    )
  app.get('*', (context) => context.html(troublePage(problem, { folder, version, canOpenSample })))
  app.all('*', (context) => context.text(problem.message, 503))
  return app
}
