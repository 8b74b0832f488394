/**
 * Milliseconds of a time written as text: '00:01:02.345', '01:02,3', '1.4s', 'PT1M2.5S', or a plain number
 * of seconds '62.3'. null for anything else.
 */
export function clockMs(text: string): number | null {
  const clock = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,9}))?$/.exec(text.trim())
  if (clock !== null) {
    const [, hours = '0', minutes = '0', seconds = '0', fraction = '0'] = clock
    return Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(`${seconds}.${fraction}`)) * 1000)
  }
  const iso = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/.exec(text)
  if (iso !== null && text.length > 2) {
    return Math.round((Number(iso[1] ?? 0) * 3600 + Number(iso[2] ?? 0) * 60 + Number(iso[3] ?? 0)) * 1000)
  }
  const seconds = /^(\d+(?:\.\d+)?)\s?s?$/.exec(text.trim())
  return seconds === null ? null : Math.round(Number(seconds[1]) * 1000)
}
