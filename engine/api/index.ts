import { accessApi } from './access.ts'
import { approvalsApi } from './approvals.ts'
import { auditApi } from './audit.ts'
import { backupsApi } from './backups.ts'
import { privacyApi } from './privacy.ts'
import { api } from './base.ts'
import { calibrationApi } from './calibration.ts'
import { coachingApi } from './coaching.ts'
import { conversationsApi } from './conversations.ts'
import { diagnosticsApi } from './diagnostics.ts'
import { disputesApi } from './disputes.ts'
import { exportsApi } from './exports.ts'
import { healthApi } from './health.ts'
import { importsApi } from './imports.ts'
import { judgeApi } from './judge.ts'
import { jobsApi } from './jobs.ts'
import { lawfulBasisApi } from './lawful-basis.ts'
import { mergingApi } from './merging.ts'
import { metricsApi } from './metrics.ts'
import { patternsApi } from './patterns.ts'
import { peopleApi } from './people.ts'
import { protectionApi } from './protection.ts'
import { policyApi } from './policy.ts'
import { profilesApi } from './profiles.ts'
import { recordingsApi } from './recordings.ts'
import { reportsApi } from './reports.ts'
import { reviewsApi } from './reviews.ts'
import { rulesApi } from './rules.ts'
import { scorecardsApi } from './scorecards.ts'
import { searchApi } from './search.ts'
import { sessionsApi } from './sessions.ts'
import { supervisorCopiesApi } from './supervisor-copies.ts'
import { systemicApi } from './systemic.ts'
import { trustApi } from './trust.ts'
import { updatesApi } from './updates.ts'
import { waitingListsApi } from './waiting-lists.ts'
import { worthApi } from './worth.ts'
import { workspaceApi } from './workspace.ts'

/** The whole contract, implemented. */
export const router = api.router({
  workspace: workspaceApi,
  imports: importsApi,
  exports: exportsApi,
  access: accessApi,
  supervisorCopies: supervisorCopiesApi,
  people: peopleApi,
  metrics: metricsApi,
  coaching: coachingApi,
  sessions: sessionsApi,
  waitingLists: waitingListsApi,
  conversations: conversationsApi,
  recordings: recordingsApi,
  scorecards: scorecardsApi,
  rules: rulesApi,
  reports: reportsApi,
  reviews: reviewsApi,
  trust: trustApi,
  calibration: calibrationApi,
  disputes: disputesApi,
  worth: worthApi,
  judge: judgeApi,
  health: healthApi,
  search: searchApi,
  patterns: patternsApi,
  systemic: systemicApi,
  lawfulBasis: lawfulBasisApi,
  merging: mergingApi,
  policy: policyApi,
  approvals: approvalsApi,
  audit: auditApi,
  diagnostics: diagnosticsApi,
  backups: backupsApi,
  privacy: privacyApi,
  protection: protectionApi,
  profiles: profilesApi,
  updates: updatesApi,
  jobs: jobsApi,
})
