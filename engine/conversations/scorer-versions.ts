import {
  OWN_RULE_SCORER,
  ownRuleVersion,
  readActiveRules,
  RULES_SCORER,
  rulesVersion,
  type ScorerVersions,
} from '../quality/index.ts'
import type { ReadableDatabase } from '../store/index.ts'
import { READING_VERSION } from './read-transcript.ts'

/** The versions of the scorers whose answers a reading gives: Debrief's rules, and the rules of forms, question by question. */
export function scorerVersions(database: ReadableDatabase): ScorerVersions {
  const active = readActiveRules(database)
  return ({ scorecardId, questionKey, scorerId }) => {
    if (scorerId === RULES_SCORER) return rulesVersion(READING_VERSION)
    if (scorerId !== OWN_RULE_SCORER) return undefined
    const rule = active.find((one) => one.scorecardId === scorecardId && one.questionKey === questionKey)
    return rule && ownRuleVersion(rule.version, READING_VERSION)
  }
}
