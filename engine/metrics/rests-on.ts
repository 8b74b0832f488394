/** Human evaluations a figure could rest on: those drawn by chance with what they are worth, and those an import brought. */
interface ReviewedCounts {
  drawn: { observed: number; n: number }
  imported: number
}

/** Whether a metric is observed in what people evaluated, so that it matters how that was selected. */
export function isReviewed(metricId: string): boolean {
  return metricId === 'qa_score' || metricId === 'critical_failure_rate' || metricId.startsWith('question:')
}

const counted = (n: number, one: string, many: string) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`

/** `23 reviews drawn by chance, worth 18`: unequal chances make them tell less than as many equal ones. */
export function drawnWords({ observed, n }: ReviewedCounts['drawn']): string {
  const words = counted(observed, 'review drawn by chance', 'reviews drawn by chance')
  const worth = n < 10 ? n.toFixed(1).replace('.0', '') : String(Math.round(n))
  return n > observed - 0.05 || worth === String(observed) ? words : `${words}, worth ${worth}`
}

/** Which evaluations a figure rests on, and which it leaves out: one or two sentences. */
export function restsOn({ drawn, imported }: ReviewedCounts, isDrawn: boolean): string {
  const importedWords = counted(imported, 'imported evaluation', 'imported evaluations')
  if (isDrawn)
    return `Rests on ${drawnWords(drawn)}.${imported === 0 ? '' : ` Left out: ${importedWords}, as nobody knows how they were picked.`}`
  const rests = `Rests on ${importedWords}; how they were picked is unknown.`
  return drawn.observed === 0
    ? rests
    : `${rests} Left out: ${drawnWords(drawn)}, too few to compare people by yet.`
}
