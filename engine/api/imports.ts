import type {
  FileReference,
  ImportRecord,
  ImportReport,
  QuarantinedRow,
  RecordingToImport,
} from '../../shared/contract/imports.ts'
import { t } from '#speech'
import { visibleText } from '../../shared/domain/visible-text.ts'
import { writable, writing, writingAtLength } from '../context.ts'
import { requireTimeZone } from '../days.ts'
import {
  countQuarantine,
  describeRecordings,
  dismissRows,
  expandOrders,
  inspectFile,
  locate,
  previewMapping,
  readImport,
  readImports,
  readQuarantine,
  readSources,
  retryQuarantine,
  shownName,
  undoImport,
  type ImportRow,
} from '../imports/index.ts'
import { hasUnread } from '../conversations/index.ts'
import { putAside } from '../backups/index.ts'
import { refuseUndoOfHeld } from '../privacy/index.ts'
import { removeUnneeded, type RecordingFacts } from '../recordings/index.ts'
import type { EngineServices } from '../services.ts'
import { Problem } from '../problem.ts'
import { tellEverything } from '../tell-everything.ts'
import { api } from './base.ts'

function toRecord(row: ImportRow): ImportRecord {
  return {
    id: row.id,
    file: row.fileName,
    source: row.source,
    kind: row.kind as ImportRecord['kind'],
    importedAt: row.importedAt,
    undoneAt: row.undoneAt,
    rows: row.rows,
    facts: JSON.parse(row.facts) as Record<string, number>,
    warnings: JSON.parse(row.warnings) as string[],
    inQuarantine: row.inQuarantine,
  }
}

function toRecordingToImport(reference: FileReference, facts: RecordingFacts): RecordingToImport {
  const { agent, direction, contactRef, queue, title, basis, warnings } = facts
  return {
    reference,
    agent: agent && visibleText(agent),
    at: facts.startedAtMs,
    direction,
    contactRef: contactRef && visibleText(contactRef),
    queue,
    title: title && shownName(title),
    hasCustomer: facts.customerRef !== null,
    basis,
    warnings: warnings.map(shownName),
  }
}

/** A door into which a page of a browser calls names no paths: only files that were uploaded through it. */
function assertReachable(context: EngineServices, reference: FileReference | undefined): void {
  if (reference && 'path' in reference && !context.takesPaths)
    throw new Problem('UNSUPPORTED', t`In the browser files are dropped or chosen, not named by their path.`)
}

export const importsApi = api.imports.router({
  inspect: api.imports.inspect.handler(async ({ context, input }) => {
    const previews = []
    for (const file of input.files) {
      assertReachable(context, file.reference)
      requireTimeZone(file.timeZone)
    }
    for (const file of input.files)
      for (const order of await expandOrders(context.uploads, [file])) {
        const reference = 'uploadId' in file.reference ? file.reference : { path: order.path }
        previews.push(await inspectFile(context.read, order, { ...file, reference }))
      }
    return previews
  }),
  sidecars: api.imports.sidecars.handler(async ({ context, input }) => {
    for (const file of input.files) assertReachable(context, file.reference)
    const references = new Map<string, FileReference>()
    const orders = []
    for (const file of input.files)
      for (const order of await expandOrders(context.uploads, [file])) {
        references.set(order.path, file.reference)
        orders.push(order)
      }
    const described = await describeRecordings(context, orders)
    return {
      describing: described.describing.map(({ order, recordings }) => ({
        reference: references.get(order.path)!,
        recordings,
      })),
      recordings: described.orders.flatMap(({ path, recording }) =>
        recording ? [toRecordingToImport(references.get(path)!, recording)] : [],
      ),
    }
  }),
  preview: api.imports.preview.handler(({ context, input }) => {
    assertReachable(context, input.reference)
    return previewMapping(locate(context.uploads, input.reference).path, input.sheet, input.mapping)
  }),
  start: api.imports.start.handler(async ({ context, input }) => {
    writable(context)
    for (const file of input.files) {
      assertReachable(context, file.reference)
      requireTimeZone(file.timeZone)
      locate(context.uploads, file.reference)
    }
    const label =
      input.files.length === 1 ? t`Importing a file` : t`Importing ${{ files: input.files.length }} files`
    return { jobId: await context.jobs.start('import', label, { files: input.files }) }
  }),
  look: api.imports.look.handler(({ context, input }) => {
    writable(context)
    for (const path of input.paths) assertReachable(context, { path })
    return context.look(input.paths)
  }),
  reports: api.imports.reports.handler(
    ({ context, input }) => (context.jobs.result(input.jobId) ?? []) as ImportReport[],
  ),
  list: api.imports.list.handler(({ context }) => readImports(context.read).map(toRecord)),
  undo: api.imports.undo.handler(async ({ context, input }) => {
    const record = await writingAtLength(context, async (database) => {
      refuseUndoOfHeld(database, input.importId)
      undoImport(database, input.importId, context.now())
      await removeUnneeded(context, putAside(context))
      tellEverything(context)
      return toRecord(readImport(database, input.importId)!)
    })
    // what stood behind the words that are gone, such as a recording's own, is read again
    if (context.readsByItself && hasUnread(context.read))
      await context.jobs.start('analyze', t`Reading conversations`, {})
    return record
  }),
  quarantine: api.imports.quarantine.handler(({ context, input }) => ({
    total: countQuarantine(context.read, input.importId ?? null),
    rows: readQuarantine(context.read, { importId: input.importId ?? null, limit: input.limit }).map(
      ({ sheet: _, ...row }): QuarantinedRow => ({
        ...row,
        columns: JSON.parse(row.columns) as string[],
        cells: JSON.parse(row.cells) as string[],
      }),
    ),
  })),
  retry: api.imports.retry.handler(async ({ context, input }) => {
    assertReachable(context, input.reference)
    const file = input.reference ? locate(context.uploads, input.reference) : null
    const report = await retryQuarantine(context, input.importId, file, input.mappings)
    tellEverything(context)
    return report
  }),
  dismiss: api.imports.dismiss.handler(({ context, input }) =>
    writing(context, (database) => {
      const dismissed = dismissRows(database, input.ids, context.now())
      context.events.emit({ type: 'data.changed', topics: ['imports', 'workspace'], job: null })
      return { dismissed }
    }),
  ),
  sources: api.imports.sources.handler(({ context }) => readSources(context.read)),
})
