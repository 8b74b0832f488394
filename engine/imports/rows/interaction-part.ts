import type { InteractionFacts } from '../facts.ts'
import type { RowBuilding } from './cells.ts'
import { durationCell, flagCell, hasAny, textCell } from './cells.ts'

/**
 * Makes the reader of what a log says of a contact; null when it says nothing. Handle time that is not given is talk +
 * hold + after-call work where talk and after-call work are (the field's definition); not answered follows from abandoned.
 */
export function interactionPart(building: RowBuilding): (row: readonly string[]) => InteractionFacts | null {
  if (!hasAny(building, 'interaction.')) return () => null
  const wait = durationCell(building, 'interaction.waitTime')
  const talk = durationCell(building, 'interaction.talkTime')
  const hold = durationCell(building, 'interaction.holdTime')
  const acw = durationCell(building, 'interaction.acwTime')
  const handle = durationCell(building, 'interaction.handleTime')
  const duration = durationCell(building, 'interaction.duration')
  const transferred = flagCell(building, 'interaction.transferred')
  const abandoned = flagCell(building, 'interaction.abandoned')
  const answered = flagCell(building, 'interaction.answered')
  const resolved = flagCell(building, 'interaction.resolved')
  const disposition = textCell(building, 'interaction.disposition')
  const subject = textCell(building, 'interaction.subject')
  const description = textCell(building, 'interaction.description')
  const isHoldMapped = building.columns.first('interaction.holdTime') !== null
  return (row) => {
    const waitMs = wait(row)
    const talkMs = talk(row)
    const holdMs = hold(row)
    const acwMs = acw(row)
    let handleMs = handle(row)
    if (handleMs === null && talkMs !== null && acwMs !== null && (holdMs !== null || !isHoldMapped)) {
      handleMs = talkMs + acwMs + (holdMs ?? 0)
    }
    const isTransferred = transferred(row)
    const isAbandoned = abandoned(row)
    const isAnswered = answered(row) ?? (isAbandoned === null ? null : !isAbandoned)
    const isResolved = resolved(row)
    const dispositionName = disposition(row)
    const subjectText = subject(row)
    const descriptionText = description(row)
    if (
      waitMs === null &&
      talkMs === null &&
      holdMs === null &&
      acwMs === null &&
      handleMs === null &&
      isTransferred === null &&
      isAnswered === null &&
      isResolved === null &&
      dispositionName === null &&
      subjectText === null &&
      descriptionText === null &&
      duration(row) === null
    ) {
      return null
    }
    return {
      waitMs,
      talkMs,
      holdMs,
      acwMs,
      handleMs,
      isTransferred,
      isAnswered,
      isResolved,
      disposition: dispositionName,
      subject: subjectText,
      description: descriptionText,
    }
  }
}
