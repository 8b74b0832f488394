import { Badge, Table, Text } from '@mantine/core'
import type { CalibrationSession } from '../../../../shared/contract/calibration.ts'
import { countOf } from '../../../ui/format.ts'
import { TextLink } from '../../../ui/link.tsx'
import { Section } from '../../../ui/page.tsx'
import { Instant } from '../../../ui/time.tsx'
import { missingIn, stateWords } from './words.ts'

const colours = { scoring: 'gray', revealed: 'petrol', settled: 'green' } as const

/** Every session with how far it is and who is missing. */
export function SessionTable({ sessions }: { sessions: CalibrationSession[] }) {
  return (
    <Section title="Sessions">
      <Table.ScrollContainer minWidth={760}>
        <Table highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Name</Table.Th>
              <Table.Th>Form</Table.Th>
              <Table.Th ta="right">Conversations</Table.Th>
              <Table.Th>Reviewers</Table.Th>
              <Table.Th>State</Table.Th>
              <Table.Th>Made</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sessions.map((session) => (
              <Table.Tr key={session.id}>
                <Table.Td>
                  <TextLink to="/quality/calibration/$sessionId" params={{ sessionId: session.id }}>
                    {session.name}
                  </TextLink>
                  {!session.isOurs && (
                    <Text size="xs" c="dimmed">
                      from another workspace
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  {session.form}{' '}
                  <Text span size="xs" c="dimmed">
                    version {session.version}
                  </Text>
                </Table.Td>
                <Table.Td ta="right">{session.items}</Table.Td>
                <Table.Td>
                  {countOf(session.reviewers.length, 'reviewer')}
                  {session.state === 'scoring' && missingIn(session).length > 0 && (
                    <Text size="xs" c="dimmed">
                      to come:{' '}
                      {missingIn(session)
                        .map(({ reviewer, submitted, total }) => `${reviewer} (${submitted} of ${total})`)
                        .join(', ')}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  <Badge variant="light" tt="none" color={colours[session.state]}>
                    {stateWords(session)}
                  </Badge>
                </Table.Td>
                <Table.Td>
                  <Instant at={session.createdAt} show="day" />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  )
}
