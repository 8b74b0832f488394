import { open, stat } from 'node:fs/promises'
import { plural, t } from '#speech'
import type { ImportReport } from '../../shared/contract/imports.ts'
import type { EngineContext } from '../context.ts'
import {
  combineFacts,
  factsFromNames,
  isAudioFile,
  readRecordingPreferences,
  type FoundSidecars,
} from '../recordings/index.ts'
import { readPreferences } from '../workspace/index.ts'
import type { FileOrder } from './import-order.ts'
import { shownName } from './shown-name.ts'
import { findRecordingSidecars } from './recording-sidecars.ts'

const HEAD_BYTES = 4096

/** The files to import, with what is known of the recordings among them. */
export interface DescribedOrders {
  orders: FileOrder[]
  /** Files that only describe recordings and are nothing to import themselves, with how many they describe. */
  describing: { order: FileOrder; recordings: number }[]
}

/**
 * Finds out what is known of the recordings of a batch before any of them is opened: from files beside them, and from their names, which
 * are read together, since one may settle what another leaves open. A list that describes recordings stays an import of its own where it
 * names contacts by their ids, as a contact log does: the recordings then belong to these contacts.
 */
export async function describeRecordings(
  context: EngineContext,
  orders: readonly FileOrder[],
  signal?: AbortSignal,
): Promise<DescribedOrders> {
  const isAudio = await Promise.all(orders.map(({ path }) => beginsAsAudio(path)))
  const recordings = orders.filter((_, at) => isAudio[at])
  if (recordings.length === 0) return { orders: [...orders], describing: [] }
  const others = orders.filter((_, at) => !isAudio[at])
  const timeZone = orders.find((order) => order.timeZone)?.timeZone ?? readPreferences(context.read).timeZone
  const sidecars = await findRecordingSidecars(
    recordings.map(placeOf),
    [...others.map(placeOf), ...(await besides(recordings, others))],
    {
      timeZone,
      realPaths: new Map(orders.filter(isUpload).map((order) => [order.name, order.path])),
      ...(signal && { signal }),
    },
  )
  const names = factsFromNames(
    recordings.map(placeOf),
    readRecordingPreferences(context.read).namePattern,
    timeZone,
  )
  const described = recordings.map((order, at): FileOrder => {
    const beside = sidecars.facts.get(placeOf(order))
    return { ...order, recording: beside ? combineFacts(beside, names[at]!) : names[at]! }
  })
  const isConsumed = (order: FileOrder) => sidecars.consumed.has(placeOf(order)) && !isLog(sidecars, order)
  return {
    orders: [...others.filter((order) => !isConsumed(order)), ...described],
    describing: others
      .filter(isConsumed)
      .map((order) => ({ order, recordings: sidecars.consumed.get(placeOf(order)) ?? 0 })),
  }
}

/** An upload lies elsewhere under another name; what it is called is its place. */
function placeOf(order: FileOrder): string {
  return isUpload(order) ? order.name : order.path
}

function isUpload(order: FileOrder): boolean {
  return order.keptPath === null
}

/** Files of the recordings' own names that lie beside them and were not given along. */
async function besides(recordings: readonly FileOrder[], others: readonly FileOrder[]): Promise<string[]> {
  const given = new Set(others.map(({ path }) => path))
  const candidates = recordings
    .filter((order) => !isUpload(order))
    .flatMap(({ path }) => [`${path}.json`, path.replace(/\.[^./\\]+$/, '.json')])
    .filter((path) => !given.has(path))
  const found = await Promise.all(
    candidates.map(async (path) => ((await stat(path).catch(() => null))?.isFile() ? path : null)),
  )
  return found.filter((path) => path !== null)
}

function isLog({ consumed, facts }: FoundSidecars, order: FileOrder): boolean {
  const isList = (consumed.get(placeOf(order)) ?? 0) > 1 || !/\.json$/i.test(order.name)
  return isList && [...facts.values()].some(({ contactRef }) => contactRef !== null)
}

/** What is told of a file that only described recordings. */
export function sidecarReport({ order, recordings: n }: DescribedOrders['describing'][number]): ImportReport {
  return {
    file: shownName(order.name),
    kind: 'recordings',
    source: null,
    confidence: null,
    rows: { read: 0, added: 0, updated: 0, unchanged: 0, quarantined: 0 },
    mapping: [],
    warnings: [
      t`It describes ${plural({ recordings: n }, { one: 'one recording', other: '# recordings' })} and was read with them.`,
    ],
    importId: null,
    error: null,
  }
}

/** What cannot be read here is told when its turn to be imported comes. */
async function beginsAsAudio(path: string): Promise<boolean> {
  try {
    const handle = await open(path, 'r')
    try {
      const head = Buffer.alloc(HEAD_BYTES)
      const { bytesRead } = await handle.read(head, 0, HEAD_BYTES, 0)
      return isAudioFile(head.subarray(0, bytesRead))
    } finally {
      await handle.close()
    }
  } catch {
    return false
  }
}
