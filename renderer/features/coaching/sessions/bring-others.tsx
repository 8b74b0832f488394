import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Checkbox, Popover, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconUsersPlus } from '@tabler/icons-react'
import { skipToken, useQuery } from '@tanstack/react-query'
import type { SessionPage } from '../../../../shared/contract/session.ts'
import { perCent } from '../../../../shared/domain/format.ts'
import { client, orpc } from '../../../app/client.ts'
import { formatValue } from '../../../ui/format.ts'
import { QueryView } from '../../../ui/states.tsx'
import type { SessionActions } from './use-session.ts'

/** Makes a group session of one whose gap others share. */
export function BringOthers({ session, actions }: { session: SessionPage; actions: SessionActions }) {
  const [isOpen, { open, close, toggle }] = useDisclosure(false)
  const { id, people } = session
  const alike = useQuery(orpc.sessions.alike.queryOptions({ input: isOpen ? { id } : skipToken }))
  /** From whoever takes part by then: two boxes ticked in a row are two people. */
  const set = (change: (ids: number[]) => number[]) =>
    void actions.act(
      () => client.sessions.setPeople({ id, agentIds: change(actions.now().people.map((one) => one.id)) }),
      t`Who takes part was not changed`,
    )
  return (
    <Popover
      opened={isOpen}
      onChange={(opened) => (opened ? open() : close())}
      width={360}
      position="bottom-start"
      trapFocus
    >
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconUsersPlus size={14} aria-hidden />}
          onClick={toggle}
        >
          <Trans>Others with this gap</Trans>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          {people.length > 1 &&
            people.map((person) => (
              <Checkbox
                key={person.id}
                checked
                label={person.name}
                onChange={() => set((ids) => ids.filter((one) => one !== person.id))}
              />
            ))}
          <QueryView query={alike} what={t`others`}>
            {(others) =>
              others.length === 0 ? (
                <Text size="sm" c="dimmed">
                  <Trans>
                    Nobody else has this gap for sure: talk about it with {people[0]?.name ?? t`them`} alone.
                  </Trans>
                </Text>
              ) : (
                <>
                  {others.map(({ agent, value, unit, scale, probabilityOfGap }) => (
                    <Checkbox
                      key={agent.id}
                      checked={false}
                      label={`${agent.name}${agent.team === null ? '' : ` (${agent.team})`}`}
                      description={t`probably ${formatValue(value, unit, scale)}; a gap with ${perCent(probabilityOfGap)} certainty`}
                      onChange={() => set((ids) => [...new Set([...ids, agent.id])])}
                    />
                  ))}
                </>
              )
            }
          </QueryView>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
