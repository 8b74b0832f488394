import { app } from 'electron'
import { askedBy, type Asked } from '../plain/arguments.ts'

/**
 * Makes this the only Debrief, and listens to what others were started with, before and after: files and links from the command line, from
 * the desktop, from a second start. False where another runs: it was told, and this one has to end.
 */
export function beTheOnlyOne(open: (asked: Asked) => void): boolean {
  if (!app.requestSingleInstanceLock()) return false
  app.on('second-instance', (_event, commandLine, directory) =>
    open(askedBy(commandLine, directory, app.isPackaged)),
  )
  app.on('open-file', (event, path) => {
    event.preventDefault()
    open({ files: [path], links: [] })
  })
  app.on('open-url', (event, link) => {
    event.preventDefault()
    open({ files: [], links: [link] })
  })
  open(askedBy(process.argv, process.cwd(), app.isPackaged))
  return true
}
