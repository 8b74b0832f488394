import { plural, t } from '#speech'
import { perCent } from '../../../shared/domain/format.ts'
import { formatNumber } from '../../../shared/speech/numbers.ts'
import { wilsonInterval } from '../wilson-interval.ts'

/** The only numbers of double-scored answers at which promotion is tested: looking at every one would promote by luck. */
export const LOOKS: readonly number[] = [50, 100, 200, 400]

const LEAST_AGREEMENT = 0.8
const LEAST_AC1 = 0.6
const LEAST_FAIL_RECALL = 0.7
export const FEWEST_FAILS = 10

/** Counts of double-scored answers, and Gwet's AC1 of the same answers with its lower bound (null: not to be had). */
export interface GateInput {
  n: number
  agreements: number
  ac1: { value: number; low: number } | null
  /** Answers the person failed, and how many of them the scorer failed too. */
  fails: number
  failsFound: number
}

export interface GateCriterion {
  id: 'agreement' | 'ac1' | 'fail-recall'
  value: number | null
  /** Lower bound of the two-sided 95% interval; recall is judged by its value, and the bound is shown beside. */
  low: number | null
  threshold: number
  isPassed: boolean
}

export interface PromotionGate {
  n: number
  isLook: boolean
  /** Only ever true at a look. */
  isPassed: boolean
  criteria: GateCriterion[]
  fails: number
  failsNeeded: number
  /** What is missing, in one plain sentence; null where it is passed. */
  missing: string | null
}

const percent = (share: number) => perCent(Math.floor(share * 100 + 1e-9) / 100)

function sentence(parts: readonly string[]): string {
  const text = parts.join('; ')
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`
}

function untilNextLook(n: number, fails: number): string {
  const next = LOOKS.find((look) => look > n)
  if (next === undefined)
    return t`All looks up to ${{ last: LOOKS.at(-1) }} are used up: a changed scorer starts anew.`
  const answers = next - n
  // whoever agrees on everything and stays in shadow all the same wants to know why
  if (n > LOOKS[0]! && fails < FEWEST_FAILS)
    return fails === 0
      ? t`${plural({ answers }, { one: '# more double-scored answer', other: '# more double-scored answers' })} until the next look, which takes ${{ needed: FEWEST_FAILS }} fails: none was seen so far.`
      : t`${plural({ answers }, { one: '# more double-scored answer', other: '# more double-scored answers' })} until the next look, which takes ${{ needed: FEWEST_FAILS }} fails: ${plural({ fails }, { one: '# was', other: '# were' })} seen so far.`
  return t`${plural({ answers }, { one: '# more double-scored answer', other: '# more double-scored answers' })} until the next look.`
}

/**
 * Whether a scorer may move up, tested only at 50, 100, 200 and 400 double-scored answers: Wilson's lower bound of agreement
 * at least 0.80, AC1's lower bound at least 0.60, and at least 0.70 of the person's fails found, of 10 or more. All at once.
 */
export function promotionGate({ n, agreements, ac1, fails, failsFound }: GateInput): PromotionGate {
  const agreement = wilsonInterval(agreements, n)
  const recall = wilsonInterval(failsFound, fails)
  const criteria: GateCriterion[] = [
    {
      id: 'agreement',
      value: agreement?.share ?? null,
      low: agreement?.low ?? null,
      threshold: LEAST_AGREEMENT,
      isPassed: agreement !== null && agreement.low >= LEAST_AGREEMENT,
    },
    {
      id: 'ac1',
      value: ac1?.value ?? null,
      low: ac1?.low ?? null,
      threshold: LEAST_AC1,
      isPassed: ac1 !== null && ac1.low >= LEAST_AC1,
    },
    {
      id: 'fail-recall',
      value: recall?.share ?? null,
      low: recall?.low ?? null,
      threshold: LEAST_FAIL_RECALL,
      isPassed: fails >= FEWEST_FAILS && recall !== null && recall.share >= LEAST_FAIL_RECALL,
    },
  ]
  const isLook = LOOKS.includes(n)
  const isPassed = isLook && criteria.every((criterion) => criterion.isPassed)
  const common = { n, isLook, isPassed, criteria, fails, failsNeeded: FEWEST_FAILS }
  if (isPassed) return { ...common, missing: null }
  if (!isLook) return { ...common, missing: untilNextLook(n, fails) }
  const [agreed, chanceCorrected, found] = criteria
  const parts: string[] = []
  if (!agreed!.isPassed)
    parts.push(
      t`agreement may be as low as ${{ low: percent(agreed!.low ?? 0) }}, ${{ needed: percent(LEAST_AGREEMENT) }} is needed`,
    )
  if (!chanceCorrected!.isPassed)
    parts.push(
      ac1 === null
        ? t`agreement beyond chance (AC1) is not known`
        : t`agreement beyond chance (AC1) may be as low as ${{ low: formatNumber(ac1.low, 2) }}, ${{ needed: formatNumber(LEAST_AC1, 2) }} is needed`,
    )
  if (fails < FEWEST_FAILS)
    parts.push(
      fails === 0
        ? t`no fails seen, ${{ needed: FEWEST_FAILS }} are needed`
        : t`only ${{ fails }} fails seen, ${{ needed: FEWEST_FAILS }} are needed`,
    )
  else if (!found!.isPassed)
    parts.push(
      t`finds ${{ found: percent(found!.value ?? 0) }} of the fails, ${{ needed: percent(LEAST_FAIL_RECALL) }} is needed`,
    )
  return { ...common, missing: sentence(parts) }
}
