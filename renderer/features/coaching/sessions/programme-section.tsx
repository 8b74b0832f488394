import { SegmentedControl, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { LEAST_JUDGED, type ProgrammeGroup } from '../../../../shared/contract/effects.ts'
import { orpc } from '../../../app/client.ts'
import { IntervalLine } from '../../../charts/interval-line.tsx'
import { domainOf } from '../../../charts/scale.ts'
import { countOf, formatNumber } from '../../../ui/format.ts'
import { Section } from '../../../ui/page.tsx'
import { QueryView } from '../../../ui/states.tsx'
import classes from './lists.module.css'
import { useTeamWords } from './team-picker.tsx'
import { useMyTeams } from './use-my-teams.ts'

const groupings = {
  byDriver: 'By driver',
  byCoach: 'By coach',
  byTemplate: 'By questions',
} as const
type Grouping = keyof typeof groupings

/** What works here: sessions whose eight weeks are over, taken together. */
export function ProgrammeSection() {
  const [grouping, setGrouping] = useState<Grouping>('byDriver')
  const { teamIds, isKnown } = useMyTeams()
  const teams = useTeamWords()
  const programme = useQuery(orpc.sessions.programme.queryOptions({ input: { teamIds }, enabled: isKnown }))
  return (
    <Section
      title="What works here"
      note={`sessions whose eight weeks are over, together; ${teams}`}
      actions={
        <SegmentedControl
          size="xs"
          aria-label="Grouped by"
          data={(Object.keys(groupings) as Grouping[]).map((value) => ({
            value,
            label: groupings[value],
          }))}
          value={grouping}
          onChange={(value) => setGrouping(value)}
        />
      }
    >
      <QueryView query={programme} what="what works here">
        {(data) => <Groups groups={data[grouping]} />}
      </QueryView>
    </Section>
  )
}

function Groups({ groups }: { groups: ProgrammeGroup[] }) {
  if (groups.length === 0)
    return (
      <Text size="sm" c="dimmed">
        No session was held on a driver yet. Eight weeks after the first one there is something to see.
      </Text>
    )
  return (
    <ul className={classes.list} aria-label="What works here">
      {groups.map((group) => (
        <li key={group.key} className={classes.programme}>
          <span>
            <strong>{group.group}</strong>
            <Text size="sm" c="dimmed" component="div">
              {verdictWords(group)}
            </Text>
          </span>
          <Together group={group} />
        </li>
      ))}
    </ul>
  )
}

function verdictWords({ sessions, judged, verdicts }: ProgrammeGroup): string {
  if (judged === 0) return `${countOf(sessions, 'person', 'people')} coached, nobody judged yet`
  const parts = [
    [verdicts.improved, 'improved'],
    [verdicts.noChangeSeen, 'no change seen'],
    [verdicts.worse, 'worse'],
    [verdicts.tooEarly, 'too early to tell'],
  ] as const
  const said = parts.filter(([n]) => n > 0).map(([n, words]) => `${n} ${words}`)
  return `${judged} of ${sessions} judged: ${said.join(', ')}`
}

/** The mean effect with its interval; in so many smallest differences worth acting on, which can be compared between drivers. */
function Together({ group: { judged, mean, interval, unit } }: { group: ProgrammeGroup }) {
  if (judged < LEAST_JUDGED || mean === null || interval === null)
    return (
      <Text size="sm" c="dimmed" ta="end">
        {judged < LEAST_JUDGED ? 'too few to say what works' : 'no figure'}
      </Text>
    )
  const say = (value: number) =>
    `${value < 0 ? 'worse' : 'better'} by ${formatNumber(Math.abs(value), Math.abs(value) < 1 ? 2 : 1)}`
  return (
    <span>
      <IntervalLine
        interval={{ value: mean, low: interval.low, high: interval.high }}
        domain={domainOf([interval.low, interval.high, 0])}
        reference={0}
      />
      <Text size="xs" c="dimmed" ta="end">
        {say(mean)} ({say(interval.low)} to {say(interval.high)}){' '}
        {unit === 'stored' ? 'in its own unit' : 'smallest differences worth acting on'}
      </Text>
    </span>
  )
}
