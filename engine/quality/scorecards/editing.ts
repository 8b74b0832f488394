import { isDeepStrictEqual } from 'node:util'
import { plural, t } from '#speech'
import { findProblems, type FormProblem } from '../../../shared/domain/scorecard/find-problems.ts'
import type { ScorecardDefinition } from '../../../shared/domain/scorecard/definition.ts'
import { writing, type EngineContext } from '../../context.ts'
import { Problem } from '../../problem.ts'
import { inTransaction, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'
import { starterScorecard } from '../rules/index.ts'
import { questionId } from '../scorecards.store.ts'
import { definitionOf } from './definition-of.ts'
import { formOfAnswers } from './form-of-answers.ts'
import { nextVersion } from './next-version.ts'
import { starterForm } from './starter-form.ts'
import {
  deleteDraft,
  deleteScorecard,
  findScorecardNamed,
  insertDraft,
  insertScorecard,
  isScorecardUsed,
  publishDraft,
  readDraft,
  readPublished,
  readScorecard,
  readVersions,
  updateDraft,
  updateQuestion,
  updateScorecard,
  type VersionRow,
} from './versions.store.ts'

const noSuchForm = () => t`That scorecard is no longer there; go back to the list.`
const changedElsewhere = () =>
  t`This draft was changed somewhere else in the meantime; your last change was not saved. Open it again to go on from there.`

/** Starts a scorecard with a draft; gives its id. `CONFLICT` for a name that is taken. */
export function createScorecard(
  context: EngineContext,
  title: string,
  from: { kind: 'blank' } | { kind: 'starter' } | { kind: 'copy'; scorecardId: number },
): Promise<number> {
  return writing(context, (database) =>
    inTransaction(database, () => {
      refuseTakenName(database, title, null)
      const definition = { ...startingForm(database, from), title }
      const scorecardId = insertScorecard(database, title, null)
      const draft = { scorecardId, definition: JSON.stringify(definition), basedOnId: null }
      insertDraft(database, { ...draft, at: context.now() })
      return scorecardId
    }),
  )
}

function startingForm(
  database: ReadableDatabase,
  from: Parameters<typeof createScorecard>[2],
): ScorecardDefinition {
  switch (from.kind) {
    case 'blank':
      return {
        title: '',
        description: '',
        strategy: 'question-weighted',
        sections: [{ id: 'section-1', title: t`Section 1`, instructions: '', weight: null, parentId: null }],
        questions: [],
      }
    case 'starter':
      return starterForm(starterScorecard())
    case 'copy':
      return formToStartFrom(database, mustExist(database, from.scorecardId).id).definition
  }
}

/** The newest form of a scorecard, and the version it is; where only answers were imported, what these tell of it. */
function formToStartFrom(
  database: ReadableDatabase,
  scorecardId: number,
): { definition: ScorecardDefinition; basedOnId: number | null } {
  const published = readPublished(database, scorecardId)
  const definition = published && definitionOf(published)
  if (definition) return { definition, basedOnId: published.id }
  return { definition: formOfAnswers(database, scorecardId), basedOnId: null }
}

/** Opens a draft on top of what stands; does nothing where there is one. */
export async function startDraft(context: EngineContext, scorecardId: number): Promise<void> {
  await writing(context, (database) =>
    inTransaction(database, () => {
      mustExist(database, scorecardId)
      if (readDraft(database, scorecardId)) return
      const { definition, basedOnId } = formToStartFrom(database, scorecardId)
      insertDraft(database, {
        scorecardId,
        definition: JSON.stringify(definition),
        basedOnId,
        at: context.now(),
      })
    }),
  )
}

/** Saves a draft as it is, whatever is wrong with it; says what that is. `CONFLICT` where somebody else changed it since `revision`. */
export function saveDraft(
  context: EngineContext,
  input: { id: number; definition: ScorecardDefinition; revision: number },
): Promise<{ revision: number; problems: FormProblem[] }> {
  return writing(context, (database) => {
    const draft = mustHaveDraft(database, input.id)
    const isSaved = updateDraft(database, {
      id: draft.id,
      definition: JSON.stringify(input.definition),
      revision: input.revision,
      at: context.now(),
    })
    if (!isSaved) throw new Problem('CONFLICT', changedElsewhere())
    return { revision: input.revision + 1, problems: findProblems(input.definition) }
  })
}

/** Takes a draft away, and with it a scorecard that never was more. */
export function discardDraft(context: EngineContext, scorecardId: number): Promise<{ isGone: boolean }> {
  return writing(context, (database) =>
    inTransaction(database, () => {
      const draft = mustHaveDraft(database, scorecardId)
      deleteDraft(database, draft.id)
      const isGone =
        readVersions(database, scorecardId).length === 0 && !isScorecardUsed(database, scorecardId)
      if (isGone) deleteScorecard(database, scorecardId)
      return { isGone }
    }),
  )
}

/** Takes away a scorecard that nothing rests on. `CONFLICT` where something does. */
export async function removeScorecard(context: EngineContext, scorecardId: number): Promise<void> {
  await writing(context, (database) =>
    inTransaction(database, () => {
      mustExist(database, scorecardId)
      if (isScorecardUsed(database, scorecardId))
        throw new Problem(
          'CONFLICT',
          t`Reviews rest on this scorecard, so it stays: publish a version without its questions instead.`,
        )
      deleteScorecard(database, scorecardId)
    }),
  )
}

/**
 * Turns the draft into the version reviewers score on from now on. Questions keep their identity; wording and weight are those of the new
 * version. Reviews that are being filled in stay on the version they were opened on. `INVALID_INPUT` where the form has a problem that stops it.
 */
export async function publish(
  context: EngineContext,
  input: { id: number; revision: number; note: string },
): Promise<void> {
  await writing(context, (database) =>
    inTransaction(database, () => {
      const draft = mustHaveDraft(database, input.id)
      if (draft.revision !== input.revision) throw new Problem('CONFLICT', changedElsewhere())
      const definition = definitionOf(draft)!
      refuseProblems(definition)
      refuseTakenName(database, definition.title, input.id)
      const published = readPublished(database, input.id)
      if (published && isDeepStrictEqual(definitionOf(published), definition))
        throw new Problem('CONFLICT', t`Nothing was changed since the last version.`)
      const version = nextVersion(readVersions(database, input.id))
      publishDraft(database, {
        id: draft.id,
        version,
        note: input.note === '' ? null : input.note,
        at: context.now(),
      })
      stateForm(database, input.id, definition)
    }),
  )
}

/** Makes a scorecard's name, way of scoring and questions those of a form. */
export function stateForm(
  database: WritableDatabase,
  scorecardId: number,
  definition: ScorecardDefinition,
): void {
  updateScorecard(database, scorecardId, { name: definition.title, strategy: definition.strategy })
  const sections = new Map(definition.sections.map(({ id, title }) => [id, title]))
  for (const [position, question] of definition.questions.entries()) {
    const section = sections.get(question.sectionId) ?? null
    const wording = { label: question.title, section, weight: question.weight, position }
    const id = questionId(database, scorecardId, {
      ...wording,
      stableKey: question.id,
      isCritical: false,
    })
    updateQuestion(database, { ...wording, id })
  }
}

/** Refuses a form that cannot be scored on, with the first thing that is wrong. */
export function refuseProblems(definition: ScorecardDefinition): void {
  const [worst, ...others] = findProblems(definition).filter(({ stops }) => stops)
  if (worst === undefined) return
  throw new Problem(
    'INVALID_INPUT',
    others.length === 0
      ? worst.sentence
      : t`${{ sentence: worst.sentence }} ${plural({ more: others.length }, { one: 'There is # more.', other: 'There are # more.' })}`,
  )
}

function refuseTakenName(database: ReadableDatabase, title: string, ownId: number | null): void {
  const taken = findScorecardNamed(database, title)
  if (taken !== undefined && taken !== ownId)
    throw new Problem(
      'CONFLICT',
      t`There is a scorecard called "${{ title }}" already; give this one another name.`,
    )
}

function mustExist(database: ReadableDatabase, scorecardId: number): { id: number; name: string } {
  const scorecard = readScorecard(database, scorecardId)
  if (!scorecard) throw new Problem('NOT_FOUND', noSuchForm())
  return scorecard
}

function mustHaveDraft(database: ReadableDatabase, scorecardId: number): VersionRow {
  mustExist(database, scorecardId)
  const draft = readDraft(database, scorecardId)
  if (!draft)
    throw new Problem('NOT_FOUND', t`There is no draft of this scorecard any more; start one again.`)
  return draft
}
