import { hasClocks, isDone, type PolicyDocument, type Role } from './policy.ts'
import { englishPolicyWords, type PolicyWords } from './policy-words.ts'

/** A part of a policy: what it is about, and what it says, in whole sentences. */
export interface PolicySection {
  title: string
  sentences: string[]
}

/** A policy as somebody reads it who did not write it. */
export function policyInWords(
  document: PolicyDocument,
  words: PolicyWords = englishPolicyWords,
): PolicySection[] {
  const { automation, destinations, approvals, approvalHours, roles, profiles, scope, privacy } = document
  const { titles, kept, keptFor } = words
  const { audio, transcripts, scores } = privacy.retentionDays
  return [
    {
      title: titles.automation,
      sentences: [
        words.automation.transcribe[automation.transcribe],
        words.automation.score[automation.score],
        words.automation.rank[automation.rank],
        words.automation.draft[automation.draft],
      ],
    },
    {
      title: titles.destinations,
      sentences:
        destinations.length === 0
          ? [words.nowhere]
          : destinations.map(({ purpose, host }) =>
              (isDone(document, purpose) ? words.mayGo : words.mayGoOnceOn)(words.purposes[purpose], host),
            ),
    },
    {
      title: titles.roles,
      sentences: (Object.keys(words.roles) as Role[]).map((role) =>
        roles[role].length === 0
          ? words.mayNothing(words.roles[role])
          : words.may(words.roles[role], words.listed(roles[role].map((one) => words.doing[one]))),
      ),
    },
    {
      title: titles.approvals,
      sentences:
        approvals.length === 0
          ? [words.nothingIsApproved]
          : [
              words.areApproved(words.listed(approvals.map((one) => words.doing[one]))),
              words.approvalHolds(approvalHours),
              words.whereThereIsASecond,
            ],
    },
    {
      title: titles.scope,
      sentences: [
        words.supervisorSees[scope.supervisor],
        words.reviewerSees[scope.reviewer],
        words.passphrase(profiles.passphrase),
        words.idle(profiles.idleMinutes),
      ],
    },
    {
      title: titles.keeping,
      sentences: [
        kept.audio(keptFor(audio)),
        kept.transcripts(keptFor(transcripts)),
        kept.scores(keptFor(scores)),
        ...(hasClocks(document) ? [words.clocksRun] : []),
        words.lawfulBasis[privacy.lawfulBasis],
      ],
    },
  ]
}
