import type { ShownMoment } from '../../../shared/contract/session.ts'
import type { EngineContext } from '../../context.ts'
import { clipOf } from '../../recordings/index.ts'

/** How long is played of a moment whose end is not known. */
const USUAL_MS = 8000

/** What can be heard of some moments, redacted, by the moment; those without a recording are not in it. */
export async function soundsOf(
  context: EngineContext,
  moments: readonly ShownMoment[],
  signal: AbortSignal | undefined,
): Promise<Map<ShownMoment, Buffer>> {
  const sounds = new Map<ShownMoment, Buffer>()
  for (const moment of moments) {
    const { interactionId, span } = moment.evidence
    const startMs = span?.startMs ?? null
    if (interactionId === null || startMs === null) continue
    const wanted = { startMs, endMs: span?.endMs ?? startMs + USUAL_MS }
    const clip = await clipOf(context, interactionId, wanted, signal)
    if (clip) sounds.set(moment, clip)
  }
  return sounds
}
