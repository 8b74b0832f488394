import { t } from '#speech'
import {
  type ContactSound,
  recording as recordingShape,
  transcriptionFacts,
  type Peaks,
  type PlayableRecording,
  type Recording,
} from '../../shared/contract/recordings.ts'
import type { EngineContext } from '../context.ts'
import type { Directory } from '../people/index.ts'
import { Problem } from '../problem.ts'
import { formatName } from './decoding/index.ts'
import { silencedSpans } from './playback/silence.ts'
import {
  readRecording,
  readRecordings,
  readRecordingsOfContacts,
  type StoredRecording,
} from './recordings.store.ts'
import { thinPeaks } from './activity/index.ts'
import { readActivity, readPeaks } from './sounds.store.ts'
import { isMissing } from './whereabouts.ts'

type Viewer = Pick<EngineContext, 'read' | 'workspaceDir'>

/** Every recording, the newest conversation first. */
export function recordingList(viewer: Viewer, directory: Directory): Recording[] {
  return readRecordings(viewer.read).map((stored) => toRecording(viewer, directory, stored))
}

/** One recording; `NOT_FOUND` where there is none. */
export function recordingView(viewer: Viewer, directory: Directory, id: number): Recording {
  return toRecording(viewer, directory, existing(viewer, id))
}

/** What a screen can show of a recording's waveform: empty while nobody has listened. `NOT_FOUND` where there is none. */
export function recordingPeaks(viewer: Viewer, id: number): Peaks {
  const { channelCount } = existing(viewer, id)
  const peaks = readPeaks(viewer.read, id, channelCount)
  if (!peaks) return { perSecond: 0, channels: [] }
  const { perSecond, channels } = thinPeaks(peaks)
  return { perSecond, channels: channels.map((pairs) => Array.from(pairs)) }
}

/** What can be heard of some contacts, at most one recording each. */
export function soundsOfContacts(viewer: Viewer, interactionIds: readonly number[]): ContactSound[] {
  const heard = new Map<number, ContactSound>()
  for (const stored of readRecordingsOfContacts(viewer.read, interactionIds)) {
    const { interactionId, durationMs } = stored
    if (interactionId === null || heard.has(interactionId)) continue
    const isGone = isMissing(viewer.workspaceDir, stored)
    heard.set(interactionId, {
      interactionId,
      mediaPath: mediaPathOf(stored.id),
      durationMs,
      isMissing: isGone,
    })
  }
  return [...heard.values()]
}

function mediaPathOf(recordingId: number): string {
  return `/media/${recordingId}`
}

/** The recording of a contact as its page plays it; null where there is none. */
export function playableRecordingOf(
  viewer: Viewer,
  directory: Directory,
  interactionId: number,
): PlayableRecording | null {
  const stored = readRecordingsOfContacts(viewer.read, [interactionId])[0]
  if (!stored) return null
  return {
    ...toRecording(viewer, directory, stored),
    mediaPath: mediaPathOf(stored.id),
    silenced: silencedSpans(viewer.read, stored.id),
    activity: readActivity(viewer.read, stored.id) ?? [],
  }
}

function existing({ read }: Viewer, id: number): StoredRecording {
  const stored = readRecording(read, id)
  if (!stored) throw new Problem('NOT_FOUND', t`There is no such recording.`)
  return stored
}

function toRecording(viewer: Viewer, directory: Directory, stored: StoredRecording): Recording {
  const person = stored.personId === null ? undefined : directory.people.get(stored.personId)
  return {
    id: stored.id,
    interactionId: stored.interactionId,
    name: stored.name,
    title: stored.title,
    kind: recordingShape.shape.kind.catch(null).parse(stored.kind),
    at: stored.at,
    agent: person ? { id: person.id, name: person.name } : null,
    bytes: stored.bytes,
    format: formatName(stored),
    channelCount: stored.channelCount,
    durationMs: stored.durationMs,
    storage: stored.mediaName === null ? 'referenced' : 'copied',
    isMissing: isMissing(viewer.workspaceDir, stored),
    agentChannel: stored.agentChannel,
    agentChannelBasis: stored.agentChannelBasis,
    isHeard: stored.listenedVersion !== null,
    heardBy: stored.heardBy,
    // our own JSON; what an older version wrote differently is no fact
    transcription:
      stored.transcription === null
        ? null
        : transcriptionFacts.nullable().catch(null).parse(JSON.parse(stored.transcription)),
    hasOtherWords: stored.hasOtherWords === 1,
    problem: stored.problem,
    warnings: JSON.parse(stored.warnings) as string[],
  }
}
