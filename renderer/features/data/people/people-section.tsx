import { plural, t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { Select, Text, TextInput } from '@mantine/core'
import { IconSearch, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Person } from '../../../../shared/contract/people.ts'
import { orpc } from '../../../app/client.ts'
import { Section } from '../../../ui/page.tsx'
import { Empty, QueryView } from '../../../ui/states.tsx'
import styles from './people.module.css'
import { identityName, matchedWords } from './words.ts'

const shownAtOnce = 200

/** Everybody with the identities that count as them. */
export function PeopleSection() {
  const [search, setSearch] = useState('')
  const [which, setWhich] = useState<string>('all')
  const query = useQuery(orpc.people.list.queryOptions({ input: {} }))
  const summary = useQuery(orpc.workspace.summary.queryOptions())
  return (
    <QueryView query={query} what={t`the people`}>
      {(people) => {
        const found = people.filter((person) => fits(person, search.trim().toLowerCase(), which))
        const unmatched = summary.data?.unmatchedIdentities ?? 0
        return (
          <Section
            title={t`People`}
            note={
              <>
                <Plural value={people.length} one="# person" other="# people" />
                {unmatched > 0 &&
                  t`, ${plural(unmatched, { one: '# identity', other: '# identities' })} matched to nobody else`}
              </>
            }
            actions={
              <>
                <Select
                  aria-label={t`Which people`}
                  size="xs"
                  w={190}
                  allowDeselect={false}
                  data={[
                    { value: 'all', label: t`Everybody` },
                    { value: 'single', label: t`Known from one source only` },
                    { value: 'no-team', label: t`Without a team` },
                  ]}
                  value={which}
                  onChange={(value) => setWhich(value ?? 'all')}
                />
                <TextInput
                  aria-label={t`Find a person`}
                  size="xs"
                  w={210}
                  placeholder={t`Name, e-mail or id`}
                  leftSection={<IconSearch size={14} aria-hidden />}
                  value={search}
                  onChange={(event) => setSearch(event.currentTarget.value)}
                />
              </>
            }
          >
            {people.length === 0 ? (
              <Empty icon={IconUsers} title={t`No people yet`}>
                <Trans>They come with the files you import: logs, evaluations, surveys, rosters.</Trans>
              </Empty>
            ) : found.length === 0 ? (
              <Text size="sm" c="dimmed" py="sm" role="status">
                <Trans>Nobody fits.</Trans>
              </Text>
            ) : (
              <div className={styles.list} tabIndex={0} role="list" aria-label={t`People`}>
                {found.slice(0, shownAtOnce).map((person) => (
                  <PersonLine key={person.id} person={person} />
                ))}
                {found.length > shownAtOnce && (
                  <Text size="sm" c="dimmed" p="sm">
                    <Trans>
                      and{' '}
                      <Plural value={found.length - shownAtOnce} one="# more person" other="# more people" />:
                      search to narrow the list.
                    </Trans>
                  </Text>
                )}
              </div>
            )}
          </Section>
        )
      }}
    </QueryView>
  )
}

function fits(person: Person, search: string, which: string): boolean {
  if (which === 'single' && new Set(person.identities.map(({ source }) => source)).size !== 1) return false
  if (which === 'no-team' && person.teamId !== null) return false
  if (search === '') return true
  const texts = [
    person.name,
    person.email,
    person.team,
    ...person.identities.flatMap(({ name, email, externalId }) => [name, email, externalId]),
  ]
  return texts.some((text) => text?.toLowerCase().includes(search))
}

function PersonLine({ person }: { person: Person }) {
  return (
    <div className={styles.person} role="listitem">
      <Text size="sm" fw={600}>
        {person.name}
      </Text>
      <Text size="sm" c="dimmed">
        {person.team ?? t`no team`}
      </Text>
      <div className={styles.chips}>
        {person.identities.map((identity) => (
          <span
            key={identity.id}
            className={styles.chip}
            title={`${identity.source}: ${matchedWords[identity.matchedBy]}, ${plural(identity.facts, { one: '# row', other: '# rows' })}`}
          >
            {identityName(identity)}
            <span>
              {identity.source}
              {identity.matchedBy !== 'alone' && `, ${matchedWords[identity.matchedBy]}`}
            </span>
          </span>
        ))}
      </div>
    </div>
  )
}
