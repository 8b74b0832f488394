import { select, t } from '#speech'
import type { Capability } from '../../../shared/domain/capabilities.ts'

/** What needs a capability, after "you may not" and "to". A test holds the English against what the terminal says. */
export function doingInWords(capability: Capability): string {
  return t`${select(
    { capability },
    {
      workspace: 'look into this workspace',
      figures: 'see figures of groups',
      agents: 'see figures of single agents',
      conversations: 'see what was said',
      scores: 'see scores',
      coach: 'coach',
      review: 'score conversations',
      calibrate: 'settle what scores should be',
      forms: 'change forms, questions and rules',
      import: 'bring data in or say who is who',
      export: 'write files that can leave',
      automate: 'let Debrief transcribe, score or draft',
      send: 'let anything leave this computer',
      settings: 'change how this workspace works',
      other: 'change the policy or who is who in it',
    },
  )}`
}
