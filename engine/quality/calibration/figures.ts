import { t } from '#speech'
import type { AgreementFigures, BesideReference } from '../../../shared/contract/calibration.ts'
import {
  agreementOf,
  meanDifference,
  prevalenceOf,
  ratingsTable,
  recallOnFails,
  wilsonInterval,
  type Coefficient,
} from '../../statistics/index.ts'
import { isFail, type Rating } from './ratings.ts'

type Rows = readonly (readonly (Rating | null)[])[]

/**
 * How far reviewers agree on one question: `rows` are items with one rating a reviewer, in the same order. "Not applicable" is an answer of its
 * own, except for the figures that need an order (weighted kappa and AC2, by the points of the answers), where it is a gap. A figure that cannot
 * be given says why.
 */
export function agreementFigures(rows: Rows): AgreementFigures {
  const table = ratingsTable(
    rows.map((row) => row.map((rating) => rating?.category ?? null)),
    'nominal',
  )
  const plain = agreementOf(table)
  const steps = ratingsTable(
    rows.map((row) => row.map((rating) => rating?.step ?? null)),
    'ordinal',
  )
  const ordered = agreementOf(steps)
  return {
    n: plain.n,
    items: plain.items,
    reviewers: plain.raters,
    percentAgreement: plain.percentAgreement,
    cohenKappa: plain.cohenKappa,
    weightedKappa: ordered.weightedKappa,
    fleissKappa: plain.fleissKappa,
    ac1: plain.ac1,
    ac2: ordered.ac2,
    alpha: plain.alpha,
    prevalence:
      plain.n === 0
        ? []
        : prevalenceOf(table).map(({ category, ...rest }) => ({ answer: category, ...rest })),
  }
}

/** The share of pairs that are alike, with Wilson's interval. */
export function shareAlike(pairs: readonly (readonly [Rating, Rating])[]): {
  n: number
  agreement: Coefficient
} {
  const alike = pairs.filter(([a, b]) => a.category === b.category).length
  const found = wilsonInterval(alike, pairs.length)
  return {
    n: pairs.length,
    agreement: found
      ? { value: found.share, low: found.low, high: found.high }
      : { value: null, reason: t`Nothing was answered by both.` },
  }
}

/** One reviewer beside answers held to be right: pairs of the reviewer's rating and the one it is measured by. */
export function besideReference(
  pairs: readonly (readonly [rating: Rating, reference: Rating])[],
): Omit<BesideReference, 'reviewer'> {
  const scored = pairs.filter(([a, b]) => a.step !== null && b.step !== null)
  const steps = ratingsTable(
    scored.map(([a, b]) => [a.step, b.step]),
    'interval',
  )
  // what the reviewer says does not apply is a fail they did not see
  const verdicts = ratingsTable(
    pairs.map((pair) => pair.map((rating) => (isFail(rating) ? 'fail' : 'no fail'))),
    'nominal',
  )
  const fails =
    pairs.length === 0
      ? {
          items: 0,
          found: 0,
          recall: { value: null, reason: t`Nothing was answered by both.` } satisfies Coefficient,
        }
      : recallOnFails(verdicts, { rater: 0, reference: 1 }, (category) => category === 'fail')
  return {
    ...shareAlike(pairs),
    bias:
      scored.length < 2
        ? { value: null, reason: t`Fewer than two answers with points were given by both.` }
        : meanDifference(steps, { rater: 0, reference: 1 }),
    fails,
  }
}
