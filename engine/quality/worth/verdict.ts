import { plural, t } from '#speech'
import { formatValue } from '../../../shared/domain/format.ts'
import { formatNumber } from '../../../shared/speech/numbers.ts'
import type { QuestionLink, QuestionWorth } from '../../../shared/contract/worth.ts'

/** Under so many answers nothing is said of a question. */
export const LEAST_ANSWERS = 30
/** Under so many contacts with an outcome no link is called absent. */
export const LEAST_PAIRED = 200
/** A question whose mean surely lies above this tells nobody apart. */
export const EVERYBODY_FROM = 0.95
/** Under so many conversations scored twice nothing is said of agreement. */
export const LEAST_DOUBLE = 20
/** AC1 surely under this: what the trust in automation asks for at least. */
export const LEAST_AC1 = 0.6

/** What a verdict is made of. */
export type Judged = Pick<
  QuestionWorth,
  | 'n'
  | 'drawn'
  | 'unknown'
  | 'basis'
  | 'agreement'
  | 'links'
  | 'spread'
  | 'isCritical'
  | 'isAutomatedOnly'
  | 'isOnForm'
>

/** A verdict with its reason in one sentence, and whether the question is offered for retirement. */
export type Verdict = Pick<QuestionWorth, 'verdict' | 'reason' | 'isOfferedForRetirement' | 'keptBecause'>

/**
 * What to do with a question. In this order, as each makes the next one moot: too few answers; everybody passes, so that nothing can be predicted by
 * it; reviewers do not agree, so that a link would not show; nothing is predicted, though there is enough to see it; too few contacts to see it; keep.
 */
export function verdictOf(judged: Judged): Verdict {
  const { n, agreement } = judged
  const mean = judged[judged.basis]
  if (n < LEAST_ANSWERS)
    return plain(
      'too-few',
      t`${plural({ n }, { one: '# answer', other: '# answers' })} in these days; ${{ needed: LEAST_ANSWERS }} are needed to tell.`,
    )
  if (mean.low !== null && mean.low >= EVERYBODY_FROM)
    return retiring(
      judged,
      'everybody-passes',
      t`${{ mean: percent(mean.mean!) }} of what can be reached, and surely ${{ most: percent(EVERYBODY_FROM) }} or more: it tells nobody apart.`,
    )
  if (agreement?.ac1 && agreement.items >= LEAST_DOUBLE && agreement.ac1.high < LEAST_AC1)
    return plain(
      'not-agreed',
      t`Reviewers agree too little (AC1 ${{ ac1: formatNumber(agreement.ac1.value, 2) }}, surely under ${{ least: formatNumber(LEAST_AC1, 2) }}): settle what it asks before judging it.`,
    )
  const known = judged.links.filter(isEstimated)
  const measured = known.filter(({ low }) => low > 0)
  const absent = known.filter(
    (link) => link.high < link.smallestWorthActing && link.pairedContacts >= LEAST_PAIRED,
  )
  if (
    known.length > 0 &&
    absent.length === known.length &&
    judged.links.every((link) => isEstimated(link) || link.pairedContacts === 0)
  )
    return retiring(judged, 'predicts-nothing', absence(absent))
  const [best] = measured.toSorted((one, other) => other.value - one.value)
  if (best)
    return plain(
      'keep',
      t`From the worst answer to the best, ${{ outcome: best.outcome }} rises by ${{ value: points(best.value) }} (${{ low: points(best.low) }} to ${{ high: points(best.high) }}).`,
    )
  const pinned = judged.links.find(({ basis, value }) => basis === 'pinned' && value > 0)
  if (pinned) return plain('keep', t`A supervisor set what it is worth on ${{ outcome: pinned.outcome }}.`)
  return plain('too-few', uncertain(judged.links))
}

function absence(links: readonly QuestionLink[]): string {
  const outcomes = listed(links.map(({ outcome }) => outcome))
  const contacts = formatNumber(Math.min(...links.map(({ pairedContacts }) => pairedContacts)))
  return links.every(({ high }) => high < 0)
    ? t`Where it is met, ${{ outcomes }} is lower if anything, in ${{ contacts }} contacts: nothing is gained by it.`
    : t`No measurable link with ${{ outcomes }} in ${{ contacts }} contacts.`
}

function uncertain(links: readonly QuestionLink[]): string {
  const told = links.filter(({ pairedContacts }) => pairedContacts > 0)
  if (told.length === 0)
    return t`No conversation scored on this form has a survey or a resolution, so what it predicts cannot be seen.`
  const counts = told.map(
    ({ outcome, pairedContacts }) => t`${{ contacts: formatNumber(pairedContacts) }} with ${{ outcome }}`,
  )
  return t`Of the conversations scored on this form, ${{ counts: counts.join(t` and `) }}: too few to say what it predicts.`
}

function isEstimated({ basis }: QuestionLink): boolean {
  return basis === 'within' || basis === 'within+between'
}

function plain(verdict: Verdict['verdict'], reason: string): Verdict {
  return { verdict, reason, isOfferedForRetirement: false, keptBecause: null }
}

/** Compliance is asked because it must be, not because it predicts something. */
function retiring(
  { isCritical, isAutomatedOnly, isOnForm }: Judged,
  verdict: 'everybody-passes' | 'predicts-nothing',
  reason: string,
): Verdict {
  const keptBecause = !isOnForm
    ? t`The newest form no longer asks it.`
    : isCritical
      ? t`It is critical: it is asked because it must be, so it is not offered for retirement.`
      : isAutomatedOnly && verdict === 'everybody-passes'
        ? t`Automation alone answers it and it costs no reviewer’s time, so it is not offered for retirement.`
        : null
  return { verdict, reason, isOfferedForRetirement: keptBecause === null, keptBecause }
}

const percent = (share: number) => formatValue(share, { unit: 'share', scale: null })
const points = (value: number) => t`${{ number: formatNumber(value * 100, 1) }} points`

function listed(words: readonly string[]): string {
  return words.length < 2
    ? (words[0] ?? '')
    : t`${{ first: words.slice(0, -1).join(', ') }} or ${{ last: words.at(-1) }}`
}
