import type { PolicyDocument, Role } from './policy.ts'
import { automationWords, doing, keptFor, listed, purposeWords, roleWords } from './policy-words.ts'

/** A part of a policy: what it is about, and what it says, in whole sentences. */
interface PolicySection {
  title: string
  sentences: string[]
}

/** A policy as somebody reads it who did not write it. */
export function policyInWords(document: PolicyDocument): PolicySection[] {
  const { automation, destinations, approvals, approvalHours, roles, profiles, scope, privacy } = document
  const { audio, transcripts, scores } = privacy.retentionDays
  return [
    {
      title: 'What Debrief does by itself',
      sentences: [
        automationWords.transcribe[automation.transcribe],
        automationWords.score[automation.score],
        automationWords.rank[automation.rank],
        automationWords.draft[automation.draft],
      ],
    },
    {
      title: 'Where data may go',
      sentences:
        destinations.length === 0
          ? ['Nowhere: nothing leaves this computer.']
          : destinations.map(({ purpose, host }) => `${purposeWords[purpose]}, may go to ${host}.`),
    },
    {
      title: 'Who may do what',
      sentences: (Object.keys(roleWords) as Role[]).map((role) =>
        roles[role].length === 0
          ? `${roleWords[role]} may open only what they are given.`
          : `${roleWords[role]} may ${listed(roles[role].map((one) => doing[one]))}.`,
      ),
    },
    {
      title: 'What needs a second person',
      sentences:
        approvals.length === 0
          ? ['Nothing.']
          : [
              `To ${listed(approvals.map((one) => doing[one]))}. An approval holds for ${approvalHours} hours.`,
              'This can hold only where a second person has a profile that may change the policy.',
            ],
    },
    {
      title: 'Who sees whom',
      sentences: [
        `Supervisors see ${scope.supervisor === 'everybody' ? 'everybody' : 'their own teams'}.`,
        `Reviewers ${scope.reviewer === 'names' ? 'see' : 'do not see'} the names of agents.`,
        profiles.passphrase ? 'A profile needs a passphrase.' : 'A profile needs no passphrase.',
        profiles.idleMinutes === null
          ? 'A profile is not left by itself.'
          : `A profile is left after ${profiles.idleMinutes} minutes without use.`,
      ],
    },
    {
      title: 'How long what is kept',
      sentences: [
        `Audio is kept ${keptFor(audio)}.`,
        `What was said is kept ${keptFor(transcripts)}.`,
        `Scores are kept ${keptFor(scores)}.`,
        privacy.lawfulBasis === 'required'
          ? 'A recording without a known lawful basis is not transcribed, searched or exported.'
          : 'A recording without a known lawful basis is treated as one that has it.',
      ],
    },
  ]
}
