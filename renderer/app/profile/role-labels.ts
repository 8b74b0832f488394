import { t } from '@lingui/core/macro'
import type { Role } from '../../../shared/domain/policy.ts'

/** What each role is called. */
export const roleLabels: Record<Role, string> = {
  administrator: t`Administrator`,
  supervisor: t`Supervisor`,
  reviewer: t`Reviewer`,
  director: t`Director`,
  agent: t`Agent`,
}
