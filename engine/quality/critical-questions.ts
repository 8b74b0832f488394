/** A question's failures among the imported evaluations of its form. */
export interface QuestionFailures {
  questionId: number
  /** Tells questions apart the same way in every workspace. */
  stableKey: string
  scorecardId: number
  /** Whether an export marks an answer to it as failed critically. */
  isMarked: boolean
  /** The evaluations in which it got nothing and that failed critically. */
  critical: readonly number[]
  /** How many evaluations there are in which it got nothing. */
  failures: number
}

/** A question must have failed together with the form at least this often before it is taken for critical. */
const LEAST_FAILURES = 2

/**
 * The questions that are critical: those an export marks on the answer itself, and those its flag on the whole evaluation gives away.
 * The latter never failed without the form, at least twice, and explain a failure that no other question explains already: the one
 * that explains most comes first, so that a question which merely failed beside it is not taken for critical. Two that cannot be
 * told apart are neither.
 */
export function criticalQuestions(questions: readonly QuestionFailures[]): Set<number> {
  const critical = new Set(questions.filter((one) => one.isMarked).map((one) => one.questionId))
  for (const own of Map.groupBy(questions, (one) => one.scorecardId).values()) {
    const explained = new Set(own.filter((one) => one.isMarked).flatMap((one) => one.critical))
    let candidates = own.filter(
      (one) => !one.isMarked && one.failures >= LEAST_FAILURES && one.critical.length === one.failures,
    )
    while (candidates.length > 0) {
      const left = candidates
        .map((one) => ({ one, fresh: one.critical.filter((id) => !explained.has(id)) }))
        .filter(({ fresh }) => fresh.length > 0)
        .toSorted((a, b) => b.fresh.length - a.fresh.length || (a.one.stableKey < b.one.stableKey ? -1 : 1))
      const best = left[0]
      if (!best) break
      const isAlone = !left.some(
        ({ one, fresh }) =>
          one !== best.one &&
          fresh.length === best.fresh.length &&
          fresh.every((id) => best.fresh.includes(id)),
      )
      if (isAlone) critical.add(best.one.questionId)
      for (const id of best.fresh) explained.add(id)
      candidates = left.slice(1).map(({ one }) => one)
    }
  }
  return critical
}
