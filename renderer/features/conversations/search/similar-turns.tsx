import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Text } from '@mantine/core'
import { IconChevronLeft, IconVersions } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { TextLink } from '../../../ui/link.tsx'
import { Empty, Failure, Loading } from '../../../ui/states.tsx'
import colours from '../../../conversation/colours.module.css'
import { ConversationsHeading } from './conversations-heading.tsx'
import { Words } from './hit-card.tsx'
import { HitList } from './hit-list.tsx'
import styles from './search-page.module.css'
import { useSimilar } from './use-found-pages.ts'

/** Turns of other conversations that share the most telling words of one turn, which stands above them. */
export function SimilarTurns({ interactionId, segment }: { interactionId: number; segment: number }) {
  const router = useRouter()
  const found = useSimilar({ interactionId, segment })
  const first = found.data?.pages[0]
  const status = first
    ? t`${first.hasMore ? t`More than ` : ''}${plural(first.total, { one: '# turn', other: '# turns' })} like this one, in other conversations`
    : t`More like one moment`
  return (
    <main className={`${styles.page} ${colours.palette}`}>
      <ConversationsHeading mode="search" status={status} />
      <Group justify="space-between">
        <Button
          variant="subtle"
          color="gray"
          px="xs"
          leftSection={<IconChevronLeft size={15} aria-hidden />}
          onClick={() => router.history.back()}
        >
          <Trans>Back</Trans>
        </Button>
        {first && first.words.length > 0 && (
          <TextLink to="/conversations/search" search={{ q: first.words.join(' OR ') }} size="sm">
            <Trans>Search for these words</Trans>
          </TextLink>
        )}
      </Group>
      {first === undefined ? (
        found.isError ? (
          <Failure error={found.error} what={t`moments like that one`} onRetry={() => void found.refetch()} />
        ) : (
          <Loading label={t`moments like that one`} rows={9} height={28} />
        )
      ) : (
        <>
          <blockquote className={styles.like}>
            <Text>
              <Words text={first.like.text} highlights={[]} />
            </Text>
            <Text size="sm" c="dimmed" mt={4}>
              {first.words.length > 0 ? (
                <Trans>
                  Its most telling words: <span translate="no">{first.words.join(', ')}</span>
                </Trans>
              ) : (
                <Trans>It has no word that tells it from others.</Trans>
              )}
            </Text>
          </blockquote>
          {first.total === 0 ? (
            <Empty icon={IconVersions} title={t`No other moment like this one`}>
              <Trans>No other conversation shares the words that make it special.</Trans>
            </Empty>
          ) : (
            <HitList
              ref={null}
              hits={found.data?.pages.flatMap((page) => page.hits) ?? []}
              isStale={false}
              hasNextPage={found.hasNextPage}
              isFetchingNextPage={found.isFetchingNextPage}
              onMore={() => void found.fetchNextPage()}
              onTop={() => document.querySelector<HTMLElement>('main button')?.focus()}
            />
          )}
        </>
      )}
    </main>
  )
}
