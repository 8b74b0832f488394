import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownRecords } from '../../../engine/governance/sight/narrow-views.store.ts'
import { openWorkspace, type TestWorkspace } from '../../support/workspace.ts'

const group = (reason: string, tables: string) => tables.split(' ').map((table) => [table, reason] as const)

/** Tables that a supervisor of some teams reads whole, and why that shows them nobody else. */
const exempt = new Map([
  ...group(
    'how the workspace is set up: names of forms, queues and sources, and settings; of no person',
    `settings sources source_mappings labels strata metric_targets pinned_weights scorecards scorecard_versions questions question_statements
      question_templates question_drafts question_rule_events model_questions forms_kept_apart sampling_plans variance_shares`.replaceAll(
      /\s+/g,
      ' ',
    ),
  ),
  ...group(
    'the work of Debrief itself; labels of jobs, which name files, are taken out by the fence',
    'lease jobs watched_files sampling_draws merged_imports',
  ),
  ...group(
    'who works here and what they may do: seen by those who govern, and the names to choose from when entering',
    'profiles profile_teams policies approvals',
  ),
  ...group('reviewers, who are no agents, of rounds whose view shows nothing', 'calibration_reviewers'),
  ...group(
    'how far automation is trusted with a question, on counts over everybody',
    'trust_standings audit_events',
  ),
  ...group(
    'digests, counts and hosts of what was asked of a language model; what it answered is read by the answers, which are narrowed',
    'model_runs model_requests model_results',
  ),
  ...group('keyed hashes, of which nothing can be read', 'deleted_keys'),
  ...group('an index: what it finds is read from the turns, which are narrowed', 'segment_search'),
])

let workspace: TestWorkspace
let tables: string[]
beforeAll(async () => {
  workspace = await openWorkspace()
  tables = workspace.engine.context.read.raw
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%'`,
    )
    .pluck()
    .all() as string[]
})
afterAll(() => workspace.close())

test('every table either shows a supervisor what is theirs alone, or is exempt with a reason', () => {
  const narrowed = new Set(ownRecords.map(({ name }) => name))
  const forgotten = tables.filter((name) => !narrowed.has(name) && !exempt.has(name))
  expect(forgotten, 'give it a view in narrow-views.store.ts, or a reason here').toEqual([])
  expect(narrowed.size).toBeGreaterThan(50)
})

test('no exemption is of a table that has a view or is no longer there', () => {
  const narrowed = new Set(ownRecords.map(({ name }) => name))
  expect([...exempt.keys()].filter((name) => narrowed.has(name) || !tables.includes(name))).toEqual([])
})
