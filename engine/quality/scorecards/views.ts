import { t } from '#speech'
import { compareVersions, type VersionChange } from '../../../shared/domain/scorecard/compare-versions.ts'
import type { Scorecard, ScorecardItem } from '../../../shared/contract/scorecards.ts'
import { findProblems } from '../../../shared/domain/scorecard/find-problems.ts'
import { dayOfNumber } from '../../../shared/domain/time.ts'
import { Problem } from '../../problem.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { readQuestionsOf } from './answer-values.store.ts'
import { definitionOf } from './definition-of.ts'
import {
  readDraft,
  readPublished,
  readScorecard,
  readScorecards,
  readVersion,
  readVersions,
} from './versions.store.ts'

/** Every scorecard, those one can score on first. */
export function listScorecards(database: ReadableDatabase): ScorecardItem[] {
  return readScorecards(database).map(({ hasDraft, lastDay, ...row }) => ({
    ...row,
    hasDraft: hasDraft === 1,
    lastDay: lastDay === null ? null : dayOfNumber(lastDay),
  }))
}

/** A scorecard with its versions, newest first, and its draft. `NOT_FOUND` where there is none. */
export function scorecardPage(database: ReadableDatabase, id: number): Scorecard {
  const scorecard = readScorecard(database, id)
  if (!scorecard) throw new Problem('NOT_FOUND', t`That scorecard is no longer there; go back to the list.`)
  const draft = readDraft(database, id)
  const definition = draft ? definitionOf(draft) : null
  return {
    ...scorecard,
    versions: readVersions(database, id).flatMap((version) =>
      version.state === 'draft'
        ? []
        : [
            {
              id: version.id,
              version: version.version,
              state: version.state,
              note: version.note,
              publishedAt: version.publishedAt,
              evaluations: version.evaluations,
              definition: definitionOf(version),
            },
          ],
    ),
    draft:
      draft && definition
        ? {
            definition,
            revision: draft.revision,
            editedAt: draft.editedAt ?? 0,
            basedOnId: draft.basedOnId,
            problems: findProblems(definition),
          }
        : null,
    questions: readQuestionsOf(database, id).map(({ isCritical: _, ...question }) => question),
  }
}

/** What changed from one version to another. `NOT_FOUND` where the form of one of them is not known. */
export function changesBetween(database: ReadableDatabase, fromId: number, toId: number): VersionChange[] {
  const [from, to] = [fromId, toId].map((id) => {
    const version = readVersion(database, id)
    const definition = version && definitionOf(version)
    if (!definition)
      throw new Problem('NOT_FOUND', t`The form of that version is not known, so it cannot be compared.`)
    return definition
  })
  return compareVersions(from!, to!)
}

/** What the draft changes against the version reviewers score on; everything where there is none. */
export function changesOfDraft(database: ReadableDatabase, id: number): VersionChange[] {
  const draft = readDraft(database, id)
  const published = readPublished(database, id)
  if (!draft) throw new Problem('NOT_FOUND', t`There is no draft of this scorecard.`)
  return published ? changesBetween(database, published.id, draft.id) : []
}
