import { t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { Group, SegmentedControl, Select, Stack, Text } from '@mantine/core'
import { IconChecklist } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReviewItem } from '../../../../shared/contract/reviews.ts'
import { orpc } from '../../../app/client.ts'
import { ButtonLink } from '../../../ui/link.tsx'
import { Empty, Loading, QueryView } from '../../../ui/states.tsx'
import { ReviewTable } from './review-table.tsx'
import { WorkloadStrip } from './workload-strip.tsx'

/** What the queue shows. */
export type Shown = 'open' | 'submitted' | 'skipped'

const states: Record<Shown, ReviewItem['state'][]> = {
  open: ['waiting', 'draft'],
  submitted: ['submitted'],
  skipped: ['skipped'],
}

const everybody = 'everybody'

interface QueueTabProps {
  show: Shown
  onShow(show: Shown): void
}

/** What waits to be reviewed, whose it is, and why it was picked. */
export function QueueTab({ show, onShow }: QueueTabProps) {
  const me = useQuery(orpc.reviews.me.queryOptions())
  const [whose, setWhose] = useState<string>(everybody)
  const query = useQuery(
    orpc.reviews.list.queryOptions({
      input: { states: states[show], ...(whose !== everybody && { reviewer: whose === '' ? null : whose }) },
    }),
  )
  return (
    <QueryView
      query={query}
      what={t`the review queue`}
      loading={<Loading label={t`the review queue`} rows={8} />}
    >
      {({ items, total, workload }) => {
        // another's part of a calibration is theirs alone
        const next = items.find(
          ({ state, isBlind, reviewer }) =>
            (state === 'waiting' || state === 'draft') && (!isBlind || reviewer === me.data?.name),
        )
        return (
          <>
            <Group justify="space-between" mb="sm">
              <Group gap="sm">
                <SegmentedControl
                  aria-label={t`Which reviews`}
                  value={show}
                  onChange={(value) => onShow(value)}
                  data={[
                    { value: 'open', label: t`Open` },
                    { value: 'submitted', label: t`Submitted` },
                    { value: 'skipped', label: t`Skipped` },
                  ]}
                />
                <Select
                  aria-label={t`Whose reviews`}
                  w={190}
                  allowDeselect={false}
                  value={whose}
                  onChange={(value) => setWhose(value ?? everybody)}
                  data={[
                    { value: everybody, label: t`Everybody’s` },
                    { value: '', label: t`Nobody’s yet` },
                    ...[
                      ...new Set([me.data?.name ?? null, ...workload.map(({ reviewer }) => reviewer)]),
                    ].flatMap((name) =>
                      name === null
                        ? []
                        : [{ value: name, label: name === me.data?.name ? t`${name} (me)` : name }],
                    ),
                  ]}
                />
                <Text size="sm" c="dimmed">
                  <Plural value={total} one="# review" other="# reviews" />
                  {total > items.length ? t`, the first ${items.length} shown` : ''}
                </Text>
              </Group>
              {show === 'open' && next && (
                <ButtonLink to="/quality/reviews/$reviewId" params={{ reviewId: next.id }}>
                  {next.state === 'draft' ? t`Go on with the draft` : t`Start with the first`}
                </ButtonLink>
              )}
            </Group>
            <Stack gap="md">
              <WorkloadStrip workload={workload} />
              {items.length === 0 ? (
                <NothingHere show={show} />
              ) : (
                <ReviewTable
                  items={items}
                  shown={show}
                  me={me.data?.name ?? null}
                  known={me.data?.known ?? []}
                />
              )}
            </Stack>
          </>
        )
      }}
    </QueryView>
  )
}

function NothingHere({ show }: { show: Shown }) {
  if (show !== 'open')
    return <Empty title={show === 'submitted' ? t`Nothing is submitted yet` : t`Nothing was skipped`} />
  return (
    <Empty
      icon={IconChecklist}
      title={t`Nothing waits for review`}
      actions={
        <>
          <ButtonLink to="/quality" search={{ tab: 'plans' }}>
            <Trans>Draw from a plan</Trans>
          </ButtonLink>
          <ButtonLink variant="default" to="/conversations">
            <Trans>Choose a conversation</Trans>
          </ButtonLink>
        </>
      }
    >
      <Trans>
        Let a sampling plan draw conversations, so that what is found stands for all of them; or ask for a
        single one on its page.
      </Trans>
    </Empty>
  )
}
