import { randomUUID } from 'node:crypto'
import { t } from '#speech'
import { exchangeKinds } from '../../shared/domain/exchange-files.ts'
import type { FileReference } from '../../shared/contract/imports.ts'
import type { MergeReport } from '../../shared/contract/merging.ts'
import { writable, writing } from '../context.ts'
import {
  giveBackKeys,
  givenName,
  holdKeys,
  listMerged,
  nameWorkspace,
  previewMerge,
  workspaceName,
  writeAggregate,
} from '../merging/index.ts'
import { Problem } from '../problem.ts'
import type { EngineServices } from '../services.ts'
import type { ReadableDatabase } from '../store/index.ts'
import { api } from './base.ts'

/** In the browser a folder cannot be named: only a file that was uploaded. */
function assertReachable(context: EngineServices, orders: readonly { reference: FileReference }[]): void {
  if (!context.takesPaths && orders.some(({ reference }) => 'path' in reference))
    throw new Problem(
      'UNSUPPORTED',
      t`In the browser no folder can be named; merge workspaces with \`debrief merge\` or in the desktop app.`,
    )
}

function nameOf(context: EngineServices, database: ReadableDatabase): { name: string; isGiven: boolean } {
  return { name: workspaceName(database, context.workspaceDir), isGiven: givenName(database) !== null }
}

export const mergingApi = api.merging.router({
  preview: api.merging.preview.handler(async ({ context, input }) => {
    assertReachable(context, input.orders)
    const previews = []
    for (const order of input.orders) previews.push(await previewMerge(context, context.uploads, order))
    return previews
  }),
  start: api.merging.start.handler(async ({ context, input }) => {
    writable(context)
    assertReachable(context, input.orders)
    const label =
      input.orders.length === 1
        ? t`Merging a workspace`
        : t`Merging ${{ workspaces: input.orders.length }} workspaces`
    const orders = input.orders.map(({ text: _text, ...order }) => order)
    const keysToken = randomUUID()
    await holdKeys(context.uploads, input.orders, keysToken)
    try {
      return { jobId: await context.jobs.start('merge', label, { orders, keysToken }) }
    } catch (error) {
      giveBackKeys(keysToken)
      throw error
    }
  }),
  reports: api.merging.reports.handler(
    ({ context, input }) => (context.jobs.result(input.jobId) ?? []) as MergeReport[],
  ),
  list: api.merging.list.handler(({ context }) => listMerged(context.read)),
  undo: api.merging.undo.handler(async ({ context, input }) => {
    writable(context)
    const merged = listMerged(context.read).find(({ id }) => id === input.id)
    if (!merged) throw new Problem('NOT_FOUND', t`That workspace was not merged.`)
    if (merged.undoneAt !== null)
      throw new Problem('CONFLICT', t`What came from ${{ name: merged.name }} is taken back already.`)
    return {
      jobId: await context.jobs.start('merge', t`Taking back ${{ name: merged.name }}`, { undo: input.id }),
    }
  }),
  exportAggregate: api.merging.exportAggregate.handler(({ context, input }) =>
    writing(context, (database) => {
      const file = writeAggregate(database, {
        folder: context.workspaceDir,
        hasNames: input.hasNames,
        now: context.now(),
      })
      const { contacts, observations, people, leftOut, leastInACell, workspace, writtenOn } = file
      const plain = workspace.name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').toLowerCase()
      return {
        fileName: `${plain}-${writtenOn}.${exchangeKinds.aggregate}`,
        content: JSON.stringify(file),
        people: people.length,
        cells: contacts.length + observations.length,
        leastInACell,
        leftOut: leftOut.contacts + leftOut.observations,
      }
    }),
  ),
  name: api.merging.name.handler(({ context }) => nameOf(context, context.read)),
  setName: api.merging.setName.handler(({ context, input }) =>
    writing(context, (database) => {
      nameWorkspace(database, input.name)
      context.events.emit({ type: 'data.changed', topics: ['workspace', 'merging'], job: null })
      return nameOf(context, database)
    }),
  ),
})
