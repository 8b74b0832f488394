import type {
  TrustChart,
  TrustCriterion,
  TrustEvent,
  TrustGroup,
  TrustState,
} from '../../../../shared/contract/trust.ts'

/** The steps of trust, lowest first. */
export const trustSteps: readonly TrustState[] = ['shadow', 'assist', 'trusted']

export const stateWords: Record<TrustState, string> = {
  shadow: 'Shadow',
  assist: 'Assist',
  trusted: 'Trusted',
}

/** What an automated answer may do in each step. */
export const stateSentences: Record<TrustState, string> = {
  shadow: 'Shown after the reviewer’s own answer. Counts for nothing.',
  assist: 'Fills in four of five answers; the reviewer confirms or changes them.',
  trusted: 'Filled in and counts without a confirmation; 5% are checked blind.',
}

export const criterionWords: Record<TrustCriterion['id'], string> = {
  agreement: 'Agreement, at least',
  ac1: 'Agreement beyond chance (AC1), at least',
  'fail-recall': 'Fails found',
}

export const stratumWords: Record<TrustGroup['stratum'], string> = {
  team: 'Team',
  language: 'Language',
  transcriptLength: 'Transcript length',
  recognitionConfidence: 'Recognition confidence',
}

export const watchedWords: Record<TrustChart['watched'], string> = {
  disagreement: 'Disagreement',
  'missed-fails': 'Fails missed',
}

export const eventWords: Record<TrustEvent['kind'], string> = {
  promotion: 'Earned',
  demotion: 'Lost',
  disputed: 'Lost by disputes',
  'reference-corrected': 'Answer corrected',
  'changed-scorer': 'Scorer changed',
  exclusion: 'Group left out',
  'taken-back': 'Taken back',
}
