import { binomialAtMost } from '../../statistics/index.ts'
import type { DisputeFigures, TrustMove } from './decide-move.ts'
import { blindAnswers, type DoubleScoredAnswer } from './double-scored.ts'
import { keptPercent, keptReason } from './kept-reasons.ts'
import type { TrustStanding } from './standing.ts'
import { weightedShare } from './weighted-share.ts'

/** An answer a scorer filled in that stood as it was; `isError`: a dispute overturned it because it was wrong. */
export interface DisputableAnswer {
  scorerVersion: string
  automated: 'pass' | 'fail'
  submittedAt: number
  isDecided: number
  isError: number
}

/** As many errors as the promotion gate bears. */
const TOLERATED_ERRORS = 0.2
const FEWEST_ERRORS = 3
/** Half of 1%: fails and passes are tested each. */
const SIGNIFICANCE = 0.005

/**
 * Whether disputes take a promoted scorer back by one step. What is disputed chose itself, so that the share overturned among disputes says how
 * well people dispute and not how often the scorer errs: it enters no agreement, no chart and no test. What a dispute does prove is that one
 * answer was wrong. Of the fails (and, apart, of the passes) filled in since the last step, those are counted as wrong and **all others as right**, so
 * that the share wrong can only be too low; where it is still clearly above what is borne (an exact one-sided binomial test), the scorer goes back a
 * step, where one answer in five is given blind and a look has to be passed again. Borne is an error in five, or as many as its blind answers may
 * have had (upper 95% bound) where that is more. `at` is when it was decided: only later answers count towards the next step.
 */
export function decideByDisputes(
  standing: TrustStanding,
  evidence: { given: readonly DisputableAnswer[]; answers: readonly DoubleScoredAnswer[] },
  at: number,
): TrustMove | null {
  if (standing.state === 'shadow') return null
  for (const said of ['fail', 'pass'] as const) {
    const figures = figuresOf(standing, evidence, said)
    if (figures.errors < FEWEST_ERRORS || figures.p > SIGNIFICANCE) continue
    const { errors, answers, tolerated } = figures
    return {
      from: standing.state,
      to: standing.state === 'trusted' ? 'assist' : 'shadow',
      why: keptReason(said === 'fail' ? 'failsOverturned' : 'passesOverturned', {
        errors,
        answers,
        tolerated: keptPercent(tolerated),
      }),
      figures,
      at,
      standing: { ...standing, state: standing.state === 'trusted' ? 'assist' : 'shadow', since: at },
    }
  }
  return null
}

function figuresOf(
  standing: TrustStanding,
  { given, answers }: { given: readonly DisputableAnswer[]; answers: readonly DoubleScoredAnswer[] },
  said: 'pass' | 'fail',
): DisputeFigures {
  const own = given.filter(
    ({ scorerVersion, automated, submittedAt }) =>
      scorerVersion === standing.scorerVersion &&
      automated === said &&
      (standing.since === null || submittedAt > standing.since),
  )
  const errors = own.filter(({ isError }) => isError === 1).length
  const blind = blindAnswers(answers, standing.scorerVersion).filter(
    ({ automated }) => automated.isFail === (said === 'fail'),
  )
  const mayBeWrong =
    blind.length === 0 ? 0 : weightedShare(blind, ({ human }) => human.isFail !== (said === 'fail')).high
  const tolerated = Math.max(TOLERATED_ERRORS, mayBeWrong)
  return {
    kind: 'disputed',
    said,
    answers: own.length,
    decided: own.filter(({ isDecided }) => isDecided === 1).length,
    errors,
    tolerated,
    p: errors === 0 ? 1 : 1 - binomialAtMost(errors - 1, own.length, tolerated),
  }
}
