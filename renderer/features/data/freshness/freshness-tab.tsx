import { t } from '@lingui/core/macro'
import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../../../app/client.ts'
import { QueryView } from '../../../ui/states.tsx'
import { CoverageSection } from './coverage-section.tsx'
import { ExportSection } from './export-section.tsx'
import styles from './freshness.module.css'
import { SourcesSection } from './sources-section.tsx'
import { WorkspaceSection } from './workspace-section.tsx'

/** How fresh and complete the data is, where it comes from, and the care of the workspace. */
export function FreshnessTab() {
  const query = useQuery(orpc.workspace.freshness.queryOptions())
  return (
    <Stack gap="md">
      <QueryView query={query} what={t`how fresh the data is`}>
        {(lines) => <CoverageSection lines={lines} />}
      </QueryView>
      <div className={styles.two}>
        <SourcesSection />
        <Stack gap="md">
          <WorkspaceSection />
          <ExportSection />
        </Stack>
      </div>
    </Stack>
  )
}
