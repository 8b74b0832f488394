import type { GivenMergeOrder, MergeOrder, MergePreview } from '../../shared/contract/merging.ts'
import { dayOfNumber } from '../../shared/domain/time.ts'
import type { EngineContext } from '../context.ts'
import type { Uploads } from '../imports/index.ts'
import { asProblem } from '../problem.ts'
import { newestDay } from '../workspace/index.ts'
import { compareWorkspaces } from './comparing/compare.ts'
import { compareAggregate } from './aggregate/merge-aggregate.ts'
import { readAggregate } from './aggregate/read-aggregate.ts'
import {
  calledOf,
  isAggregate,
  isSameAggregate,
  isUnchanged,
  refuseBesideWhole,
  settled,
} from './merge-workspaces.ts'
import { readMerged } from './merging.store.ts'
import { keyFileOfOther, openOther } from './opening/keys-of-others.ts'
import { openOtherWorkspace } from './opening/other-workspace.ts'
import { placeOf, type Place } from './opening/place.ts'
import { lastingUid } from './opening/who-it-is.ts'
import { readHoldings } from './reading.store.ts'
import { compareSessions } from './sessions.ts'

/** What merging a workspace would do; nothing is written, here or there. What cannot be read says so in `error`. */
export async function previewMerge(
  context: EngineContext,
  uploads: Uploads,
  order: GivenMergeOrder,
): Promise<MergePreview> {
  let shown = calledOf(order)
  let giveBack = () => {}
  try {
    const place = placeOf(uploads, order)
    shown = place.shown
    giveBack = await openOther(uploads, order)
    const self = { folder: context.workspaceDir, uid: lastingUid(context.read) }
    if (isAggregate(place.path)) return previewAggregate(context, order, place, self.uid)
    const other = await openOtherWorkspace(place, self, keyFileOfOther(order, place))
    try {
      const standing = settled(order, other, readMerged(context.read))
      const { name, choices, before } = standing
      const day = newestDay(other.database)
      return {
        place: place.shown,
        name,
        form: 'workspace',
        holdings: readHoldings(other.database),
        sessions: compareSessions(other.database, context.read, before?.id ?? null),
        newestDay: day === undefined ? null : dayOfNumber(day),
        mergedAt: before && before.undoneAt === null ? before.mergedAt : null,
        isUnchanged: isUnchanged(context.read, other, standing),
        comparison: compareWorkspaces(context.read, other.database, {
          name,
          choices,
          exceptOf: before?.id ?? null,
        }),
        error: null,
        asksForKey: false,
      }
    } finally {
      other.close()
    }
  } catch (error) {
    const problem = asProblem(error)
    if (!problem) throw error
    return {
      place: shown,
      name: null,
      form: null,
      holdings: null,
      sessions: null,
      newestDay: null,
      mergedAt: null,
      isUnchanged: false,
      comparison: null,
      error: problem.message,
      asksForKey: problem.code === 'KEY_NEEDED' || problem.code === 'KEY_WRONG',
    }
  } finally {
    giveBack()
  }
}

function previewAggregate(
  context: EngineContext,
  order: MergeOrder,
  { path: where, shown: place }: Place,
  selfUid: string | undefined,
): MergePreview {
  const opened = readAggregate(where, place, selfUid)
  const { file } = opened
  const { name, before } = settled(order, file.workspace, readMerged(context.read))
  refuseBesideWhole(before)
  return {
    place,
    name,
    form: 'aggregate',
    holdings: {
      imports: 1,
      contacts: file.contacts.reduce((sum, [, , , sums]) => sum + (sums[0] ?? 0), 0),
      conversations: 0,
      evaluations: 0,
      surveys: 0,
      shifts: 0,
    },
    sessions: null,
    newestDay: file.newestDay,
    mergedAt: before && before.undoneAt === null ? before.mergedAt : null,
    isUnchanged: isSameAggregate(before, opened),
    comparison: compareAggregate(context.read, file, { name, exceptOf: before?.id ?? null }),
    error: null,
    asksForKey: false,
  }
}
