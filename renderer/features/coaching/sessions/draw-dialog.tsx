import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Checkbox, Group, Modal, NumberInput, Select, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { DRAW_LIMITS, type Tie } from '../../../../shared/contract/waiting-lists.ts'
import { client, orpc } from '../../../app/client.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { tiedOf } from './draw-words.ts'
import classes from './drawn-lists.module.css'

/** Who stands chosen at first: those who tie, where they are enough. */
function chosenAtFirst(tie: Tie): number[] {
  const tied = tiedOf(tie)
  return tied.length >= DRAW_LIMITS.fewest ? tied.map(({ id }) => id) : []
}

async function undo(id: number): Promise<void> {
  try {
    await client.waitingLists.remove({ id })
  } catch (error) {
    notifyFailed(t`The draw could not be undone`, error)
  }
}

/** Chooses a driver, the people and how many go first, and draws. */
export function DrawDialog({ ties, onClose }: { ties: Tie[]; onClose: () => void }) {
  const [driverId, setDriverId] = useState(ties[0]!.driver.id)
  const tie = ties.find(({ driver }) => driver.id === driverId) ?? ties[0]!
  const tiedIds = new Set(tiedOf(tie).map(({ id }) => id))
  const [chosen, setChosen] = useState(() => chosenAtFirst(ties[0]!))
  const [asked, setAsked] = useState<number | null>(null)
  const half = Math.floor(chosen.length / 2)
  const most = chosen.length - DRAW_LIMITS.fewestOnASide
  const first = Math.min(Math.max(asked ?? half, DRAW_LIMITS.fewestOnASide), Math.max(most, 0))
  const isEnough = chosen.length >= DRAW_LIMITS.fewest
  const { mutate, isPending } = useMutation(
    orpc.waitingLists.draw.mutationOptions({
      onSuccess: ({ id }) => {
        notifyDone(t`Drawn. Prepare sessions for those who go first.`, () => void undo(id))
        onClose()
      },
      onError: (error) => notifyFailed(t`Nothing was drawn`, error),
    }),
  )
  const choose = (id: number, isIn: boolean) =>
    setChosen((before) => (isIn ? [...before, id] : before.filter((one) => one !== id)))
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Draw who goes first`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <Stack gap="sm">
        <Text size="sm">
          <Trans>
            Those drawn go first; the others wait about eight weeks. Coaching somebody who waits sooner ends
            the comparison.
          </Trans>
        </Text>
        <Select
          label={t({ message: 'On', context: 'what a draw is about' })}
          data={ties.map(({ driver }) => ({ value: driver.id, label: driver.label }))}
          value={tie.driver.id}
          allowDeselect={false}
          comboboxProps={{ withinPortal: true }}
          onChange={(id) => {
            const next = ties.find(({ driver }) => driver.id === id)
            if (!next) return
            setDriverId(next.driver.id)
            setChosen(chosenAtFirst(next))
            setAsked(null)
          }}
        />
        <div className={classes.people} role="group" aria-label={t`Whom to draw among`}>
          {tie.people.map(({ id, name, team }) => (
            <Checkbox
              key={id}
              label={name}
              description={[team, tiedIds.has(id) ? 'ties' : null].filter((word) => word !== null).join(', ')}
              checked={chosen.includes(id)}
              onChange={(event) => choose(id, event.currentTarget.checked)}
            />
          ))}
        </div>
        <NumberInput
          label={t`How many go first`}
          min={DRAW_LIMITS.fewestOnASide}
          max={Math.max(most, DRAW_LIMITS.fewestOnASide)}
          value={isEnough ? first : ''}
          disabled={!isEnough}
          placeholder={isEnough ? undefined : t`once ${DRAW_LIMITS.fewest} people are chosen`}
          onChange={(value) => setAsked(typeof value === 'number' ? value : null)}
        />
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            {isEnough
              ? t`${first} of ${plural(chosen.length, { one: '# person', other: '# people' })} go first, ${chosen.length - first} wait`
              : t`Choose at least ${DRAW_LIMITS.fewest} people`}
          </Text>
          <Button
            disabled={!isEnough}
            loading={isPending}
            onClick={() => mutate({ driverId: tie.driver.id, agentIds: chosen, first })}
          >
            <Trans>Draw</Trans>
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
