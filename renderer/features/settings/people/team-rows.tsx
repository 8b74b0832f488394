import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Autocomplete, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ProfileView } from '../../../../shared/contract/profiles.ts'
import { orpc } from '../../../app/client.ts'

type Teams = ProfileView['teams']

/** The teams of a supervisor, each from a first to a last day where it has them. */
export function TeamRows({
  teams,
  seesEverybody,
  onChange,
}: {
  teams: Teams
  /** Whether the policy shows supervisors everybody, whatever their teams. */
  seesEverybody: boolean
  onChange: (teams: Teams) => void
}) {
  const known = useQuery(orpc.people.teams.queryOptions()).data ?? []
  const put = (at: number, change: Partial<Teams[number]>) =>
    onChange(teams.map((one, place) => (place === at ? { ...one, ...change } : one)))
  return (
    <Stack gap="xs" role="group" aria-label={t`Teams`}>
      <Text size="sm" fw={500}>
        <Trans>Teams</Trans>
      </Text>
      {teams.length === 0 && (
        <Text size="sm" c="dimmed">
          {seesEverybody
            ? t`The policy shows supervisors everybody, whatever their teams.`
            : t`Without a team a supervisor sees nobody.`}
        </Text>
      )}
      {teams.map(({ team, from, to }, at) => (
        // a row is its place: nothing else of it stays the same while it is typed
        <Group key={at} gap="xs" wrap="nowrap" align="flex-end">
          <Autocomplete
            flex={1}
            label={t`Team`}
            data={known.map(({ name }) => name)}
            maxLength={200}
            value={team}
            onChange={(value) => put(at, { team: value })}
          />
          <TextInput
            type="date"
            label={t`From`}
            value={from ?? ''}
            onChange={(event) => put(at, { from: event.currentTarget.value || null })}
          />
          <TextInput
            type="date"
            label={t`To, included`}
            value={to ?? ''}
            onChange={(event) => put(at, { to: event.currentTarget.value || null })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={team === '' ? t`Take this team away` : t`Take ${team} away`}
            onClick={() => onChange(teams.filter((_, place) => place !== at))}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Group>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange([...teams, { team: '', from: null, to: null }])}
        >
          <Trans>Add a team</Trans>
        </Button>
      </Group>
    </Stack>
  )
}
