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
    <QueryView query={query} what="the scorecards" loading={<Loading label="the scorecards" rows={6} />}>
      {(list) => (
        <>
          {list.length === 0 ? (
            <Empty
              icon={IconClipboardList}
              title="No scorecard yet"
              actions={
                <>
                  <Button onClick={() => setIsNew(true)}>Make a scorecard</Button>
                  <ImportForm />
                </>
              }
            >
              A scorecard is the form conversations are scored on. Start with the one Debrief comes with, or
              an empty one.
            </Empty>
          ) : (
            <Section
              title="Scorecards"
              actions={
                <>
                  <ImportForm />
                  <Button onClick={() => setIsNew(true)}>Make a scorecard</Button>
                </>
              }
            >
              <Table>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>Name</Table.Th>
                    <Table.Th>State</Table.Th>
                    <Table.Th ta="right">Questions</Table.Th>
                    <Table.Th ta="right">Reviews</Table.Th>
                    <Table.Th ta="right">Automated</Table.Th>
                    <Table.Th>Last used</Table.Th>
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
              version {scorecard.publishedVersion}
            </Badge>
          ) : scorecard.hasDraft ? null : (
            <Badge variant="default" tt="none" fw={500}>
              answers only
            </Badge>
          )}
          {scorecard.hasDraft && (
            <Badge variant="light" color="amber" tt="none" fw={500}>
              draft
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
            never
          </Text>
        ) : (
          formatDay(scorecard.lastDay)
        )}
      </Table.Td>
    </Table.Tr>
  )
}
