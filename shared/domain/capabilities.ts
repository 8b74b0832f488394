/** What a person may be let do, in the words of a policy. Every call of the contract needs exactly one. */
export const capabilities = [
  /** What stands in the workspace and how its work goes: no figure of a person, nothing said. */
  'workspace',
  /** Figures of groups. */
  'figures',
  /** Figures and findings of named agents. */
  'agents',
  /** What was said. */
  'conversations',
  /** Scores of conversations, and the forms they were given on. */
  'scores',
  /** Preparing, holding and keeping coaching sessions, with their private notes. */
  'coach',
  /** Scoring conversations. */
  'review',
  /** Comparing scores, and settling what they should be. */
  'calibrate',
  /** Forms, questions and rules. */
  'forms',
  /** Bringing data in and taking it back, and saying who is who. */
  'import',
  /** Writing what is here into files that can leave. */
  'export',
  /** Letting Debrief transcribe, score or draft. */
  'automate',
  /** Letting something leave this computer, and the keys for it. */
  'send',
  /** How this workspace works. */
  'settings',
  /** The policy, who is who in it, and the audit log. */
  'govern',
] as const
export type Capability = (typeof capabilities)[number]
