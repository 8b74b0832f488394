import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Alert, Button, Group, Table, Text, Title } from '@mantine/core'
import {
  IconAlertTriangle,
  IconArrowRight,
  IconCircleCheckFilled,
  IconCircleXFilled,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ImportReport } from '../../../../shared/contract/imports.ts'
import type { Job } from '../../../../shared/contract/jobs.ts'
import { orpc } from '../../../app/client.ts'
import { formatCount, formatNumber } from '../../../ui/format.ts'
import { QueryView } from '../../../ui/states.tsx'
import { fileName, kinds } from '../words.ts'
import styles from './import.module.css'

const titles = {
  done: t`Imported`,
  failed: t`The import stopped`,
  cancelled: t`The import was cancelled`,
  queued: t`Waiting`,
  running: t`Running`,
  paused: t`Paused`,
}

/** What an import came to, and where to go from here. */
export function ImportOutcome({ job, onClose }: { job: Job; onClose(): void }) {
  const query = useQuery(orpc.imports.reports.queryOptions({ input: { jobId: job.id } }))
  return (
    <section className={styles.progress} aria-label={t`Outcome of the import`}>
      <Group gap="xs">
        {job.state === 'done' ? (
          <IconCircleCheckFilled size={24} aria-hidden style={{ color: 'var(--state-good)' }} />
        ) : (
          <IconCircleXFilled size={24} aria-hidden style={{ color: 'var(--state-act)' }} />
        )}
        <Title order={2}>{titles[job.state]}</Title>
      </Group>
      {job.error !== null && (
        <Alert color="red" variant="light" icon={<IconAlertTriangle size={16} aria-hidden />}>
          {job.error}
        </Alert>
      )}
      <QueryView query={query} what={t`the outcome`}>
        {(reports) => <Reports reports={reports} state={job.state} onClose={onClose} />}
      </QueryView>
    </section>
  )
}

function Reports({
  reports,
  state,
  onClose,
}: {
  reports: ImportReport[]
  state: Job['state']
  onClose(): void
}) {
  const sum = (part: keyof ImportReport['rows']) =>
    reports.reduce((total, report) => total + report.rows[part], 0)
  const quarantined = sum('quarantined')
  const totals = [
    ['added', sum('added')],
    ['updated', sum('updated')],
    ['unchanged', sum('unchanged')],
    [t`in quarantine`, quarantined],
  ] as const
  const recordings = reports.filter(({ kind }) => kind === 'recordings').length
  const isAnythingNew = sum('added') + sum('updated') > 0
  return (
    <>
      {reports.length > 0 && (
        <dl className={styles.totals}>
          {totals.map(([label, n]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd style={label === 'in quarantine' && n > 0 ? { color: 'var(--state-act)' } : undefined}>
                {formatNumber(n)}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <Text size="sm" c="dimmed">
        {sentence(state, sum('read'), isAnythingNew, recordings === reports.length && recordings > 0)}
      </Text>
      {reports.length > 0 && (
        <Table.ScrollContainer minWidth={720}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>
                  <Trans>File</Trans>
                </Table.Th>
                <Table.Th>
                  <Trans>Holds</Trans>
                </Table.Th>
                <Table.Th ta="right">
                  <Trans>Rows</Trans>
                </Table.Th>
                <Table.Th ta="right">
                  <Trans>Added</Trans>
                </Table.Th>
                <Table.Th ta="right">
                  <Trans>Updated</Trans>
                </Table.Th>
                <Table.Th ta="right">
                  <Trans>Unchanged</Trans>
                </Table.Th>
                <Table.Th ta="right">
                  <Trans>Quarantine</Trans>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {reports.map((report, place) => (
                // names that differ in a hidden number only look alike
                <ReportRow key={`${place} ${report.file}`} report={report} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <Group mt="xs">
        <Button
          size="sm"
          rightSection={<IconArrowRight size={15} aria-hidden />}
          renderRoot={(props) => <Link {...props} to="/coaching" />}
        >
          <Trans>See ranked actions</Trans>
        </Button>
        {recordings > 0 && (
          <Button
            size="sm"
            variant="default"
            renderRoot={(props) => <Link {...props} to="/data" search={{ tab: 'recordings' }} />}
          >
            <Trans>Go to the recordings</Trans>
          </Button>
        )}
        {quarantined > 0 && (
          <Button
            size="sm"
            variant="default"
            renderRoot={(props) => <Link {...props} to="/data" search={{ tab: 'quarantine' }} />}
          >
            <Trans>Look at the quarantine</Trans>
          </Button>
        )}
        <Button size="sm" variant="default" onClick={onClose}>
          <Trans>Import more</Trans>
        </Button>
      </Group>
    </>
  )
}

function sentence(
  state: Job['state'],
  rowsRead: number,
  isAnythingNew: boolean,
  isAllSound: boolean,
): string {
  if (state === 'cancelled') return t`The file in work was taken back whole. What was finished before stays.`
  if (state === 'failed') return t`Nothing of the file in work was kept. Mend the cause and import it again.`
  if (rowsRead > 0 && !isAnythingNew)
    return t`Everything in these files was here already. Nothing was doubled.`
  if (isAllSound)
    return t`Debrief listens to these recordings now, beside your work. Their words come with a transcription.`
  return t`Figures and ranking now include these rows. Each file can be undone under History.`
}

function ReportRow({ report }: { report: ImportReport }) {
  return (
    <>
      <Table.Tr>
        <Table.Td fw={550} className={styles.reported}>
          {fileName(report.file)}
        </Table.Td>
        <Table.Td c="dimmed">{report.kind === null ? '–' : kinds[report.kind].label}</Table.Td>
        {(['read', 'added', 'updated', 'unchanged', 'quarantined'] as const).map((part) => (
          <Table.Td key={part} ta="right">
            {formatCount(report.rows[part])}
          </Table.Td>
        ))}
      </Table.Tr>
      {(report.error !== null || report.warnings.length > 0) && (
        <Table.Tr>
          <Table.Td colSpan={7} pt={0} style={{ borderTop: 0 }}>
            {report.error !== null && (
              <Text size="sm" style={{ color: 'var(--state-must)' }}>
                {report.error}
              </Text>
            )}
            {report.warnings.map((warning) => (
              <div key={warning} className={styles.warning}>
                <IconAlertTriangle size={14} aria-label={t`Note`} />
                {warning}
              </div>
            ))}
          </Table.Td>
        </Table.Tr>
      )}
    </>
  )
}
