import type { PatternFindings } from '../../shared/contract/patterns.ts'

/** Findings without the shares that set people beside each other by name; teams and the conversations behind a finding stay. */
export function withoutPeople(found: PatternFindings): PatternFindings {
  const { disclosures } = found
  return {
    ...found,
    disclosures: {
      ...disclosures,
      statements: disclosures.statements.map((statement) => ({ ...statement, agents: [] })),
    },
  }
}
