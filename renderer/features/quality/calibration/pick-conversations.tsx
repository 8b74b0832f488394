import { plural, t } from '@lingui/core/macro'
import {
  ActionIcon,
  Button,
  Group,
  NumberInput,
  SegmentedControl,
  Stack,
  Table,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { CALIBRATION_LIMITS, type CalibrationCandidate } from '../../../../shared/contract/calibration.ts'
import { addDays } from '../../../../shared/domain/time.ts'
import { orpc } from '../../../app/client.ts'
import { durationWords } from '../../../conversation/words.ts'
import { notifyFailed } from '../../../ui/notify.tsx'
import { dayOfInstant } from '../../../ui/dates.ts'
import { Instant, useNow, useTimeZone } from '../../../ui/time.tsx'

interface PickConversationsProps {
  scorecardId: number | null
  picked: CalibrationCandidate[]
  onPick(picked: CalibrationCandidate[]): void
}

/** Conversations for a session: drawn at random from some days, or named by their contact ids. Agents are not shown: whoever makes a session may score in it. */
export function PickConversations({ scorecardId, picked, onPick }: PickConversationsProps) {
  const summary = useQuery(orpc.workspace.summary.queryOptions())
  const now = useNow()
  const timeZone = useTimeZone()
  const picking = useMutation(orpc.calibration.pick.mutationOptions())
  const [how, setHow] = useState<'random' | 'contacts'>('random')
  const [n, setN] = useState(5)
  const [days, setDays] = useState<{ from?: string; to?: string }>({})
  const [refs, setRefs] = useState('')
  const [said, setSaid] = useState<string | null>(null)
  const newest = summary.data?.to ?? dayOfInstant(now, timeZone)
  const to = days.to ?? newest
  const from = days.from ?? addDays(to, -27)
  const wanted = refs.split(/[\s,;]+/).filter((ref) => ref !== '')
  const pick = () => {
    if (scorecardId === null) return
    picking.mutate(
      {
        scorecardId,
        from: how === 'random' ? { kind: how, from, to, n } : { kind: how, refs: wanted.slice(0, 500) },
      },
      {
        onSuccess: ({ items, eligible, missing }) => {
          const known = new Set(picked.map(({ interactionId }) => interactionId))
          const more = items.filter(({ interactionId }) => !known.has(interactionId))
          onPick(how === 'random' ? items : [...picked, ...more].slice(0, CALIBRATION_LIMITS.items))
          setSaid(
            how === 'random'
              ? t`${items.length} of ${plural(eligible, { one: '# conversation', other: '# conversations' })} of these days.`
              : missing.length === 0
                ? null
                : t`No conversation for ${missing.slice(0, 5).join(', ')}${missing.length > 5 ? t` and ${missing.length - 5} more` : ''}.`,
          )
        },
        onError: (error) => notifyFailed(t`Nothing was picked`, error),
      },
    )
  }
  return (
    <Stack gap={8}>
      <Group align="flex-end" gap="sm">
        <SegmentedControl
          aria-label={t`How to choose conversations`}
          value={how}
          onChange={(value) => setHow(value)}
          data={[
            { value: 'random', label: t`Random` },
            { value: 'contacts', label: t`By contact id` },
          ]}
        />
        {how === 'random' && (
          <>
            <NumberInput
              label={t`How many`}
              w={100}
              min={1}
              max={CALIBRATION_LIMITS.items}
              value={n}
              onChange={(value) => setN(Math.min(CALIBRATION_LIMITS.items, Math.max(1, Number(value) || 1)))}
            />
            <TextInput
              label={t`From`}
              type="date"
              value={from}
              max={to}
              onChange={(event) => setDays({ from: event.currentTarget.value || from, to })}
            />
            <TextInput
              label={t`To`}
              type="date"
              value={to}
              min={from}
              onChange={(event) => setDays({ from, to: event.currentTarget.value || to })}
            />
          </>
        )}
        <Button
          variant="default"
          loading={picking.isPending}
          disabled={scorecardId === null || (how === 'contacts' && wanted.length === 0)}
          onClick={pick}
        >
          {how === 'random' ? (picked.length > 0 ? t`Draw again` : t`Draw`) : t`Add`}
        </Button>
      </Group>
      {how === 'contacts' && (
        <Textarea
          aria-label={t`Contact ids`}
          placeholder={t`Contact ids, one on a line or with commas`}
          autosize
          minRows={2}
          maxRows={6}
          value={refs}
          onChange={(event) => setRefs(event.currentTarget.value)}
        />
      )}
      {said !== null && (
        <Text size="sm" c="dimmed">
          {said}
        </Text>
      )}
      {picked.length > 0 && (
        <Table.ScrollContainer minWidth={500} mah={220}>
          <Table aria-label={t`Chosen conversations`}>
            <Table.Tbody>
              {picked.map((one) => (
                <Table.Tr key={one.interactionId}>
                  <Table.Td>
                    <Instant at={one.at} />
                  </Table.Td>
                  <Table.Td>{one.queue ?? t`no queue`}</Table.Td>
                  <Table.Td>{durationWords(one.durationMs)}</Table.Td>
                  <Table.Td c="dimmed">{one.contactRef ?? ''}</Table.Td>
                  <Table.Td ta="right">
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size="sm"
                      aria-label={t`Leave ${one.contactRef ?? t`this conversation`} out`}
                      onClick={() =>
                        onPick(picked.filter(({ interactionId }) => interactionId !== one.interactionId))
                      }
                    >
                      <IconX size={14} aria-hidden />
                    </ActionIcon>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Stack>
  )
}
