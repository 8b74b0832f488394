import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { fileToImport, importReport } from '../shared/contract/imports.ts'
import type { Job } from '../shared/contract/jobs.ts'
import { writing, type EngineContext } from './context.ts'
import { analyzeNew } from './conversations/index.ts'
import { expandOrders, importFiles, type Uploads } from './imports/index.ts'
import type { JobWork } from './jobs/index.ts'
import { writeSetting } from './store/index.ts'
import { writePreferences } from './workspace/index.ts'

const importPayload = z.object({ files: z.array(fileToImport) })

/** How each kind of job is done. `readsByItself`: conversations are read as soon as they are imported. */
export function jobWorks(
  context: EngineContext,
  uploads: Uploads,
  readsByItself: boolean,
): Record<Job['kind'], JobWork> {
  const tellChange = () =>
    context.events.emit({
      type: 'data.changed',
      topics: ['imports', 'people', 'coaching', 'conversations', 'metrics', 'workspace'],
      job: null,
    })
  return {
    async import(payload, handle, kept) {
      const { files } = importPayload.parse(payload)
      const orders = await expandOrders(uploads, files)
      const reports = await importFiles(context, orders, {
        signal: handle.signal,
        onProgress: (share, step) => handle.progress(readsByItself ? share * 0.9 : share, step),
        done: z.array(importReport).catch([]).parse(kept),
        keep: (done, database) => handle.keep(done, database),
      })
      for (const file of files)
        if ('uploadId' in file.reference) await uploads.discard(file.reference.uploadId)
      if (readsByItself && reports.some((report) => report.kind === 'transcripts' && report.error === null))
        await analyzeNew(context, {
          signal: handle.signal,
          onProgress: (share, step) => handle.progress(0.9 + share * 0.1, step),
        })
      tellChange()
      return reports
    },
    async analyze(_payload, handle) {
      const result = await analyzeNew(context, {
        signal: handle.signal,
        onProgress: (share, step) => handle.progress(share, step),
      })
      tellChange()
      return result
    },
    async sample(_payload, handle) {
      handle.progress(0.02, 'Writing the sample files')
      const { generateSample } = await import('./sample/index.ts')
      const folder = await mkdtemp(path.join(tmpdir(), 'debrief-sample-'))
      try {
        await generateSample(folder)
        await writing(context, (database) => {
          writeSetting(database, 'is-sample', 'yes')
          writePreferences(database, { timeZone: 'UTC' })
        })
        const orders = (await expandOrders(uploads, [{ reference: { path: folder } }])).map((order) => ({
          ...order,
          name: path.relative(path.basename(folder), order.name),
          keptPath: null,
        }))
        await importFiles(context, orders, {
          signal: handle.signal,
          onProgress: (share, step) => handle.progress(0.05 + share * 0.75, step),
        })
        await analyzeNew(context, {
          signal: handle.signal,
          onProgress: (share, step) => handle.progress(0.8 + share * 0.2, step),
        })
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
      tellChange()
      return null
    },
  }
}
