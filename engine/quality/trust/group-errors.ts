import { benjaminiHochberg, binomialAtMost } from '../../statistics/index.ts'
import { isAgreement, type CountedAnswer } from './double-scored.ts'
import { keptPercent, keptReason } from './kept-reasons.ts'
import type { ExcludedGroup } from './standing.ts'
import { weightedShare, type WeightedShare } from './weighted-share.ts'

const LEAST_AGREEMENT = 0.8
const LEAST_FAIL_RECALL = 0.7
const FALSE_DISCOVERY_RATE = 0.1
const FEWEST_ANSWERS = 10

const strata: readonly ExcludedGroup['stratum'][] = [
  'team',
  'language',
  'transcriptLength',
  'recognitionConfidence',
]

/** How a scorer does in one group of conversations. */
export interface GroupErrors extends ExcludedGroup {
  n: number
  agreement: WeightedShare
  /** Share of the person's fails that the scorer failed too; null where the person failed nothing. */
  failRecall: WeightedShare | null
  fails: number
  /** `holds`: agreement is clearly at 0.80 or above, and the fails found are not clearly too few. */
  verdict: 'holds' | 'fails' | 'too few to tell'
  why: string | null
}

interface Test {
  group: number
  kind: 'agreement' | 'failRecall'
  p: number
}

/**
 * A scorer's errors by team, language, length of transcript and confidence of its recognition. A group fails where agreement is
 * clearly below 0.80 or the fails found clearly below 0.70: exact one-sided binomial tests on the effective numbers, all of them
 * together at a false discovery rate of 10% (Benjamini & Hochberg 1995). Under ten answers (ten fails) nothing is tested. All
 * blind answers of the version are used, weighted by 1 / probability, so that oversampled ones weigh what they stand for.
 */
export function groupErrors(answers: readonly CountedAnswer[]): GroupErrors[] {
  const groups = strata.flatMap((stratum) =>
    [...Map.groupBy(answers, (answer) => answer.strata[stratum])].flatMap(([value, own]) => {
      if (value === null) return []
      const failed = own.filter(({ human }) => human.isFail)
      return [
        {
          stratum,
          value,
          n: own.length,
          agreement: weightedShare(own, isAgreement),
          failRecall: failed.length === 0 ? null : weightedShare(failed, ({ automated }) => automated.isFail),
          fails: failed.length,
        },
      ]
    }),
  )
  const tests = groups.flatMap(({ agreement, failRecall }, group): Test[] => {
    const found: Test[] = []
    const test = (kind: Test['kind'], { share, effectiveN }: WeightedShare, least: number) => {
      if (effectiveN >= FEWEST_ANSWERS)
        found.push({ group, kind, p: binomialAtMost(share * effectiveN, effectiveN, least) })
    }
    test('agreement', agreement, LEAST_AGREEMENT)
    if (failRecall !== null) test('failRecall', failRecall, LEAST_FAIL_RECALL)
    return found
  })
  const isFailed = benjaminiHochberg(
    tests.map(({ p }) => p),
    FALSE_DISCOVERY_RATE,
  )
  return groups.map((group, index): GroupErrors => {
    const own = tests.flatMap((test, i) =>
      test.group === index ? [{ ...test, isFailed: isFailed[i]! }] : [],
    )
    const failedKinds = new Set(own.filter((test) => test.isFailed).map(({ kind }) => kind))
    if (failedKinds.has('agreement'))
      return {
        ...group,
        verdict: 'fails',
        why: keptReason('disagreesInGroup', { share: keptPercent(group.agreement.share), n: group.n }),
      }
    if (failedKinds.has('failRecall'))
      return {
        ...group,
        verdict: 'fails',
        why: keptReason('missesInGroup', {
          share: keptPercent(group.failRecall!.share),
          fails: group.fails,
        }),
      }
    const isClear = own.length > 0 && group.agreement.low >= LEAST_AGREEMENT
    return { ...group, verdict: isClear ? 'holds' : 'too few to tell', why: null }
  })
}

/** Whether a conversation belongs to a group for which the scorer is not trusted. */
export function isExcluded(
  conversation: CountedAnswer['strata'],
  excluded: readonly ExcludedGroup[],
): boolean {
  return excluded.some(({ stratum, value }) => conversation[stratum] === value)
}
