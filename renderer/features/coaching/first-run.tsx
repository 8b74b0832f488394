import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Checkbox, Group, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Team } from '../../../shared/contract/people.ts'
import { orpc } from '../../app/client.ts'
import { notifyFailed } from '../../ui/notify.tsx'
import classes from './first-run.module.css'

/** Asks once which teams are mine. No choice means all teams, also those imported later. */
export function FirstRun({ teams }: { teams: Team[] }) {
  const [chosen, setChosen] = useState<number[]>([])
  const queryClient = useQueryClient()
  const save = useMutation(
    orpc.workspace.setPreferences.mutationOptions({
      onSuccess: (preferences) =>
        queryClient.setQueryData(orpc.workspace.preferences.queryKey(), preferences),
      onError: (error) => notifyFailed(t`Your teams could not be kept`, error),
    }),
  )
  const toggle = (id: number) =>
    setChosen((ids) => (ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]))
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <Stack gap={4}>
          <Title order={1}>
            <Trans>Which teams are yours?</Trans>
          </Title>
          <Text c="dimmed">
            <Trans>
              Debrief opens on the people you coach. Everyone else stays one click away, and peers are
              compared across all teams.
            </Trans>
          </Text>
        </Stack>
        <Stack gap={6} mt="lg" role="group" aria-label={t`Teams`} className={classes.teams}>
          {teams.map((team) => (
            <Checkbox.Card
              key={team.id}
              className={classes.team}
              checked={chosen.includes(team.id)}
              onClick={() => toggle(team.id)}
              radius="md"
              aria-label={team.name}
            >
              <Group wrap="nowrap" gap="sm">
                <Checkbox.Indicator aria-hidden />
                <Text fw={600} flex={1}>
                  {team.name}
                </Text>
                <Text size="sm" c="dimmed">
                  {[team.site, plural(team.agents, { one: '# agent', other: '# agents' })]
                    .filter(Boolean)
                    .join(' · ')}
                </Text>
              </Group>
            </Checkbox.Card>
          ))}
        </Stack>
        <Group mt="lg" justify="space-between">
          <Button
            size="sm"
            variant="default"
            loading={save.isPending}
            onClick={() => save.mutate({ myTeamIds: [] })}
          >
            <Trans>All teams</Trans>
          </Button>
          <Button
            size="sm"
            disabled={chosen.length === 0}
            loading={save.isPending}
            onClick={() => save.mutate({ myTeamIds: chosen })}
          >
            {chosen.length === 0
              ? t`Show my teams`
              : t`Show ${plural(chosen.length, { one: '# team', other: '# teams' })}`}
          </Button>
        </Group>
      </div>
    </main>
  )
}
