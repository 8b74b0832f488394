import { t } from '@lingui/core/macro'
import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../../../app/client.ts'

const MOST_SHOWN = 50

/** Which person of the data an agent's profile belongs to. */
export function AgentChoice({
  agentId,
  onChange,
}: {
  agentId: number | null
  onChange: (agentId: number | null, name: string | null) => void
}) {
  const people = useQuery(orpc.people.list.queryOptions({ input: {} }))
  const nameOf = new Map((people.data ?? []).map(({ id, name }) => [String(id), name]))
  return (
    <Select
      label={t`Which agent this is`}
      placeholder={t`Find a name`}
      searchable
      limit={MOST_SHOWN}
      nothingFoundMessage={t`Nobody by that name`}
      error={people.isError ? t`The agents could not be loaded.` : null}
      data={(people.data ?? []).map(({ id, name, team }) => ({
        value: String(id),
        label: team === null ? name : `${name} · ${team}`,
      }))}
      value={agentId === null ? null : String(agentId)}
      onChange={(value) =>
        onChange(value === null ? null : Number(value), value === null ? null : (nameOf.get(value) ?? null))
      }
    />
  )
}
