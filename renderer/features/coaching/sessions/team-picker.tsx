import { t } from '@lingui/core/macro'
import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../../../app/client.ts'
import { useTeamChoice } from './use-my-teams.ts'

/** The choices of teams by their value, in the order of the list; `My teams` only where some are mine and others are not. */
function useTeamChoices(): { value: string; label: string }[] {
  const preferences = useQuery(orpc.workspace.preferences.queryOptions())
  const teams = useQuery(orpc.people.teams.queryOptions()).data ?? []
  const mine = preferences.data?.myTeamIds ?? []
  const hasMine = mine.length > 0 && mine.length < teams.length
  return [
    ...(hasMine ? [{ value: 'mine', label: t`My teams` }] : []),
    { value: 'all', label: t`All teams` },
    ...teams.map(({ id, name }) => ({ value: String(id), label: name })),
  ]
}

function useShownChoice(): { choices: { value: string; label: string }[]; shown: string } {
  const choices = useTeamChoices()
  const { choice } = useTeamChoice()
  const isThere = choices.some(({ value }) => value === String(choice))
  return { choices, shown: isThere ? String(choice) : 'all' }
}

/** What is chosen, within a sentence: `my teams`, `all teams`, a team's name. */
export function useTeamWords(): string {
  const { choices, shown } = useShownChoice()
  if (shown === 'mine') return t`my teams`
  return shown === 'all' ? t`all teams` : (choices.find(({ value }) => value === shown)?.label ?? '')
}

/** Chooses whose sessions are shown, on every page about sessions alike. */
export function TeamPicker() {
  const { choices, shown } = useShownChoice()
  const { choose } = useTeamChoice()
  return (
    <Select
      size="xs"
      w={170}
      aria-label={t`Team`}
      allowDeselect={false}
      searchable={choices.length > 10}
      data={choices}
      value={shown}
      onChange={(value) =>
        value !== null && choose(value === 'mine' || value === 'all' ? value : Number(value))
      }
    />
  )
}
