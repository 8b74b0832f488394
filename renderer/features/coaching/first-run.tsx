import { Button, Checkbox, Group, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Team } from '../../../shared/contract/people.ts'
import { orpc } from '../../app/client.ts'
import { countOf } from '../../ui/format.ts'
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
      onError: (error) => notifyFailed('Your teams could not be kept', error),
    }),
  )
  const toggle = (id: number) =>
    setChosen((ids) => (ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]))
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <Stack gap={4}>
          <Title order={1}>Which teams are yours?</Title>
          <Text c="dimmed">
            Debrief opens on the people you coach. Everyone else stays one click away, and peers are compared
            across all teams.
          </Text>
        </Stack>
        <Stack gap={6} mt="lg" role="group" aria-label="Teams" className={classes.teams}>
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
                  {[team.site, countOf(team.agents, 'agent')].filter(Boolean).join(' · ')}
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
            All teams
          </Button>
          <Button
            size="sm"
            disabled={chosen.length === 0}
            loading={save.isPending}
            onClick={() => save.mutate({ myTeamIds: chosen })}
          >
            {chosen.length === 0 ? 'Show my teams' : `Show ${countOf(chosen.length, 'team')}`}
          </Button>
        </Group>
      </div>
    </main>
  )
}
