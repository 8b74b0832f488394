import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { plural, t } from '#speech'
import type { EngineContext } from '../../../context.ts'
import { servePlayback } from '../../../playback.ts'
import { playbackOrSentence } from '../../../recordings/index.ts'
import type { Subject } from '../../about/index.ts'
import type { SoundOfConversation } from '../found.store.ts'

const endings: Readonly<Record<string, string>> = {
  'audio/wav': 'wav',
  'audio/mpeg': 'mp3',
  'audio/flac': 'flac',
  'audio/ogg': 'ogg',
}

/** What becomes of recordings: which go with it, and in sentences how many do not, and why. */
export function sortSounds(sounds: readonly SoundOfConversation[], is: Subject['is']) {
  const elsewhere = sounds.filter(({ isHere }) => isHere === 0).length
  // an agent hears the customer, too: what of that has to be silent is known once the words are
  const unread = is === 'agent' ? sounds.filter((one) => one.isHere !== 0 && one.isRead === 0).length : 0
  return {
    given: sounds.filter((one) => one.isHere !== 0 && (is === 'customer' || one.isRead !== 0)),
    sentences: [
      ...(elsewhere === 0
        ? []
        : [
            t`${plural({ recordings: elsewhere }, { one: 'A recording outside of the workspace: ask the controller for it.', other: '# recordings outside of the workspace: ask the controller for them.' })}`,
          ]),
      ...(unread === 0
        ? []
        : [
            t`${plural({ recordings: unread }, { one: 'A recording', other: '# recordings' })} whose words nobody has read: it is not known what of the customer has to be silent.`,
          ]),
    ],
    leftOut: elsewhere + unread,
  }
}

/** Writes one as it may be heard, with what was redacted silent. False where its file is gone or cannot be read. */
export async function writeSound(
  context: EngineContext,
  { recordingId, transcriptId }: SoundOfConversation,
  folder: string,
  signal?: AbortSignal,
): Promise<boolean> {
  const playback = await playbackOrSentence(context, recordingId)
  if ('sentence' in playback) return false
  const { body } = servePlayback(playback, new Request('http://localhost/'))
  if (body === null) return false
  await mkdir(path.join(folder, 'sound'), { recursive: true, mode: 0o700 })
  const name = `conversation-${transcriptId}.${endings[playback.contentType] ?? 'wav'}`
  await pipeline(
    Readable.from(body),
    createWriteStream(path.join(folder, 'sound', name), { flags: 'wx', mode: 0o600 }),
    ...(signal ? [{ signal }] : []),
  )
  return true
}
