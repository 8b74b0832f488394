import { plural, t } from '@lingui/core/macro'
import type { CalibrationFigure, CalibrationSession } from '../../../../shared/contract/calibration.ts'
import type { FormAnswer } from '../../../../shared/domain/scorecard/answers.ts'
import { optionsOf, type ScorecardQuestion } from '../../../../shared/domain/scorecard/definition.ts'
import { formatNumber, formatShare } from '../../../ui/format.ts'

/** How a session decides what is right. */
export const modeWords = { expert: t`One expert is the measure`, consensus: t`Settled together` } as const

/** How far a session is, and who is missing. */
export function stateWords(session: CalibrationSession): string {
  if (session.state === 'settled') return t`Settled`
  if (session.state === 'revealed') return t`Revealed, being settled`
  const missing = missingIn(session)
  if (!session.isOurs) return missing.length === 0 ? t`Scored, to be sent back` : t`To be scored here`
  return missing.length === 0
    ? t`Ready to reveal`
    : t`${plural(missing.length, { one: '# reviewer', other: '# reviewers' })} to come`
}

/** The reviewers who have not submitted everything. */
export function missingIn({ reviewers }: CalibrationSession): CalibrationSession['reviewers'] {
  return reviewers.filter(({ submitted, total, isLeftOut }) => submitted < total && !isLeftOut)
}

/** An answer in the form's words. */
export function answerWords(question: ScorecardQuestion, answer: FormAnswer | undefined): string {
  if (answer === undefined) return t`not asked`
  if (answer.isNotApplicable) return 'n/a'
  if (answer.number !== null) return formatNumber(answer.number, 2)
  if (question.type === 'text') return answer.text
  return optionsOf(question)
    .filter(({ id }) => answer.optionIds.includes(id))
    .map(({ label }) => label)
    .join(', ')
}

/** A coefficient as read: a share in per cent, anything else with two decimals; a dash where there is none. */
export function figureWords(figure: CalibrationFigure, kind: 'share' | 'coefficient'): string {
  if (figure.value === null) return '–'
  return kind === 'share' ? formatShare(figure.value) : formatNumber(figure.value, 2)
}

/** Its interval, or why there is none. */
export function intervalWords(figure: CalibrationFigure, kind: 'share' | 'coefficient'): string {
  if (figure.value === null) return figure.reason
  const word = (value: number) => (kind === 'share' ? formatShare(value) : formatNumber(value, 2))
  return t`${word(figure.low)} to ${word(figure.high)}`
}
