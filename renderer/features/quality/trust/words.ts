import { t } from '@lingui/core/macro'
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
  shadow: t`Shadow`,
  assist: t`Assist`,
  trusted: t`Trusted`,
}

/** What an automated answer may do in each step. */
export const stateSentences: Record<TrustState, string> = {
  shadow: t`Shown after the reviewer’s own answer. Counts for nothing.`,
  assist: t`Fills in four of five answers; the reviewer confirms or changes them.`,
  trusted: t`Filled in and counts without a confirmation; 5% are checked blind.`,
}

export const criterionWords: Record<TrustCriterion['id'], string> = {
  agreement: t`Agreement, at least`,
  ac1: t`Agreement beyond chance (AC1), at least`,
  'fail-recall': t`Fails found`,
}

export const stratumWords: Record<TrustGroup['stratum'], string> = {
  team: t`Team`,
  language: t`Language`,
  transcriptLength: t`Transcript length`,
  recognitionConfidence: t`Recognition confidence`,
}

export const watchedWords: Record<TrustChart['watched'], string> = {
  disagreement: t`Disagreement`,
  'missed-fails': t`Fails missed`,
}

export const eventWords: Record<TrustEvent['kind'], string> = {
  promotion: t`Earned`,
  demotion: t`Lost`,
  disputed: t`Lost by disputes`,
  'reference-corrected': t`Answer corrected`,
  'changed-scorer': t`Scorer changed`,
  exclusion: t`Group left out`,
  'taken-back': t`Taken back`,
}
