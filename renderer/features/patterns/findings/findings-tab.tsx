import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Badge, Switch, Table } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconAffiliate } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { SystemicListItem } from '../../../../shared/contract/systemic.ts'
import { orpc } from '../../../app/client.ts'
import { formatDay } from '../../../ui/dates.ts'
import { ButtonLink, TextLink } from '../../../ui/link.tsx'
import { Section } from '../../../ui/page.tsx'
import { Empty, Loading, QueryView } from '../../../ui/states.tsx'
import { Instant } from '../../../ui/time.tsx'
import { statusWords } from '../words.ts'

const statusColours = { open: 'amber', doing: 'petrol', done: 'green', dropped: 'gray' } as const

/** What was kept: gaps that belong to a process, each with its owner and what became of it. */
export function FindingsTab() {
  const [showsRemoved, { toggle }] = useDisclosure(false)
  const query = useQuery(orpc.systemic.list.queryOptions({ input: { includeRemoved: showsRemoved } }))
  return (
    <Section
      title={t`Findings about the process`}
      note={t`Kept from the heat map, with the figures as they stood`}
      actions={<Switch size="xs" label={t`Show removed`} checked={showsRemoved} onChange={toggle} />}
    >
      <QueryView query={query} what={t`the findings`} loading={<Loading label={t`the findings`} />}>
        {(findings) => (findings.length === 0 ? <NoFindings /> : <FindingTable findings={findings} />)}
      </QueryView>
    </Section>
  )
}

function NoFindings() {
  return (
    <Empty
      icon={IconAffiliate}
      title={t`No finding is kept`}
      actions={
        <ButtonLink to="/patterns" search={{ view: 'heat-map' }}>
          <Trans>Open the heat map</Trans>
        </ButtonLink>
      }
    >
      <Trans>
        Open a cell of the heat map and keep it: it gets an owner and a date, and Debrief says whether the
        difference went away.
      </Trans>
    </Empty>
  )
}

function FindingTable({ findings }: { findings: readonly SystemicListItem[] }) {
  return (
    <Table.ScrollContainer minWidth={760}>
      <Table aria-label={t`Findings`} highlightOnHover verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              <Trans>Finding</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>Driver and group</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>Owner</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>Status</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>Due</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>Changed</Trans>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {findings.map(
            ({ id, title, driver, group, owner, status, dueOn, isOverdue, updatedAt, removedAt }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  <TextLink to="/patterns/findings/$findingId" params={{ findingId: id }}>
                    {title}
                  </TextLink>
                  {removedAt !== null && t` (removed)`}
                </Table.Td>
                <Table.Td>
                  {driver.label} · {group.label}
                  {!driver.isMeasured && t`, no longer measured`}
                </Table.Td>
                <Table.Td>{owner || '–'}</Table.Td>
                <Table.Td>
                  <Badge variant="light" color={statusColours[status]} tt="none">
                    {statusWords[status]}
                  </Badge>
                </Table.Td>
                <Table.Td fw={isOverdue ? 650 : undefined}>
                  {dueOn === null ? '–' : formatDay(dueOn)}
                  {isOverdue && t`, overdue`}
                </Table.Td>
                <Table.Td>
                  <Instant at={updatedAt} show="relative" />
                </Table.Td>
              </Table.Tr>
            ),
          )}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
