import { plural, t } from '#speech'
import { formatShort } from '../../shared/speech/numbers.ts'

/** Human evaluations a figure could rest on: those drawn by chance with what they are worth, and those an import brought. */
interface ReviewedCounts {
  drawn: { observed: number; n: number }
  imported: number
}

/** Whether a metric is observed in what people evaluated, so that it matters how that was selected. */
export function isReviewed(metricId: string): boolean {
  return metricId === 'qa_score' || metricId === 'critical_failure_rate' || metricId.startsWith('question:')
}

/** `23 reviews drawn by chance, worth 18`: unequal chances make them tell less than as many equal ones. */
export function drawnWords({ observed, n }: ReviewedCounts['drawn']): string {
  const worth = formatShort(n, n < 10 ? 1 : 0)
  return n > observed - 0.05 || worth === formatShort(observed, 0)
    ? t`${plural({ reviews: observed }, { one: '# review drawn by chance', other: '# reviews drawn by chance' })}`
    : t`${plural({ reviews: observed }, { one: '# review drawn by chance', other: '# reviews drawn by chance' })}, worth ${{ worth }}`
}

function importedWords(evaluations: number): string {
  return t`${plural({ evaluations }, { one: '# imported evaluation', other: '# imported evaluations' })}`
}

/** Which evaluations a figure rests on, and which it leaves out: one or two sentences. */
export function restsOn({ drawn, imported }: ReviewedCounts, isDrawn: boolean): string {
  const [reviews, evaluations] = [drawnWords(drawn), importedWords(imported)]
  if (isDrawn)
    return imported === 0
      ? t`Rests on ${{ reviews }}.`
      : t`Rests on ${{ reviews }}. Left out: ${{ evaluations }}, as nobody knows how they were picked.`
  return drawn.observed === 0
    ? t`Rests on ${{ evaluations }}; how they were picked is unknown.`
    : t`Rests on ${{ evaluations }}; how they were picked is unknown. Left out: ${{ reviews }}, too few to compare people by yet.`
}
