import { open } from 'node:fs/promises'
import type { EngineContext } from '../context.ts'
import { factsFromNames, isAudioFile, readRecordingPreferences } from '../recordings/index.ts'
import { readPreferences } from '../workspace/index.ts'
import type { FileOrder } from './import-order.ts'

const HEAD_BYTES = 4096

/** The orders with what the names of recordings say of them, read for all of them together: one name may settle what another leaves open. */
export async function describeRecordings(
  context: EngineContext,
  orders: readonly FileOrder[],
): Promise<FileOrder[]> {
  const isAudio = await Promise.all(orders.map(({ path }) => beginsAsAudio(path)))
  const names = orders.filter((_, at) => isAudio[at]).map(({ name }) => name)
  if (names.length === 0) return [...orders]
  const facts = factsFromNames(
    names,
    readRecordingPreferences(context.read).namePattern,
    orders.find(({ timeZone }) => timeZone)?.timeZone ?? readPreferences(context.read).timeZone,
  ).values()
  return orders.map((order, at) =>
    isAudio[at] ? { ...order, recording: order.recording ?? facts.next().value! } : order,
  )
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
