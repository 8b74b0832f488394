import { t } from '@lingui/core/macro'
import type { HeldKind } from '../../../../shared/domain/held-kinds.ts'

/** What each kind is, as one reads it beside its count. */
export const kindWords: Readonly<Record<HeldKind, string>> = {
  identities: t`Names and ids in sources`,
  profiles: t`Profiles here`,
  rosters: t`Roster entries`,
  teams: t`Times in teams`,
  contacts: t`Contacts`,
  conversations: t`Conversations`,
  turns: t`Turns of words`,
  recordings: t`Recordings`,
  measures: t`Measures of conversations`,
  evaluations: t`Evaluations`,
  answers: t`Answers to questions of forms`,
  reviews: t`Reviews made or waiting here`,
  disputes: t`Disputes`,
  surveys: t`Surveys`,
  shifts: t`Shifts`,
  summaries: t`Summaries of periods`,
  days: t`Daily figures`,
  sessions: t`Coaching sessions`,
  commitments: t`Commitments`,
  marks: t`Marks “coached”`,
  lists: t`Places on waiting lists`,
  findings: t`Findings about groups that show a conversation`,
  'set-aside': t`Rows set aside`,
  imports: t`Imports`,
  log: t`Entries of the log`,
  further: t`Further records that hang on these`,
}
