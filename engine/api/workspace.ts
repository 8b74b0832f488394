import { t } from '#speech'
import { madeAt, standing } from '../backups/index.ts'
import { writing } from '../context.ts'
import { requireTimeZone } from '../days.ts'
import { isIsolated, isolate } from '../isolate.ts'
import { compareRollups, readCatalogue } from '../metrics/index.ts'
import { Problem } from '../problem.ts'
import { backup, findDamage, isReadable, readSetting, type ReadableDatabase } from '../store/index.ts'
import { version } from '../version.ts'
import { readFreshness, readPreferences, readSummary, writePreferences } from '../workspace/index.ts'
import { api } from './base.ts'
import { reachable } from './reachable.ts'

/** What drivers are weighed by is an outcome: with anything else there would be no ranking. */
function requireOutcome(database: ReadableDatabase, id: string | undefined): void {
  if (id === undefined) return
  const outcomes = readCatalogue(database).filter((definition) => definition.role === 'outcome')
  if (!outcomes.some((outcome) => outcome.id === id))
    throw new Problem(
      'INVALID_INPUT',
      t`"${{ id }}" is no outcome; choose one of ${{ outcomes: outcomes.map((outcome) => outcome.id).join(', ') }}.`,
    )
}

export const workspaceApi = api.workspace.router({
  status: api.workspace.status.handler(({ context }) => ({
    path: context.workspaceDir,
    version,
    isReadOnly: context.write === null || isIsolated(context),
    isSample: readSetting(context.read, 'is-sample') === 'yes',
    asOf: madeAt(context.workspaceDir),
    timeZone: readPreferences(context.read).timeZone,
    warnings: context.warnings.flatMap((saying) => saying()),
    takesPaths: context.takesPaths,
  })),
  summary: api.workspace.summary.handler(({ context }) => readSummary(context.read)),
  freshness: api.workspace.freshness.handler(({ context }) => readFreshness(context.read)),
  preferences: api.workspace.preferences.handler(({ context }) => readPreferences(context.read)),
  setPreferences: api.workspace.setPreferences.handler(({ context, input }) =>
    writing(context, (database) => {
      requireTimeZone(input.timeZone)
      requireOutcome(database, input.outcomeMetricId)
      const before = readPreferences(database)
      const movesDays = input.timeZone !== undefined && input.timeZone !== before.timeZone
      if (movesDays && readSummary(database).from !== null)
        throw new Problem(
          'CONFLICT',
          t`The time zone decides on which day a contact falls, so it can only be changed while the workspace is empty.`,
        )
      const next = writePreferences(database, input)
      context.events.emit({ type: 'data.changed', topics: ['workspace', 'coaching', 'metrics'], job: null })
      return next
    }),
  ),
  check: api.workspace.check.handler(({ context }) => {
    const damage = findDamage(context.read)
    if (damage.length > 0 && !isReadable(context.read)) isolate(context)
    const problems = [...damage, ...compareRollups(context.read)]
    context.log({ event: 'checked', problems: problems.length })
    const { problem, settings } = standing(context)
    return {
      ok: problems.length === 0,
      problems,
      notes: settings.isOn && problem !== null ? [problem] : [],
    }
  }),
  backup: api.workspace.backup.handler(({ context, input }) =>
    backup(context.read, reachable(context, input.file, t`a backup`, 'debrief backup')),
  ),
  loadSample: api.workspace.loadSample.handler(async ({ context }) => {
    const { interactions, evaluations, surveys } = readSummary(context.read)
    const isSample = readSetting(context.read, 'is-sample') === 'yes'
    if (interactions + evaluations + surveys > 0 && !isSample)
      throw new Problem(
        'CONFLICT',
        t`This workspace has data of its own; the sample only goes into an empty one.`,
      )
    return { jobId: await context.jobs.start('sample', t`Making the sample workspace`, {}) }
  }),
})
