import { t } from '#speech'
import { factsOfCaught, type CaughtName } from './caught-name.ts'
import { withoutEnding } from './compile-pattern.ts'
import { keyValuesOf } from './key-values.ts'
import { piecesOfName, type NamePiece } from './name-pieces.ts'
import type { RecordingFacts } from './recording-facts.ts'
import { recogniseByVendor } from './vendor-names.ts'
import type { WrittenMoment } from './written-moments.ts'

/**
 * What the names of a batch say without a pattern: the ways recorders and meeting tools name files, and what is plain in any name (one
 * date, one UUID, one telephone number, `AGENT_...`). What could be meant otherwise stays null; a bare name is never taken for the agent.
 */
export function recogniseNames(paths: readonly string[], timeZone: string): RecordingFacts[] {
  return factsOfCaught(paths.map(catchName), 'name', timeZone)
}

/** As `recogniseNames`, for one file; dates that its batch would settle stay open. */
export function recogniseName(path: string, timeZone: string): RecordingFacts {
  return recogniseNames([path], timeZone)[0]!
}

const LONGEST_NAME = 255
const SHORTEST_CONTACT = 6

function catchName(path: string): CaughtName | null {
  const steps = path.normalize('NFC').replaceAll('\\', '/').split('/')
  const name = withoutEnding(steps.at(-1) ?? '')
  if (name.length > LONGEST_NAME) return null
  const folders = steps.slice(0, -1).filter((folder) => folder.length <= LONGEST_NAME)
  return recogniseByVendor(name, folders) ?? catchPlain(name)
}

function catchPlain(name: string): CaughtName {
  const pieces = piecesOfName(name)
  const pairs = keyValuesOf(name)
  const contact = pairs.get('contact') ?? onlyOne(pieces, 'uuid') ?? loneId(name, pieces)
  const customer = pairs.get('customer') ?? onlyOne(pieces, 'phone')
  const moment = onlyMoment(pieces)
  const direction = directionIn(pieces)
  const facts = {
    agent: pairs.get('agent') ?? null,
    contactRef: contact !== null && contact.length >= SHORTEST_CONTACT ? contact : null,
    customerRef: customer,
    queue: pairs.get('queue') ?? null,
    direction,
    kind: pairs.has('agent') || customer !== null ? ('call' as const) : null,
  }
  return { facts, moment, warnings: severalMoments(pieces, moment) }
}

function onlyOne(pieces: readonly NamePiece[], kind: NamePiece['kind']): string | null {
  const texts = new Set(pieces.filter((piece) => piece.kind === kind).map(({ text }) => text))
  return texts.size === 1 ? [...texts][0]! : null
}

function momentsIn(pieces: readonly NamePiece[]): { text: string; moment: WrittenMoment }[] {
  const full = pieces.flatMap((piece) => (piece.kind === 'moment' ? [piece] : []))
  return full.length > 0 ? full : pieces.flatMap((piece) => (piece.kind === 'date' ? [piece] : []))
}

/** The one moment a name has; a name with two says when it begins and when it was exported, or ends: which is which, nobody knows. */
function onlyMoment(pieces: readonly NamePiece[]): WrittenMoment | null {
  const moments = momentsIn(pieces)
  return new Set(moments.map(({ text }) => text)).size === 1 ? moments[0]!.moment : null
}

function severalMoments(pieces: readonly NamePiece[], moment: WrittenMoment | null): string[] {
  return moment === null && momentsIn(pieces).length > 1
    ? [t`Its name has several dates; a pattern says which one counts.`]
    : []
}

function directionIn(pieces: readonly NamePiece[]): 'inbound' | 'outbound' | null {
  const words = pieces.filter(({ kind }) => kind === 'word').map(({ text }) => text.toLowerCase())
  const isIn = words.some((word) => word === 'inbound' || word === 'incoming')
  const isOut = words.some((word) => word === 'outbound' || word === 'outgoing')
  return isIn === isOut ? null : isIn ? 'inbound' : 'outbound'
}

/** A name that is nothing but an id: digits too few for a telephone number, or a long hexadecimal number. */
function loneId(name: string, pieces: readonly NamePiece[]): string | null {
  const isNumber =
    pieces.length === 1 && pieces[0]!.kind === 'number' && (name.length < 10 || name.length > 15)
  return isNumber || (/^[0-9a-f]{16,64}$/i.test(name) && /\d/.test(name) && /[a-f]/i.test(name)) ? name : null
}
