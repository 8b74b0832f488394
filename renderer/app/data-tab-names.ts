import { t } from '@lingui/core/macro'
import type { dataTabs } from './search.ts'

/** What the parts of Data are called, on their tabs and in the palette. */
export const dataTabNames: Record<(typeof dataTabs)[number], string> = {
  import: t`Import`,
  recordings: t`Recordings`,
  history: t`History`,
  quarantine: t`Quarantine`,
  people: t`People`,
  workspaces: t`Workspaces`,
  metrics: t`Metrics`,
  freshness: t`Freshness`,
}
