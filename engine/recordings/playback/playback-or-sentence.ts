import type { EngineContext } from '../../context.ts'
import { asProblem } from '../../problem.ts'
import { openPlayback } from './open-playback.ts'
import type { Playback } from './serve-playback.ts'

/** How a recording is played, or one sentence why it cannot be. */
export async function playbackOrSentence(
  context: EngineContext,
  recordingId: number,
): Promise<Playback | { sentence: string }> {
  try {
    return await openPlayback(context, recordingId)
  } catch (error) {
    const problem = asProblem(error)
    if (!problem) throw error
    return { sentence: problem.message }
  }
}
