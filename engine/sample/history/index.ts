import { writing, type EngineContext } from '../../context.ts'
import { becomeReviewer, writeTrustSeed } from '../../quality/index.ts'
import type { SampleManifest } from '../index.ts'
import { CALENDAR, instantOf } from './calendar.ts'
import { calibrateAgain, calibrateOnce } from './calibrations.ts'
import { disputeAnswers } from './disputes.ts'
import { beginLastDraw, scoreDraws } from './drawn-reviews.ts'
import { publishForm } from './form.ts'
import { coachHolds, coachWrapUps } from './coached.ts'
import { keepFinding } from './finding.ts'
import { liveOrdinaryWeeks } from './ordinary-weeks.ts'
import { createHearing } from './hearing.ts'
import { askForReviews, drawByRisk } from './targeted-reviews.ts'
import { at, type Telling } from './telling.ts'

export { REVIEWERS } from './reviewers.ts'

const SEED = 2

/**
 * The history of two reviewers and their supervisors in the sample: a form, draws, reviews, calibrations and disputes, sessions and a finding, made through the calls that the page makes, each
 * at the time it would have happened. Where rules stand in the end is decided by the workspace, not written here.
 */
export async function bringSampleHistory(
  context: EngineContext,
  manifest: Pick<SampleManifest, 'endDay' | 'truth'>,
  signal: AbortSignal,
): Promise<void> {
  const { endDay, truth } = manifest
  await writing(context, (database) => writeTrustSeed(database, SEED))
  const form = await publishForm(at(context, instantOf(endDay, CALENDAR.published, 10)))
  const telling: Telling = {
    context,
    seed: SEED,
    endDay,
    coached: truth.coached,
    form,
    hearing: createHearing(SEED, truth.conversations),
    conversations: truth.conversations,
    refuseCancelled: () => signal.throwIfAborted(),
  }
  const planId = await scoreDraws(telling, [
    async () => {},
    async () => {
      await calibrateOnce(telling)
      await drawByRisk(telling)
    },
    () => askForReviews(telling),
  ])
  await calibrateAgain(telling)
  await disputeAnswers(telling)
  await beginLastDraw(telling, planId)
  await coachWrapUps(telling)
  await coachHolds(telling)
  await keepFinding(telling)
  await liveOrdinaryWeeks(telling, context.now())
  await becomeReviewer(context, null)
}
