import { labelId } from '../../interactions/index.ts'
import type { IdentityBook } from '../../people/index.ts'
import { questionId, scorecardId, scorecardVersionId } from '../../quality/index.ts'
import type { ReadableDatabase, WritableDatabase } from '../../store/index.ts'
import type { FactKind, FactValue, Statement } from '../../fact-kinds.ts'
import { readForm, readLabel, readNaming, readQuestion } from './other-names.store.ts'

/** What is known of another workspace while its facts are taken over. */
export interface Translation {
  theirs: ReadableDatabase
  ours: WritableDatabase
  /** What a form of theirs is called here. */
  formName: (theirName: string) => string
  /** A hash of a customer there, as a number that no customer here or elsewhere has. */
  customerHash: (theirs: number) => number
  dayOf: (instantMs: number) => number
}

/** Finds, or makes, what stands here for an id of another workspace. */
export interface Translator {
  label(id: number): number
  version(id: number): number
  question(id: number): number
  /** A statement with the ids of this workspace; `identity` finds people for one import. */
  statement(kind: FactKind, values: Statement, identity: (id: number) => number): Statement
}

const labels = new Set([
  'queue_id',
  'reason_id',
  'channel_id',
  'disposition_id',
  'stated_queue_id',
  'stated_reason_id',
])
const hashes = new Set(['customer_hash', 'stated_customer_hash'])
/** The instant a day follows from: in the time zone of this workspace it may be another one. */
const instants = ['started_at', 'evaluated_at', 'responded_at'] as const

function remembered(find: (id: number) => number): (id: number) => number {
  const known = new Map<number, number>()
  return (id) => {
    let ours = known.get(id)
    if (ours === undefined) known.set(id, (ours = find(id)))
    return ours
  }
}

/** A translator that asks for each id once. */
export function createTranslator(given: Translation): Translator {
  const { theirs, ours, formName } = given
  const label = remembered((id) => {
    const { kind, name } = readLabel(theirs, id)
    return labelId(ours, kind, name)
  })
  const version = remembered((id) => {
    const { name, formRef, version } = readForm(theirs, id)
    return scorecardVersionId(ours, { name: formName(name), formRef, version }).versionId
  })
  const question = remembered((id) => {
    const { form, ...wording } = readQuestion(theirs, id)
    const known = scorecardId(ours, formName(form.name), form.formRef)
    return questionId(ours, known, { ...wording, isCritical: wording.isCritical === 1 })
  })
  return {
    label,
    version,
    question,
    statement(kind, values, identity) {
      const result: Statement = new Map()
      for (const [column, value] of values) result.set(...translated(column, value, identity))
      const instant = instants.map((column) => result.get(column)).find((value) => value !== undefined)
      // a shift's day is the day it is planned on, whatever the clock says elsewhere
      if (kind !== 'shifts' && typeof instant === 'number' && result.has('day'))
        result.set('day', given.dayOf(instant))
      return result
    },
  }

  function translated(
    column: string,
    value: FactValue,
    identity: (id: number) => number,
  ): [string, FactValue] {
    if (column === 'identity_id') return [column, identity(Number(value))]
    if (labels.has(column)) return [column, label(Number(value))]
    if (column === 'scorecard_version_id') return [column, version(Number(value))]
    if (hashes.has(column)) return [column, given.customerHash(Number(value))]
    if (column.startsWith('answer:')) {
      const [, id, part] = column.split(':')
      return [`answer:${question(Number(id))}:${part}`, value]
    }
    return [column, value]
  }
}

/** Finds the people of one import here, by what their source there calls them. */
export function identityFinder(
  theirs: ReadableDatabase,
  bookOf: (source: string, timeZone: string) => IdentityBook,
): (id: number) => number {
  const books = new Map<string, IdentityBook>()
  return remembered((id) => {
    const { source, timeZone, externalId, name, email, otherIds } = readNaming(theirs, id)
    let book = books.get(source)
    if (!book) books.set(source, (book = bookOf(source, timeZone)))
    return book.find({
      externalId,
      name,
      email,
      ...(otherIds !== null && { otherIds: JSON.parse(otherIds) as string[] }),
    })
  })
}
