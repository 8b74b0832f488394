import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Text } from '@mantine/core'
import { IconArrowsShuffle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { DRAW_LIMITS, type Tie } from '../../../../shared/contract/waiting-lists.ts'
import { orpc } from '../../../app/client.ts'
import { Section } from '../../../ui/page.tsx'
import { QueryView } from '../../../ui/states.tsx'
import { DrawDialog } from './draw-dialog.tsx'
import { offerSentence, tiedOf } from './draw-words.ts'
import { DrawnList } from './drawn-list.tsx'
import { useMyTeams } from './use-my-teams.ts'

/** Who goes first where people tie: the draws that were made, with what they show, and the offer of another. Nothing where there is neither. */
export function DrawnLists() {
  const { teamIds, isKnown } = useMyTeams()
  /** As they stood when the dialog was opened: what changes meanwhile must not take it away under one's hands. */
  const [offered, setOffered] = useState<Tie[] | null>(null)
  const ties = useQuery(orpc.waitingLists.ties.queryOptions({ input: { teamIds }, enabled: isKnown }))
  const lists = useQuery(orpc.waitingLists.list.queryOptions())
  const [best] = ties.data ?? []
  if (lists.data?.length === 0 && best === undefined && !ties.isError) return null
  const isOffered = best !== undefined && tiedOf(best).length >= DRAW_LIMITS.fewest
  return (
    <Section
      title={t`Who goes first`}
      note={t`drawn by lot where people tie`}
      actions={
        best !== undefined && (
          <Button
            variant="default"
            leftSection={<IconArrowsShuffle size={16} aria-hidden />}
            onClick={() => setOffered(ties.data ?? null)}
          >
            <Trans>Draw who goes first</Trans>
          </Button>
        )
      }
    >
      {isOffered && (
        <Text size="sm" c="dimmed" mb="xs">
          {offerSentence(best)}
        </Text>
      )}
      {ties.isError && ties.data === undefined && (
        <QueryView query={ties} what={t`who ties`}>
          {() => null}
        </QueryView>
      )}
      <QueryView query={lists} what={t`the draws`}>
        {(drawn) =>
          drawn.length === 0 ? (
            isOffered || ties.data === undefined ? null : (
              <Text size="sm" c="dimmed">
                <Trans>Fewer than four tie, but you can choose people whom you would see equally soon.</Trans>
              </Text>
            )
          ) : (
            <>
              {drawn.map((list) => (
                <DrawnList key={list.id} list={list} />
              ))}
            </>
          )
        }
      </QueryView>
      {offered !== null && <DrawDialog ties={offered} onClose={() => setOffered(null)} />}
    </Section>
  )
}
