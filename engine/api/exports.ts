import path from 'node:path'
import { writeExport } from '../exports/index.ts'
import { Problem } from '../problem.ts'
import { rankedWindow } from '../ranked-window.ts'
import { api } from './base.ts'

export const exportsApi = api.exports.router({
  write: api.exports.write.handler(({ context, input }) => {
    const { format, tables, withCustomers, directory } = input
    if (directory !== undefined && !context.takesPaths)
      throw new Problem(
        'UNSUPPORTED',
        'From the browser an export goes into the folder of the workspace; for another place use `debrief export`.',
      )
    // a name that sorts by time and is allowed on every file system
    const stamp = new Date(context.now()).toISOString().slice(0, 19).replaceAll(':', '')
    const into = directory ?? path.join(context.workspaceDir, 'exports', stamp)
    return writeExport(context.read, rankedWindow(context, input), {
      format,
      tables,
      withCustomers,
      directory: path.resolve(into),
    })
  }),
})
