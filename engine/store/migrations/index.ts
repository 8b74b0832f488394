import { up as start } from './0010-start.ts'
import { up as contactsInRollupOrder } from './0020-contacts-in-rollup-order.ts'
import { up as questionStatements } from './0030-question-statements.ts'
import { up as recordings } from './0040-recordings.ts'
import { up as search } from './0050-search.ts'
import { up as voiceActivity } from './0070-voice-activity.ts'
import { up as recordingsAndWords } from './0080-recordings-and-words.ts'
import { up as qualityDesk } from './0090-quality-desk.ts'
import { up as calibration } from './0100-calibration.ts'
import { up as trust } from './0110-trust.ts'
import { up as disputes } from './0120-disputes.ts'
import { up as questionRules } from './0130-question-rules.ts'
import { up as languageModel } from './0140-language-model.ts'
import { up as drawnWeights } from './0150-drawn-weights.ts'
import { up as trustOfMoreScorers } from './0160-trust-of-more-scorers.ts'
import { up as reviewsBeforeDraws } from './0180-reviews-before-draws.ts'
import { up as coachingSessions } from './0190-coaching-sessions.ts'
import { up as patterns } from './0200-patterns.ts'
import { up as merging } from './0220-merging.ts'
import { up as aggregates } from './0230-aggregates.ts'
import { up as waitingLists } from './0250-waiting-lists.ts'
import { up as sessionDrafts } from './0260-session-drafts.ts'
import { up as mergedSessions } from './0270-merged-sessions.ts'
import { up as targetsAndFindings } from './0280-targets-and-findings-about-everybody.ts'
import { up as auditLog } from './0300-audit-log.ts'
import { up as policyAndProfiles } from './0340-policy-and-profiles.ts'
import { up as privacy } from './0370-privacy.ts'

/** All migrations in order. Numbered in tens, frozen once released: a change is a new one. */
export const migrations: readonly { version: number; sql: string }[] = [
  { version: 10, sql: start },
  { version: 20, sql: contactsInRollupOrder },
  { version: 30, sql: questionStatements },
  { version: 40, sql: recordings },
  { version: 50, sql: search },
  { version: 70, sql: voiceActivity },
  { version: 80, sql: recordingsAndWords },
  { version: 90, sql: qualityDesk },
  { version: 100, sql: calibration },
  { version: 110, sql: trust },
  { version: 120, sql: disputes },
  { version: 130, sql: questionRules },
  { version: 140, sql: languageModel },
  { version: 150, sql: drawnWeights },
  { version: 160, sql: trustOfMoreScorers },
  { version: 180, sql: reviewsBeforeDraws },
  { version: 190, sql: coachingSessions },
  { version: 200, sql: patterns },
  { version: 220, sql: merging },
  { version: 230, sql: aggregates },
  { version: 250, sql: waitingLists },
  { version: 260, sql: sessionDrafts },
  { version: 270, sql: mergedSessions },
  { version: 280, sql: targetsAndFindings },
  { version: 300, sql: auditLog },
  { version: 340, sql: policyAndProfiles },
  { version: 370, sql: privacy },
]

/** The newest schema this version of Debrief knows. */
export const newestVersion = migrations.at(-1)!.version
