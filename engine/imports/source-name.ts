import path from 'node:path'
import { shownName } from './shown-name.ts'
import { withoutPeriod } from './values/periods.ts'

/**
 * A name for the source of a file whose maker is unknown: the file's name without its ending, period, dates and counters, so that next
 * month's export belongs to the same source.
 */
export function defaultSourceName(fileName: string): string {
  const stem = withoutNumbers(path.basename(fileName)).replace(/(\.[A-Za-z0-9]{1,5})+$/, '')
  const plain = withoutPeriod(stem)
    .replace(/\d{1,4}[-_.]\d{1,2}[-_.]\d{1,4}|\d{4,}|\(\d+\)/g, ' ')
    .replace(/\b(20\d\d|v?\d{1,3}|part|copy|export|final)\b/gi, ' ')
    .replace(/[\s_.\-–]+/g, ' ')
    .trim()
  return plain || stem || 'Import'
}

/** A name without what of it may not be shown. */
function withoutNumbers(name: string): string {
  const shown = shownName(name)
  return shown === name ? name : shown.replace(/\[[a-z ]+\]/g, ' ')
}
