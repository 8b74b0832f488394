import { RULES_SCORER, rulesVersion, type ScorerVersions } from '../quality/index.ts'
import { READING_VERSION } from './read-transcript.ts'

/** The version of each scorer whose answers a reading gives. */
export function scorerVersions(): ScorerVersions {
  return { [RULES_SCORER]: rulesVersion(READING_VERSION) }
}
