import type { ContactFacts } from '../facts.ts'
import { isTemplateText } from '../values/placeholders.ts'
import { zoneClock } from '../../zone-clock.ts'
import type { RowBuilding } from './cells.ts'
import { durationCell, flagCell, instantCell, textCell, timeOfDayCell, wallCell, wordCell } from './cells.ts'

const DIRECTIONS = new Set(['inbound', 'outbound', 'internal'])
const DAY_MS = 86_400_000

/**
 * Makes the reader of the contact a row is about; null when the row says nothing of one. The start comes from one
 * column or from a day and a time; without an end, a mapped total duration gives it. A template left in an id gives
 * 'template'.
 */
export function contactPart(
  building: RowBuilding,
): (row: readonly string[]) => ContactFacts | null | 'template' {
  const id = textCell(building, 'contact.id')
  const leg = textCell(building, 'contact.legId')
  const started = instantCell(building, 'contact.startedAt')
  const startedDay = wallCell(building, 'contact.startedDay')
  const startedTime = timeOfDayCell(building, 'contact.startedTime')
  const ended = instantCell(building, 'contact.endedAt')
  const duration = durationCell(building, 'interaction.duration')
  const queue = textCell(building, 'contact.queue')
  const reason = textCell(building, 'contact.reason')
  const channel = textCell(building, 'contact.channel')
  const direction = wordCell(building, 'contact.direction')
  const customer = textCell(building, 'contact.customer')
  const language = textCell(building, 'contact.language')
  const consent = flagCell(building, 'contact.consent')
  const dayColumn = building.columns.first('contact.startedDay')
  const hasDay = dayColumn !== null
  const dayZone =
    dayColumn && 'timeZone' in dayColumn.transform
      ? (dayColumn.transform.timeZone ?? building.timeZone)
      : building.timeZone
  const clock = zoneClock(dayZone)
  const isMapped = building.columns.all.some(({ field }) => field.startsWith('contact.'))
  if (!isMapped) return () => null
  return (row) => {
    const contactRef = id(row)
    let startedAtMs = started(row)
    if (startedAtMs === null && hasDay) {
      const day = startedDay(row)
      if (day !== null) {
        const time = startedTime(row)
        startedAtMs = clock.instantOf(time === null ? day : Math.floor(day / DAY_MS) * DAY_MS + time)
      }
    }
    let endedAtMs = ended(row)
    const durationMs = duration(row)
    if (endedAtMs === null && durationMs !== null && startedAtMs !== null)
      endedAtMs = startedAtMs + durationMs
    const legRef = leg(row)
    const queueName = queue(row)
    const reasonName = reason(row)
    const channelName = channel(row)
    const customerRef = customer(row)
    const languageCode = language(row)
    const directionWord = direction(row)
    const isConsented = consent(row)
    if (contactRef !== null && contactRef.length < 80 && mayBeTemplate(contactRef)) return 'template'
    if (
      contactRef === null &&
      startedAtMs === null &&
      endedAtMs === null &&
      legRef === null &&
      queueName === null &&
      reasonName === null &&
      channelName === null &&
      customerRef === null &&
      languageCode === null &&
      directionWord === null &&
      isConsented === null
    ) {
      return null
    }
    return {
      contactRef,
      legRef,
      startedAtMs,
      endedAtMs,
      queue: queueName,
      reason: reasonName,
      channel: channelName,
      direction: isDirection(directionWord) ? directionWord : null,
      customer: customerRef,
      languageCode,
      consent: isConsented,
    }
  }
}

function mayBeTemplate(text: string): boolean {
  const first = text.charCodeAt(0)
  // { $ < % [
  return (
    (first === 123 || first === 36 || first === 60 || first === 37 || first === 91) && isTemplateText(text)
  )
}

function isDirection(word: string | null): word is 'inbound' | 'outbound' | 'internal' {
  return word !== null && DIRECTIONS.has(word)
}
