/** Words by which exports say that a customer consented to being recorded, beside yes. */
export const CONSENT_GIVEN = [
  'yes',
  'y',
  'true',
  '1',
  'ja',
  'si',
  'sí',
  'oui',
  'sim',
  'sì',
  'given',
  'granted',
  'consented',
  'consent given',
  'accepted',
  'agreed',
  'allowed',
  'opt-in',
  'opt in',
  'optin',
  'opt_in',
  'opted in',
  'opted_in',
  'erteilt',
  'liegt vor',
  'zugestimmt',
  'eingewilligt',
  'erlaubt',
  'otorgado',
  'concedido',
  'aceptado',
  'accordé',
  'accepté',
  'gegeven',
  'akkoord',
  'aceito',
  'dato',
]

/** And that it was refused or withdrawn, beside no. */
export const CONSENT_REFUSED = [
  'no',
  'n',
  'false',
  '0',
  'nein',
  'non',
  'nee',
  'não',
  'refused',
  'denied',
  'declined',
  'rejected',
  'withdrawn',
  'revoked',
  'not given',
  'no consent',
  'opt-out',
  'opt out',
  'optout',
  'opt_out',
  'opted out',
  'opted_out',
  'do not record',
  'verweigert',
  'abgelehnt',
  'widerrufen',
  'widersprochen',
  'nicht erteilt',
  'denegado',
  'rechazado',
  'revocado',
  'refusé',
  'retiré',
  'geweigerd',
  'ingetrokken',
  'recusado',
  'negado',
  'rifiutato',
]

const given = new Set(CONSENT_GIVEN)
const refused = new Set(CONSENT_REFUSED)

/** Names of fields, letters and digits alone, that say whether a customer consented to being recorded. */
const NAMES = new Set([
  'consent',
  'recordingconsent',
  'consentrecording',
  'callrecordingconsent',
  'consentgiven',
  'consenttorecord',
  'consenttorecording',
  'consentstatus',
  'recordingconsentstatus',
  'customerconsent',
  'hasconsent',
  'hasconsented',
  'gdprconsent',
  'einwilligung',
  'einwilligungerteilt',
  'einwilligungaufzeichnung',
  'aufzeichnungseinwilligung',
  'zustimmung',
  'einverstandnis',
  'consentimiento',
  'consentimientograbacion',
  'consentement',
  'consentementenregistrement',
  'toestemming',
  'toestemmingopname',
  'consentimento',
  'consenso',
])
/** Names of those where yes says the opposite. */
const OPPOSITE_NAMES = new Set([
  'optout',
  'optedout',
  'recordingoptout',
  'optoutrecording',
  'callrecordingoptout',
  'recordingoptedout',
  'donotrecord',
  'consentrefused',
  'consentwithdrawn',
  'consentrevoked',
  'widerspruch',
  'einwilligungwiderrufen',
])

const lettersOf = (name: string) =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** What a field of this name says with yes: that consent was given (true) or refused (false); null for any other field. */
export function consentField(name: string): boolean | null {
  const letters = lettersOf(name)
  return NAMES.has(letters) ? true : OPPOSITE_NAMES.has(letters) ? false : null
}

/** Whether a cell says that consent was given; null where it says nothing of it. `means`: what yes says. */
export function consentOf(cell: unknown, means: boolean): boolean | null {
  const text = typeof cell === 'boolean' || typeof cell === 'number' ? String(cell) : cell
  if (typeof text !== 'string') return null
  const word = text.trim().toLowerCase()
  // in a field that says with yes that consent was refused, a word of refusal still says so
  const isPlainNo = /^(?:no|n|false|0|nein|non|nee|não)$/.test(word)
  if (given.has(word)) return means
  return refused.has(word) ? (isPlainNo ? !means : false) : null
}

/** What the fields of a record say, at its top or one level down; null where they say nothing. Where they contradict one another, it was refused. */
export function consentIn(record: unknown): boolean | null {
  let found: boolean | null = null
  const look = (value: unknown, depth: number) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return
    for (const [name, inner] of Object.entries(value)) {
      const means = consentField(name)
      const said = means === null ? null : consentOf(inner, means)
      if (said !== null) found = found === false ? false : said
      if (depth === 0) look(inner, 1)
    }
  }
  look(record, 0)
  return found
}
