import { accessContract } from './access.ts'
import { approvalsContract } from './approvals.ts'
import { auditContract } from './audit.ts'
import { backupsContract } from './backups.ts'
import { privacyContract } from './privacy.ts'
import { calibrationContract } from './calibration.ts'
import { coachingContract } from './coaching.ts'
import { conversationsContract } from './conversations.ts'
import { diagnosticsContract } from './diagnostics.ts'
import { disputesContract } from './disputes.ts'
import { exportsContract } from './exports.ts'
import { healthContract } from './health.ts'
import { importsContract } from './imports.ts'
import { judgeContract } from './judge.ts'
import { jobsContract } from './jobs.ts'
import { lawfulBasisContract } from './lawful-basis.ts'
import { mergingContract } from './merging.ts'
import { metricsContract } from './metrics.ts'
import { patternsContract } from './patterns.ts'
import { peopleContract } from './people.ts'
import { protectionContract } from './protection.ts'
import { policyContract } from './policy.ts'
import { profilesContract } from './profiles.ts'
import { recordingsContract } from './recordings.ts'
import { reportsContract } from './reports.ts'
import { reviewsContract } from './reviews.ts'
import { rulesContract } from './rules.ts'
import { scorecardsContract } from './scorecards.ts'
import { searchContract } from './search.ts'
import { sessionsContract } from './sessions.ts'
import { supervisorCopiesContract } from './supervisor-copies.ts'
import { systemicContract } from './systemic.ts'
import { trustContract } from './trust.ts'
import { updatesContract } from './updates.ts'
import { waitingListsContract } from './waiting-lists.ts'
import { worthContract } from './worth.ts'
import { workspaceContract } from './workspace.ts'

/** The whole contract between the engine and its doors. */
export const contract = {
  workspace: workspaceContract,
  imports: importsContract,
  exports: exportsContract,
  access: accessContract,
  people: peopleContract,
  metrics: metricsContract,
  coaching: coachingContract,
  sessions: sessionsContract,
  waitingLists: waitingListsContract,
  conversations: conversationsContract,
  recordings: recordingsContract,
  scorecards: scorecardsContract,
  rules: rulesContract,
  reports: reportsContract,
  reviews: reviewsContract,
  trust: trustContract,
  calibration: calibrationContract,
  disputes: disputesContract,
  worth: worthContract,
  judge: judgeContract,
  health: healthContract,
  search: searchContract,
  patterns: patternsContract,
  systemic: systemicContract,
  lawfulBasis: lawfulBasisContract,
  merging: mergingContract,
  supervisorCopies: supervisorCopiesContract,
  policy: policyContract,
  approvals: approvalsContract,
  audit: auditContract,
  diagnostics: diagnosticsContract,
  backups: backupsContract,
  privacy: privacyContract,
  protection: protectionContract,
  profiles: profilesContract,
  updates: updatesContract,
  jobs: jobsContract,
}
export type Contract = typeof contract
