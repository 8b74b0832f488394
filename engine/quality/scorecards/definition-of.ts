import { t } from '#speech'
import { scorecardDefinition, type ScorecardDefinition } from '../../../shared/domain/scorecard/definition.ts'
import { Problem } from '../../problem.ts'

/** The form of a stored version; null where it is not known. Throws `WORKSPACE_DAMAGED` where it cannot be read. */
export function definitionOf({ definition }: { definition: string | null }): ScorecardDefinition | null {
  if (definition === null) return null
  const parsed = scorecardDefinition.safeParse(JSON.parse(definition))
  if (!parsed.success) throw new Problem('WORKSPACE_DAMAGED', t`A version of a scorecard cannot be read.`)
  return parsed.data
}
