import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Group, Popover, Radio, SegmentedControl, Stack, Text, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Preferences } from '../../../shared/contract/workspace.ts'
import { orpc } from '../../app/client.ts'
import { windowChoices } from '../../app/search.ts'
import { TextLink } from '../../ui/link.tsx'
import { QueryView } from '../../ui/states.tsx'
import { useWeighing } from './use-weighing.ts'
import classes from './weighing.module.css'

const usualReturnDays = [1, 3, 7, 14, 30]

/** The days within which a customer's return counts, with the one now chosen among them. */
function returnChoices(chosen: number): number[] {
  return [...new Set([...usualReturnDays, chosen])].toSorted((a, b) => a - b)
}

/**
 * What the whole ranking is weighed by, and the windows it starts from: the workspace's choices, for everybody's pages. `outcomeId` is
 * the outcome the list on screen was made with.
 */
export function Weighing({
  preferences,
  outcomeId,
  onWindowChosen,
}: {
  preferences: Preferences
  outcomeId: string | undefined
  /** The default window was chosen: one chosen for this visit gives way. */
  onWindowChosen: () => void
}) {
  const [isOpen, { toggle, close, open }] = useDisclosure(false)
  const definitions = useQuery(orpc.metrics.definitions.queryOptions())
  const outcomes = definitions.data?.filter(({ role }) => role === 'outcome') ?? []
  const shown = outcomes.find(({ id }) => id === (outcomeId ?? preferences.outcomeMetricId))
  const weighing = useWeighing(preferences, outcomes)
  return (
    <Popover
      opened={isOpen}
      onChange={(opened) => (opened ? open() : close())}
      width={332}
      position="bottom-start"
      trapFocus
    >
      <Popover.Target>
        <UnstyledButton className={classes.trigger} onClick={toggle}>
          <Trans>
            Weighed by <span className={classes.outcome}>{shown?.label ?? t`the outcome`}</span>
            <IconChevronDown size={13} stroke={2} aria-hidden />
          </Trans>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <QueryView query={definitions} what={t`the outcomes`}>
          {() => (
            <Stack gap="md">
              <Radio.Group
                size="md"
                label={t`Weigh by`}
                description={t`People and actions stand in the order of what closing a gap would bring in this outcome.`}
                value={preferences.outcomeMetricId}
                onChange={weighing.chooseOutcome}
              >
                <Stack gap={7} mt={8}>
                  {outcomes.map(({ id, label }) => (
                    <Radio
                      key={id}
                      size="sm"
                      value={id}
                      label={label}
                      data-autofocus={id === shown?.id || undefined}
                    />
                  ))}
                </Stack>
              </Radio.Group>
              <Choice
                label={t`Open with the last`}
                choices={[...windowChoices]}
                value={preferences.windowDays}
                onChange={(days) => {
                  onWindowChosen()
                  weighing.chooseWindow(days)
                }}
              />
              <Choice
                label={t`Solved when nobody comes back within`}
                choices={returnChoices(preferences.fcrWindowDays)}
                value={preferences.fcrWindowDays}
                onChange={weighing.chooseReturnDays}
              />
              <Text size="xs" c="dimmed">
                <Trans>
                  Applies to this workspace: everybody's pages follow.{' '}
                  <TextLink to="/data" search={{ tab: 'metrics' }} size="xs" underline="always">
                    What each outcome means
                  </TextLink>
                </Trans>
              </Text>
            </Stack>
          )}
        </QueryView>
      </Popover.Dropdown>
    </Popover>
  )
}

function Choice({
  label,
  choices,
  value,
  onChange,
}: {
  label: string
  choices: number[]
  value: number
  onChange: (days: number) => void
}) {
  return (
    <div>
      <Text size="sm" fw={500} mb={4} aria-hidden>
        {label}
      </Text>
      <Group gap={8} wrap="nowrap">
        <SegmentedControl
          size="xs"
          aria-label={t`${label}, in days`}
          data={choices.map(String)}
          value={String(value)}
          onChange={(next) => onChange(Number(next))}
        />
        <Text size="xs" c="dimmed" aria-hidden>
          <Trans>days</Trans>
        </Text>
      </Group>
    </div>
  )
}
