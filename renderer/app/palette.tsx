import { t } from '@lingui/core/macro'
import { useMantineColorScheme } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import {
  isActionsGroup,
  Spotlight,
  type SpotlightActionGroupData,
  type SpotlightFilterFunction,
} from '@mantine/spotlight'
import {
  IconDatabase,
  IconFlask,
  IconHeartRateMonitor,
  IconKeyboard,
  IconMicrophone,
  IconMoon,
  IconSearch,
  IconSettings,
  IconUpload,
  IconUser,
  IconUsers,
} from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { WorkspaceChoice } from '../../shared/domain/bridge.ts'
import { notifyFailed } from '../ui/notify.tsx'
import { orpc } from './client.ts'
import { dataTabNames } from './data-tab-names.ts'
import { dataTabs, settingsTabs } from './search.ts'
import { useSaidGroups } from './palette-said.tsx'
import { settingsTabNames } from './settings-tab-names.ts'
import { mayOpenTab, viewsFor } from './profile/may-see.ts'
import { useMay } from './profile/use-may.ts'
import { openWorkspace } from './workspace-choice.ts'

const ICON = { size: 18, stroke: 1.6, 'aria-hidden': true }

const PAUSE_MS = 150
/** Names and commands shown at once; what was said stands below them and is never pushed out. */
const MOST_NAMED = 8

/** Those whose name, description or keywords have what is typed, in their groups, at most `MOST_NAMED`. */
function namedLike(typed: string, groups: SpotlightActionGroupData[]): SpotlightActionGroupData[] {
  const wanted = typed.trim().toLowerCase()
  let room = MOST_NAMED
  return groups.flatMap(({ group, actions }) => {
    const fitting = actions.filter(({ label, description, keywords }) =>
      [label, description, keywords].flat().some((text) => text?.toLowerCase().includes(wanted)),
    )
    const shown = fitting.slice(0, room)
    room -= shown.length
    return shown.length > 0 ? [{ group, actions: shown }] : []
  })
}

/** Everything one can go to or do, by typing. */
export function Palette({ onHelp, onHealth }: { onHelp: () => void; onHealth: () => void }) {
  const navigate = useNavigate()
  const { toggleColorScheme } = useMantineColorScheme()
  // A large roster is read only once somebody searches.
  const [isWanted, setIsWanted] = useState(false)
  const [typed, setTyped] = useState('')
  const said = useSaidGroups(useDebouncedValue(typed, PAUSE_MS)[0])
  const here = useQuery(orpc.profiles.me.queryOptions()).data
  const may = useMay()
  const mayImport = may('import')
  const people = useQuery(orpc.people.list.queryOptions({ input: {}, enabled: isWanted && may('agents') }))
  const teams = useQuery(orpc.people.teams.queryOptions({ enabled: may('figures') }))
  const recordings = useQuery(
    orpc.recordings.list.queryOptions({
      enabled: isWanted && typed.trim() !== '' && may('conversations'),
    }),
  )
  const isSample =
    useQuery(orpc.workspace.status.queryOptions({ enabled: may('workspace') })).data?.isSample ?? false
  const change = useMutation({
    mutationFn: (which: WorkspaceChoice) => openWorkspace(which),
    onError: (error) => notifyFailed(t`The other workspace could not be opened`, error),
  })

  const actions: SpotlightActionGroupData[] = [
    {
      group: t`Go to`,
      actions: viewsFor(here).map(({ to, label, icon: Picture }) => ({
        id: to,
        label,
        leftSection: <Picture {...ICON} />,
        onClick: () => void navigate({ to }),
      })),
    },
    {
      group: t`Do`,
      actions: [
        ...(mayImport
          ? [
              {
                id: 'import',
                label: t`Import files`,
                keywords: ['upload', 'csv', 'excel', t`add data`],
                leftSection: <IconUpload {...ICON} />,
                onClick: () => void navigate({ to: '/data', search: { tab: 'import' } }),
              },
            ]
          : []),
        {
          id: 'workspace',
          label: isSample ? t`Open my own data` : t`Look around in the sample`,
          keywords: ['sample', 'demo', 'workspace'],
          leftSection: isSample ? <IconDatabase {...ICON} /> : <IconFlask {...ICON} />,
          onClick: () => change.mutate(isSample ? 'own' : 'sample'),
        },
        ...(may('workspace')
          ? [
              {
                id: 'health',
                label: t`Show data health`,
                keywords: ['missing', 'coverage', 'gaps', 'freshness'],
                leftSection: <IconHeartRateMonitor {...ICON} />,
                onClick: onHealth,
              },
            ]
          : []),
        {
          id: 'scheme',
          label: t`Switch between light and dark`,
          keywords: ['theme', 'night'],
          leftSection: <IconMoon {...ICON} />,
          onClick: () => toggleColorScheme(),
        },
        {
          id: 'shortcuts',
          label: t`Keyboard shortcuts`,
          keywords: ['help', 'keys'],
          leftSection: <IconKeyboard {...ICON} />,
          onClick: onHelp,
        },
      ],
    },
    // after what one does most, which is all that is seen before anything is typed
    {
      group: t`Pages`,
      actions: [
        ...(may('conversations')
          ? [
              {
                id: 'search',
                label: t`Search what was said`,
                keywords: ['find', 'words'],
                leftSection: <IconSearch {...ICON} />,
                onClick: () => void navigate({ to: '/conversations/search' }),
              },
            ]
          : []),
        ...dataTabs
          .filter((tab) => mayImport && tab !== 'import')
          .map((tab) => ({
            id: `data ${tab}`,
            label: t`Data, ${dataTabNames[tab]}`,
            leftSection: <IconDatabase {...ICON} />,
            onClick: () => void navigate({ to: '/data', search: { tab } }),
          })),
        ...settingsTabs
          .filter((tab) => mayOpenTab(tab, here))
          .map((tab) => ({
            id: `settings ${tab}`,
            label: t`Settings, ${settingsTabNames[tab]}`,
            leftSection: <IconSettings {...ICON} />,
            onClick: () => void navigate({ to: '/settings', search: { tab } }),
          })),
      ],
    },
    {
      group: t`Agents`,
      actions: (people.data ?? []).map((person) => ({
        id: `agent ${person.id}`,
        label: person.name,
        description: person.team ?? t`no team`,
        leftSection: <IconUser {...ICON} />,
        onClick: () => void navigate({ to: '/coaching', search: { agent: person.id } }),
      })),
    },
    {
      group: t`Teams`,
      actions: (teams.data ?? []).map((team) => ({
        id: `team ${team.id}`,
        label: team.name,
        description: team.agents === 1 ? t`1 agent` : t`${team.agents} agents`,
        leftSection: <IconUsers {...ICON} />,
        onClick: () => void navigate({ to: '/coaching', search: { team: team.id } }),
      })),
    },
    {
      group: t`Recordings`,
      actions: (recordings.data ?? []).flatMap(({ id, interactionId, title, name, agent }) =>
        interactionId === null
          ? []
          : [
              {
                id: `recording ${id}`,
                label: title ?? name,
                description: agent?.name ?? t`agent not known`,
                leftSection: <IconMicrophone {...ICON} />,
                onClick: () =>
                  void navigate({ to: '/conversations/$interactionId', params: { interactionId } }),
              },
            ],
      ),
    },
  ]
  // what was said has been looked for by the engine: it fits as it is
  const filter: SpotlightFilterFunction = (query, all) => [
    ...namedLike(query, all.filter(isActionsGroup).slice(0, actions.length)),
    ...all.slice(actions.length),
  ]
  return (
    <Spotlight
      actions={[...actions, ...said]}
      filter={filter}
      onQueryChange={setTyped}
      scrollable
      maxHeight="min(70vh, 620px)"
      shortcut={['mod + K']}
      highlightQuery
      title={t`Search agents, teams, commands and what was said`}
      classNames={{ header: 'visually-hidden' }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.45 }}
      onSpotlightOpen={() => setIsWanted(true)}
      nothingFound={people.isFetching ? t`Looking…` : t`Nothing by that name.`}
      searchProps={{
        leftSection: <IconSearch {...ICON} />,
        placeholder: t`An agent, a team, a view, a command, or what was said`,
        'aria-label': t`Search`,
      }}
    />
  )
}
