import { isDeepStrictEqual } from 'node:util'
import { t } from '#speech'
import type { formFormats } from '../../../shared/contract/scorecards.ts'
import type { ScorecardDefinition } from '../../../shared/domain/scorecard/definition.ts'
import { findProblems } from '../../../shared/domain/scorecard/find-problems.ts'
import type { AffectedDays } from '../../affected-days.ts'
import { Problem } from '../../problem.ts'
import type { ReadableDatabase, WritableDatabase } from '../../store/index.ts'
import {
  readFormFiles,
  writeConnectForm,
  writeDebriefForm,
  writeFormCsv,
  writeGenesysForm,
  type FormFile,
  type WrittenForm,
} from '../forms/index.ts'
import { refreshOverturns } from '../disputes/apply.ts'
import { restoreStatedOf } from '../disputes/edits.store.ts'
import { refreshScores } from '../imported-scores.store.ts'
import { definitionOf } from './definition-of.ts'
import { stateForm } from './editing.ts'
import { nextVersion } from './next-version.ts'
import {
  findScorecardByRef,
  findScorecardNamed,
  insertDraft,
  insertScorecard,
  readDraft,
  readScorecard,
  readVersion,
  readVersions,
  writeDefinition,
} from './versions.store.ts'

/** What became of a form that came as a file. */
export interface ImportedForm {
  scorecardId: number
  name: string
  version: string | null
  /** `version`: reviewers can score on it; `draft`: it must be looked at first; `known`: it was there, word for word. */
  became: 'version' | 'draft' | 'known'
  /** What the file holds and the form does not, and what is wrong with it. */
  notes: string[]
  /** Imported evaluations whose score was worked out anew on it. */
  rescored: number
}

/**
 * Takes a form from the files of one of the formats. It belongs to the scorecard of its vendor's id, else of its name, else to a new one. A form
 * that can be scored on becomes the version the file names; one that cannot, or whose version is there with another content, becomes a draft. Imported
 * evaluations of that version are scored again. `INVALID_INPUT` for what is no form, `CONFLICT` where a draft is in the way.
 */
export function importForm(
  database: WritableDatabase,
  files: readonly FormFile[],
  at: number,
  affected: AffectedDays,
): ImportedForm {
  const { definition, formRef, version, notes } = readFormFiles(files)
  const scorecardId = scorecardFor(database, definition, formRef)
  const versions = readVersions(database, scorecardId)
  const isSame = (one: (typeof versions)[number]) =>
    one.state === 'published' && isDeepStrictEqual(definitionOf(one), definition)
  const label = version ?? versions.find(isSame)?.version ?? nextVersion(versions)
  const there = versions.find((one) => one.version === label && one.state === 'published')
  const name = readScorecard(database, scorecardId)!.name
  const done = { scorecardId, name, version: label, notes: [...notes], rescored: 0 }
  if (there && isSame(there)) return { ...done, became: 'known' }
  const stopping = findProblems(definition).filter(({ stops }) => stops)
  if (there || stopping.length > 0) {
    const draft = readDraft(database, scorecardId)
    const isThere = draft !== undefined && isDeepStrictEqual(definitionOf(draft), definition)
    if (draft !== undefined && !isThere)
      throw new Problem(
        'CONFLICT',
        t`There is a draft of "${{ name }}" already; publish it or throw it away, then import the file again.`,
      )
    if (!isThere)
      insertDraft(database, {
        scorecardId,
        definition: JSON.stringify(definition),
        basedOnId: there?.id ?? null,
        at,
      })
    const why = isThere
      ? t`It is here as a draft already, word for word; nothing changed.`
      : there
        ? t`Version ${{ version: label }} is here already with another content, so the file became a draft.`
        : t`It cannot be scored on as it is, so it became a draft.`
    return {
      ...done,
      version: null,
      became: 'draft',
      notes: [why, ...stopping.map(({ sentence }) => sentence), ...notes],
    }
  }
  writeDefinition(database, {
    scorecardId,
    version: label,
    definition: JSON.stringify(definition),
    note: t`From ${{ files: files.map((file) => file.name).join(', ') }}`,
    at,
  })
  stateForm(database, scorecardId, definition)
  restoreStatedOf(database, scorecardId)
  const days = refreshScores(database, { scorecardId })
  refreshOverturns(database, affected)
  for (const day of days) affected.changed('evaluations', day)
  return { ...done, name: definition.title, became: 'version', rescored: days.length }
}

function scorecardFor(
  database: WritableDatabase,
  definition: ScorecardDefinition,
  formRef: string | null,
): number {
  return (
    (formRef === null ? undefined : findScorecardByRef(database, formRef)) ??
    findScorecardNamed(database, definition.title) ??
    insertScorecard(database, definition.title, formRef)
  )
}

type FormFormat = (typeof formFormats)[number]

/** A version of a form as a file of a format. `NOT_FOUND` where the form is not known. */
export function exportForm(
  database: ReadableDatabase,
  versionId: number,
  format: FormFormat,
): WrittenForm & { fileName: string } {
  const version = readVersion(database, versionId)
  const definition = version && definitionOf(version)
  if (!definition)
    throw new Problem('NOT_FOUND', t`The form of that version is not known, so there is nothing to export.`)
  const { formRef } = readScorecard(database, version.scorecardId)!
  const name = `${definition.title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)}-${version.version}`
  switch (format) {
    case 'debrief':
      return {
        ...writeDebriefForm(definition, { ref: formRef, version: version.version }),
        fileName: `${name}.debrief-form.json`,
      }
    case 'connect':
      return { ...writeConnectForm(definition), fileName: `${name}.connect.json` }
    case 'genesys':
      return { ...writeGenesysForm(definition), fileName: `${name}.genesys.json` }
    case 'csv':
      return { ...writeFormCsv(definition), fileName: `${name}.csv` }
  }
}
