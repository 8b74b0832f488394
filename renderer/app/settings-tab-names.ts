import { t } from '@lingui/core/macro'
import type { SettingsTab } from './search.ts'

/** What the parts of Settings are called, on their tabs and in the palette. */
export const settingsTabNames: Record<SettingsTab, string> = {
  policy: t`Policy`,
  people: t`People and roles`,
  approvals: t`Approvals`,
  privacy: t`Privacy`,
  log: t`Log`,
  protection: t`Protection`,
  backups: t`Backups`,
  diagnostics: t`Diagnostics`,
  updates: t`Updates`,
  general: t`Language and look`,
}
