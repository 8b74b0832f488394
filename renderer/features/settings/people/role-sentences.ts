import { t } from '@lingui/core/macro'
import type { PolicyDocument, Role } from '../../../../shared/domain/policy.ts'

/** What each role sees under a policy, in one sentence. */
export function roleSentence(role: Role, { scope, roles }: PolicyDocument): string {
  switch (role) {
    case 'administrator':
      return t`Sees everything, and says who may do what.`
    case 'supervisor':
      return scope.supervisor === 'own-teams'
        ? t`Coaches, and sees figures and conversations of their own teams, for as long as these are theirs.`
        : t`Coaches, and sees figures and conversations of everybody.`
    case 'reviewer':
      return scope.reviewer === 'no-names'
        ? t`Scores conversations, and sees no name of an agent.`
        : t`Scores conversations, and sees whose they are.`
    case 'director':
      return roles.director.includes('agents') || roles.director.includes('conversations')
        ? t`Sees figures of groups, and of single agents or conversations as far as the policy says.`
        : t`Sees figures of groups, and neither a single agent nor a conversation.`
    case 'agent':
      return t`Sees their own sessions with what was agreed, and nothing of anybody else.`
  }
}
