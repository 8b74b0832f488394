import { t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { Button, Group, Table, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { orpc } from '../../../app/client.ts'
import { formatCount, formatNumber } from '../../../ui/format.ts'
import { Section } from '../../../ui/page.tsx'
import { QueryView } from '../../../ui/states.tsx'
import { Instant } from '../../../ui/time.tsx'
import styles from './model.module.css'

const PAGE = 10

const outcomes = { answered: t`Answered`, failed: t`Failed`, cancelled: t`Given up` } as const

/** What a request was made for, in words. */
const purposeWords: Record<string, string> = {
  score: t`Scoring`,
  'coaching-questions': t`Coaching questions`,
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
      title={t`What was sent`}
      note={t`Every request, with a fingerprint of the redacted conversation. Its words are not kept here.`}
    >
      <QueryView query={query} what={t`the requests`}>
        {({ items, total }) =>
          total === 0 ? (
            <Text size="sm" c="dimmed">
              <Trans>Nothing was ever sent from this workspace.</Trans>
            </Text>
          ) : (
            <>
              <Table.ScrollContainer minWidth={860}>
                <Table aria-label={t`Requests`}>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>
                        <Trans>When</Trans>
                      </Table.Th>
                      <Table.Th>
                        <Trans>To</Trans>
                      </Table.Th>
                      <Table.Th>
                        <Trans>Model</Trans>
                      </Table.Th>
                      <Table.Th>
                        <Trans>What for</Trans>
                      </Table.Th>
                      <Table.Th>
                        <Trans>Outcome</Trans>
                      </Table.Th>
                      <Table.Th ta="right">
                        <Trans>Tokens read</Trans>
                      </Table.Th>
                      <Table.Th ta="right">
                        <Trans>Written</Trans>
                      </Table.Th>
                      <Table.Th>
                        <Trans>SHA-256</Trans>
                      </Table.Th>
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
                          {item.attempts > 1 && t`, sent ${formatNumber(item.attempts)} times`}
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
                  <Trans>
                    <Plural value={total} one="# request" other="# requests" /> in all
                  </Trans>
                </Text>
                <Group gap="xs">
                  <Button
                    variant="default"
                    disabled={pages.length === 1}
                    onClick={() => setPages(pages.slice(0, -1))}
                  >
                    <Trans>Newer</Trans>
                  </Button>
                  <Button
                    variant="default"
                    disabled={items.length < PAGE}
                    onClick={() => setPages([...pages, items.at(-1)!.id])}
                  >
                    <Trans>Older</Trans>
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
