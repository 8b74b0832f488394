import { consentIn } from '../../../../shared/domain/stated-consent.ts'
import { isObject } from '../json/record-list.ts'
import { fileNameHints, type FileNameHints } from '../file-name-hints.ts'
import type { ParsedTranscript } from '../types.ts'
import { readAnyJson } from './any-json.ts'
import { readContactLens } from './contact-lens.ts'
import { readGenesys } from './genesys.ts'
import { readHarperValley } from './harper-valley.ts'
import { textAt } from './json-fields.ts'
import { readTurnPairs } from './turn-pairs.ts'
import { readVendorJson } from './vendor-json.ts'

/** Vendors first, by their marks; what nobody claims is read by its structure. */
const oneTranscript: ((value: unknown, hints: FileNameHints) => ParsedTranscript | null)[] = [
  readContactLens,
  readGenesys,
  readHarperValley,
  readVendorJson,
]

/**
 * Every transcript in a parsed JSON file, or null when it holds none. A list of whole transcripts gives
 * one each; the file's name helps only where the file holds one.
 */
export function readTranscripts(value: unknown, fileName: string): ParsedTranscript[] | null {
  const hints = fileNameHints(fileName)
  const single = readOne(value, hints)
  if (single !== null) return [single]
  const pairs = readTurnPairs(value, hints)
  if (pairs !== null) return pairs
  if (Array.isArray(value)) {
    if (value.length === 0 || !value.every(isObject) || !value.every(hasSpeechInside))
      return readMessages(value, hints)
    const noHints = fileNameHints('')
    const many = value.map((item) => readOne(item, noHints) ?? readAnyJson(item, 'unknown', noHints))
    return many.every((one) => one !== null) ? many.map((one, index) => withContact(one, value[index])) : null
  }
  const any = readAnyJson(value, 'unknown', hints)
  return any === null ? null : [withContact(any, value)]
}

function readOne(value: unknown, hints: FileNameHints): ParsedTranscript | null {
  for (const read of oneTranscript) {
    const found = read(value, hints)
    if (found !== null && found.segments.length > 0) return withContact(found, value)
  }
  return null
}

const contactNames = [
  'contactId',
  'contact_id',
  'ContactId',
  'conversationId',
  'conversation_id',
  'call_id',
  'callId',
  'interaction_id',
  'interactionId',
  'session_id',
  'sid',
]

/** A list that is itself the speech; messages of several conversations are told apart by their id. */
function readMessages(list: unknown[], hints: FileNameHints): ParsedTranscript[] | null {
  const idName = contactNames.find(
    (name) => list.length > 0 && list.every((item) => textAt(item, name) !== null),
  )
  if (idName === undefined) {
    const any = readAnyJson(list, 'unknown', hints)
    return any === null ? null : [any]
  }
  const groups = Map.groupBy(list, (item) => textAt(item, idName) ?? '')
  const read = [...groups].map(([contactRef, items]) => {
    const one = readAnyJson(items, 'unknown', groups.size === 1 ? hints : fileNameHints(''))
    return one === null ? null : { ...one, contactRef }
  })
  return read.length > 0 && read.every((one) => one !== null) ? read : null
}

function hasSpeechInside(item: unknown): boolean {
  return isObject(item) && Object.values(item).some((inner) => Array.isArray(inner) || isObject(inner))
}

/** The contact it names, and what it says of consent, wherever its format is about neither. */
function withContact(transcript: ParsedTranscript, value: unknown): ParsedTranscript {
  const given = contactNames.flatMap((name) => textAt(value, name) ?? [])[0]
  const consent = consentIn(value)
  return {
    ...transcript,
    ...(given !== undefined && { contactRef: given }),
    ...(consent !== null && { consent }),
  }
}
