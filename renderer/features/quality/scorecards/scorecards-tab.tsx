import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Badge, Button, Group, Table, Text } from '@mantine/core'
import { IconClipboardList } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ScorecardItem } from '../../../../shared/contract/scorecards.ts'
import { orpc } from '../../../app/client.ts'
import { formatDay } from '../../../ui/dates.ts'
import { formatNumber } from '../../../ui/format.ts'
import { TextLink } from '../../../ui/link.tsx'
import { Section } from '../../../ui/page.tsx'
import { Empty, Loading, QueryView } from '../../../ui/states.tsx'
import { ImportForm } from './import-form.tsx'
import { NewScorecard } from './new-scorecard.tsx'

/** Every form: those one scores on here, and those whose answers were imported. */
export function ScorecardsTab() {
  const query = useQuery(orpc.scorecards.list.queryOptions())
  const [isNew, setIsNew] = useState(false)
  return (
    <QueryView
      query={query}
      what={t`the scorecards`}
      loading={<Loading label={t`the scorecards`} rows={6} />}
    >
      {(list) => (
        <>
          {list.length === 0 ? (
            <Empty
              icon={IconClipboardList}
              title={t`No scorecard yet`}
              actions={
                <>
                  <Button onClick={() => setIsNew(true)}>
                    <Trans>Make a scorecard</Trans>
                  </Button>
                  <ImportForm />
                </>
              }
            >
              <Trans>
                A scorecard is the form conversations are scored on. Start with the one Debrief comes with, or
                an empty one.
              </Trans>
            </Empty>
          ) : (
            <Section
              title={t`Scorecards`}
              actions={
                <>
                  <ImportForm />
                  <Button onClick={() => setIsNew(true)}>
                    <Trans>Make a scorecard</Trans>
                  </Button>
                </>
              }
            >
              <Table>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>
                      <Trans>Name</Trans>
                    </Table.Th>
                    <Table.Th>
                      <Trans>State</Trans>
                    </Table.Th>
                    <Table.Th ta="right">
                      <Trans>Questions</Trans>
                    </Table.Th>
                    <Table.Th ta="right">
                      <Trans>Reviews</Trans>
                    </Table.Th>
                    <Table.Th ta="right">
                      <Trans>Automated</Trans>
                    </Table.Th>
                    <Table.Th>
                      <Trans>Last used</Trans>
                    </Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {list.map((scorecard) => (
                    <Row key={scorecard.id} scorecard={scorecard} />
                  ))}
                </Table.Tbody>
              </Table>
            </Section>
          )}
          {isNew && <NewScorecard known={list} onClose={() => setIsNew(false)} />}
        </>
      )}
    </QueryView>
  )
}

function Row({ scorecard }: { scorecard: ScorecardItem }) {
  return (
    <Table.Tr>
      <Table.Td>
        <TextLink to="/quality/scorecards/$scorecardId" params={{ scorecardId: scorecard.id }}>
          {scorecard.name}
        </TextLink>
      </Table.Td>
      <Table.Td>
        <Group gap={6}>
          {scorecard.publishedVersion !== null ? (
            <Badge tt="none" fw={500}>
              <Trans>version {scorecard.publishedVersion}</Trans>
            </Badge>
          ) : scorecard.hasDraft ? null : (
            <Badge variant="default" tt="none" fw={500}>
              <Trans>answers only</Trans>
            </Badge>
          )}
          {scorecard.hasDraft && (
            <Badge variant="light" color="amber" tt="none" fw={500}>
              <Trans>draft</Trans>
            </Badge>
          )}
        </Group>
      </Table.Td>
      <Table.Td ta="right">{formatNumber(scorecard.questions)}</Table.Td>
      <Table.Td ta="right">{formatNumber(scorecard.evaluations)}</Table.Td>
      <Table.Td ta="right">{formatNumber(scorecard.automatedEvaluations)}</Table.Td>
      <Table.Td>
        {scorecard.lastDay === null ? (
          <Text span c="dimmed" size="sm">
            <Trans>never</Trans>
          </Text>
        ) : (
          formatDay(scorecard.lastDay)
        )}
      </Table.Td>
    </Table.Tr>
  )
}
