import { basename } from 'node:path'

/** What a file's name says about the contact in it. Hints only: what the file itself says goes first. */
export interface FileNameHints {
  contactRef: string | null
  agentName: string | null
  /** UTC milliseconds, where the name says that it is UTC. */
  utcMs: number | null
  /** 'YYYY-MM-DD HH:MM:SS' in an unnamed time zone, where it does not. */
  localTime: string | null
  isRedacted: boolean
}

const contactId = /(?:^|[^0-9a-f])([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![0-9a-f])/i

/**
 * Reads names such as '<contact id>_analysis_2024-03-01T09:15:00Z.json' (Contact Lens, also with
 * '_redacted_'), '<contact id>_20240301T09:15_UTC.wav' (Amazon Connect) and
 * 'Auto0_GUID_000_AGENT_ChrisL_DT_2025-02-19T06-01-22_Mono.wav' (call analytics).
 */
export function fileNameHints(path: string): FileNameHints {
  const stem = basename(path).replace(/\.[A-Za-z0-9]{1,5}$/, '')
  const time = timeIn(stem)
  return {
    contactRef: contactId.exec(stem)?.[1] ?? /(?:^|_)GUID_([^_]+)/.exec(stem)?.[1] ?? loneId(stem),
    agentName: /(?:^|_)AGENT_([^_]+)/.exec(stem)?.[1] ?? null,
    utcMs: time !== null && time.isUtc ? Date.parse(`${time.text.replace(' ', 'T')}Z`) : null,
    localTime: time !== null && !time.isUtc ? time.text : null,
    isRedacted: /(^|[_-])redacted([_-]|$)/i.test(stem),
  }
}

function timeIn(stem: string): { text: string; isUtc: boolean } | null {
  const match =
    /(\d{4})-?(\d{2})-?(\d{2})[T_ ](\d{2})[:_-]?(\d{2})(?:[:_-]?(\d{2}))?(?:[.,]\d+)?(Z|_UTC)?(?!\d)/.exec(
      stem,
    )
  if (match === null) return null
  const [, year, month, day, hour, minute, second = '00', zone] = match
  const text = `${year}-${month}-${day} ${hour}:${minute}:${second}`
  const instant = new Date(`${text.replace(' ', 'T')}Z`)
  if (Number.isNaN(instant.getTime()) || !instant.toISOString().startsWith(`${year}-${month}-${day}`))
    return null
  return { text, isUtc: zone !== undefined }
}

/** A name that is nothing but an id: digits, or a long hexadecimal number with digits in it. */
function loneId(stem: string): string | null {
  return /^\d{6,}$/.test(stem) || (/^[0-9a-f]{12,64}$/i.test(stem) && /\d/.test(stem)) ? stem : null
}
