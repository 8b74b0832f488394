import { t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { Badge, Table, Text } from '@mantine/core'
import type { CalibrationSession } from '../../../../shared/contract/calibration.ts'
import { TextLink } from '../../../ui/link.tsx'
import { Section } from '../../../ui/page.tsx'
import { Instant } from '../../../ui/time.tsx'
import { missingIn, stateWords } from './words.ts'

const colours = { scoring: 'gray', revealed: 'petrol', settled: 'green' } as const

/** Every session with how far it is and who is missing. */
export function SessionTable({ sessions }: { sessions: CalibrationSession[] }) {
  return (
    <Section title={t`Sessions`}>
      <Table.ScrollContainer minWidth={760}>
        <Table highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>
                <Trans>Name</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>Form</Trans>
              </Table.Th>
              <Table.Th ta="right">
                <Trans>Conversations</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>Reviewers</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>State</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>Made</Trans>
              </Table.Th>
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
                      <Trans>from another workspace</Trans>
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  {session.form}{' '}
                  <Text span size="xs" c="dimmed">
                    <Trans>version {session.version}</Trans>
                  </Text>
                </Table.Td>
                <Table.Td ta="right">{session.items}</Table.Td>
                <Table.Td>
                  <Plural value={session.reviewers.length} one="# reviewer" other="# reviewers" />
                  {session.state === 'scoring' && missingIn(session).length > 0 && (
                    <Text size="xs" c="dimmed">
                      <Trans>
                        to come:{' '}
                        {missingIn(session)
                          .map(({ reviewer, submitted, total }) => t`${reviewer} (${submitted} of ${total})`)
                          .join(', ')}
                      </Trans>
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
