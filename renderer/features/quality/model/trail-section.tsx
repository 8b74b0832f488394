import { Button, Group, Table, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { orpc } from '../../../app/client.ts'
import { countOf, formatCount, formatNumber } from '../../../ui/format.ts'
import { Section } from '../../../ui/page.tsx'
import { QueryView } from '../../../ui/states.tsx'
import { Instant } from '../../../ui/time.tsx'
import styles from './model.module.css'

const PAGE = 10

const outcomes = { answered: 'Answered', failed: 'Failed', cancelled: 'Given up' } as const

/** What a request was made for, in words. */
const purposeWords: Record<string, string> = {
  score: 'Scoring',
  'coaching-questions': 'Coaching questions',
}

/** Every request that went out, and nothing of what was in it. */
export function TrailSection() {
  /** The ids that pages begin before: the last one is shown. */
  const [pages, setPages] = useState<(number | undefined)[]>([undefined])
  const before = pages.at(-1)
  const query = useQuery(
    orpc.judge.requests.queryOptions({
      input: { limit: PAGE, ...(before !== undefined && { before }) },
      placeholderData: keepPreviousData,
    }),
  )
  return (
    <Section
      title="What was sent"
      note="Every request, with a fingerprint of the redacted conversation. Its words are not kept here."
    >
      <QueryView query={query} what="the requests">
        {({ items, total }) =>
          total === 0 ? (
            <Text size="sm" c="dimmed">
              Nothing was ever sent from this workspace.
            </Text>
          ) : (
            <>
              <Table.ScrollContainer minWidth={860}>
                <Table aria-label="Requests">
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>When</Table.Th>
                      <Table.Th>To</Table.Th>
                      <Table.Th>Model</Table.Th>
                      <Table.Th>What for</Table.Th>
                      <Table.Th>Outcome</Table.Th>
                      <Table.Th ta="right">Tokens read</Table.Th>
                      <Table.Th ta="right">Written</Table.Th>
                      <Table.Th>SHA-256</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {items.map((item) => (
                      <Table.Tr key={item.id}>
                        <Table.Td>
                          <Instant at={item.at} />
                        </Table.Td>
                        <Table.Td>{item.host}</Table.Td>
                        <Table.Td>{item.model}</Table.Td>
                        <Table.Td>{purposeWords[item.purpose] ?? item.purpose}</Table.Td>
                        <Table.Td>
                          {outcomes[item.outcome]}
                          {item.attempts > 1 && `, sent ${formatNumber(item.attempts)} times`}
                        </Table.Td>
                        <Table.Td ta="right">{formatCount(item.tokensIn)}</Table.Td>
                        <Table.Td ta="right">{formatCount(item.tokensOut)}</Table.Td>
                        <Table.Td className={styles.hash} title={item.sha256}>
                          {item.sha256.slice(0, 12)}…
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Table.ScrollContainer>
              <Group justify="space-between" mt="xs">
                <Text size="sm" c="dimmed">
                  {countOf(total, 'request')} in all
                </Text>
                <Group gap="xs">
                  <Button
                    variant="default"
                    disabled={pages.length === 1}
                    onClick={() => setPages(pages.slice(0, -1))}
                  >
                    Newer
                  </Button>
                  <Button
                    variant="default"
                    disabled={items.length < PAGE}
                    onClick={() => setPages([...pages, items.at(-1)!.id])}
                  >
                    Older
                  </Button>
                </Group>
              </Group>
            </>
          )
        }
      </QueryView>
    </Section>
  )
}
