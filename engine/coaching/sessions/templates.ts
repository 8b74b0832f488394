import { z } from 'zod'
import { say, t } from '#speech'
import { NEW_TEMPLATE, type QuestionTemplate } from '../../../shared/contract/question-templates.ts'
import { SESSION_LIMITS } from '../../../shared/contract/session.ts'
import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import { Problem } from '../../problem.ts'
import { askedAs, starterScorecard } from '../../quality/index.ts'
import type { ReadableDatabase, WritableDatabase } from '../../store/index.ts'
import { writeQuestionDraft } from './question-drafts.store.ts'
import { readyTemplates } from './ready-templates.ts'
import {
  countUses,
  findRemovedTemplate,
  findTemplate,
  insertTemplate,
  markTemplateRemoved,
  readTemplates,
  updateTemplate,
  type TemplateRow,
} from './templates.store.ts'

const fallbackKey = 'anything'

const questionList = z
  .array(z.string().trim().min(1).max(SESSION_LIMITS.line))
  .min(1)
  .max(SESSION_LIMITS.questions)

/** The questions of a stored template; null where they cannot be read. */
function questionsOf(row: TemplateRow): string[] | null {
  try {
    return questionList.parse(JSON.parse(row.questions))
  } catch {
    return null
  }
}

/** Which of the ready topics a driver belongs to. */
function readyKeyOf({ id, label }: MetricDefinition): string {
  const measured = readyTemplates.find(({ drivers }) => drivers.includes(id))
  if (measured) return measured.key
  const asked = id.startsWith('auto:') ? id.slice('auto:'.length) : askedAs(starterScorecard(), label)
  return readyTemplates.find(({ asks }) => asked !== undefined && asks.includes(asked))?.key ?? fallbackKey
}

/** The questions of a workspace: the ready ones, as they were changed here, and its own; each says what is wrong with it. */
export function listTemplates(
  database: ReadableDatabase,
  definitions: ReadonlyMap<string, MetricDefinition>,
): QuestionTemplate[] {
  const rows = readTemplates(database)
  const uses = countUses(database)
  const own = rows.map((row): QuestionTemplate => {
    const id = row.readyKey === null ? `own:${row.id}` : `ready:${row.readyKey}`
    const questions = questionsOf(row)
    return {
      id,
      isChangedReady: row.readyKey !== null,
      name: row.name,
      driverId: row.driverId,
      driverLabel: row.driverId === null ? null : (definitions.get(row.driverId)?.label ?? row.driverId),
      questions: questions ?? [],
      used: uses.get(id) ?? 0,
      problem:
        questions === null
          ? t`Its questions cannot be read; write them anew or remove it. Until then the ready ones are used.`
          : row.driverId !== null && !definitions.has(row.driverId)
            ? t`What it is for is no longer measured here, so it is not suggested.`
            : null,
    }
  })
  const changed = new Set(rows.map(({ readyKey }) => readyKey))
  const untouched = readyTemplates
    .filter(({ key }) => !changed.has(key))
    .map(({ key, name, questions }): QuestionTemplate => ({
      id: `ready:${key}`,
      isChangedReady: false,
      name: say(name),
      driverId: null,
      driverLabel: null,
      questions: questions.map(say),
      used: uses.get(`ready:${key}`) ?? 0,
      problem: null,
    }))
  return [...own, ...untouched].toSorted((a, b) => a.name.localeCompare(b.name))
}

/** The questions suggested for a driver: the workspace's own for it, else the ready ones of its topic; one that is broken is passed over. */
export function suggestTemplate(
  database: ReadableDatabase,
  definitions: ReadonlyMap<string, MetricDefinition>,
  driver: MetricDefinition | undefined,
): QuestionTemplate {
  const usable = listTemplates(database, definitions).filter(({ questions }) => questions.length > 0)
  const wanted = `ready:${driver === undefined ? fallbackKey : readyKeyOf(driver)}`
  const found =
    usable.find(({ driverId }) => driver !== undefined && driverId === driver.id) ??
    usable.find(({ id }) => id === wanted)
  if (found) return found
  const key = wanted.slice('ready:'.length)
  const { name, questions } = readyTemplates.find((one) => one.key === key)!
  return {
    id: wanted,
    isChangedReady: false,
    name: say(name),
    driverId: null,
    driverLabel: null,
    questions: questions.map(say),
    used: 0,
    problem: null,
  }
}

/** A template by its id; `NOT_FOUND` where it is gone, `INVALID_INPUT` where it is broken. */
export function mustTemplate(
  database: ReadableDatabase,
  definitions: ReadonlyMap<string, MetricDefinition>,
  id: string,
): QuestionTemplate {
  const found = listTemplates(database, definitions).find((one) => one.id === id)
  if (!found) throw new Problem('NOT_FOUND', t`Those questions are no longer there; choose others.`)
  if (found.questions.length === 0)
    throw new Problem(
      'INVALID_INPUT',
      t`“${{ name: found.name }}” cannot be used: ${{ problem: found.problem ?? 'it is empty.' }}`,
    )
  return found
}

/** One sentence where a set cannot be saved as it is written; null where it can. */
function whatIsWrong({ name, questions }: { name: string; questions: readonly string[] }): string | null {
  const { questions: most, line } = SESSION_LIMITS
  if (name === '') return t`Give the questions a name.`
  if (name.length > line)
    return t`The name has ${{ length: name.length }} characters; ${{ line }} are the most.`
  if (questions.length === 0) return t`Write at least one question.`
  if (questions.length > most)
    return t`These are ${{ count: questions.length }} questions; ${{ most }} are the most.`
  const place = questions.findIndex((text) => text === '' || text.length > line)
  if (place === -1) return null
  return questions[place] === ''
    ? t`Question ${{ place: place + 1 }} is empty; write it or leave it out.`
    : t`Question ${{ place: place + 1 }} has ${{ length: questions[place]!.length }} characters; ${{ line }} are the most.`
}

/** Saves questions: new ones, changed ones, or a ready template in the workspace's own words; gives their id. `INVALID_INPUT` with a sentence for what is broken. */
export function saveTemplate(
  database: WritableDatabase,
  input: { templateId: string | null; name: string; driverId: string | null; questions: string[] },
  now: number,
): string {
  const wrong = whatIsWrong(input)
  if (wrong !== null) throw new Problem('INVALID_INPUT', wrong)
  const values = {
    name: input.name,
    driverId: input.driverId,
    questions: JSON.stringify(input.questions),
  }
  writeQuestionDraft(database, input.templateId ?? NEW_TEMPLATE, null)
  if (input.templateId === null) return `own:${insertTemplate(database, { ...values, readyKey: null }, now)}`
  const row = rowOf(database, input.templateId)
  if (row) updateTemplate(database, { ...values, id: row.id }, now)
  else if (input.templateId.startsWith('ready:'))
    insertTemplate(database, { ...values, readyKey: keyOf(input.templateId) }, now)
  else throw new Problem('NOT_FOUND', t`Those questions were removed; save them as new ones.`)
  return input.templateId
}

/** Removes own questions; of a ready template only what was changed here. Gives what brings them back; `NOT_FOUND` where there is nothing to remove. */
export function removeTemplate(database: WritableDatabase, templateId: string, now: number): string {
  const row = rowOf(database, templateId)
  if (!row)
    throw new Problem('NOT_FOUND', t`Questions that come with Debrief cannot be removed, only changed.`)
  markTemplateRemoved(database, row.id, now)
  return `own:${row.id}`
}

/** Brings removed questions back by what `removeTemplate` gave; `CONFLICT` where the same ready set was changed again since. */
export function restoreTemplate(database: WritableDatabase, undoId: string): void {
  const id = Number(undoId.slice('own:'.length))
  const removed = undoId.startsWith('own:') ? findRemovedTemplate(database, id) : undefined
  if (!removed) throw new Problem('NOT_FOUND', t`Those questions are no longer there.`)
  const { readyKey } = removed
  const standing =
    readyKey === null ? undefined : readTemplates(database).find((one) => one.readyKey === readyKey)
  if (standing)
    throw new Problem(
      'CONFLICT',
      t`“${{ name: standing.name }}” was changed again since, so the earlier wording was not brought back; reset that one first.`,
    )
  markTemplateRemoved(database, id, null)
}

function keyOf(templateId: string): string {
  const key = templateId.slice('ready:'.length)
  if (!readyTemplates.some((one) => one.key === key))
    throw new Problem('NOT_FOUND', t`Those questions are no longer there; choose others.`)
  return key
}

function rowOf(database: ReadableDatabase, templateId: string): TemplateRow | undefined {
  if (templateId.startsWith('own:')) return findTemplate(database, Number(templateId.slice('own:'.length)))
  return readTemplates(database).find(
    ({ readyKey }) => readyKey !== null && `ready:${readyKey}` === templateId,
  )
}
