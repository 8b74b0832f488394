import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { SegmentedControl, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { LEAST_JUDGED, type ProgrammeGroup } from '../../../../shared/contract/effects.ts'
import { orpc } from '../../../app/client.ts'
import { IntervalLine } from '../../../charts/interval-line.tsx'
import { domainOf } from '../../../charts/scale.ts'
import { formatNumber } from '../../../ui/format.ts'
import { Section } from '../../../ui/page.tsx'
import { QueryView } from '../../../ui/states.tsx'
import classes from './lists.module.css'
import { useTeamWords } from './team-picker.tsx'
import { useMyTeams } from './use-my-teams.ts'

const groupings = {
  byDriver: t`By driver`,
  byCoach: t`By coach`,
  byTemplate: t`By questions`,
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
      title={t`What works here`}
      note={t`sessions whose eight weeks are over, together; ${teams}`}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t`Grouped by`}
          data={(Object.keys(groupings) as Grouping[]).map((value) => ({
            value,
            label: groupings[value],
          }))}
          value={grouping}
          onChange={(value) => setGrouping(value)}
        />
      }
    >
      <QueryView query={programme} what={t`what works here`}>
        {(data) => <Groups groups={data[grouping]} />}
      </QueryView>
    </Section>
  )
}

function Groups({ groups }: { groups: ProgrammeGroup[] }) {
  if (groups.length === 0)
    return (
      <Text size="sm" c="dimmed">
        <Trans>
          No session was held on a driver yet. Eight weeks after the first one there is something to see.
        </Trans>
      </Text>
    )
  return (
    <ul className={classes.list} aria-label={t`What works here`}>
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
  if (judged === 0)
    return t`${plural(sessions, { one: '# person', other: '# people' })} coached, nobody judged yet`
  const parts = [
    [verdicts.improved, t`improved`],
    [verdicts.noChangeSeen, t`no change seen`],
    [verdicts.worse, t`worse`],
    [verdicts.tooEarly, t`too early to tell`],
  ] as const
  const said = parts.filter(([n]) => n > 0).map(([n, words]) => `${n} ${words}`)
  return t`${judged} of ${sessions} judged: ${said.join(', ')}`
}

/** The mean effect with its interval; in so many smallest differences worth acting on, which can be compared between drivers. */
function Together({ group: { judged, mean, interval, unit } }: { group: ProgrammeGroup }) {
  if (judged < LEAST_JUDGED || mean === null || interval === null)
    return (
      <Text size="sm" c="dimmed" ta="end">
        {judged < LEAST_JUDGED ? t`too few to say what works` : t`no figure`}
      </Text>
    )
  const say = (value: number) => {
    const size = formatNumber(Math.abs(value), Math.abs(value) < 1 ? 2 : 1)
    return value < 0 ? t`worse by ${size}` : t`better by ${size}`
  }
  return (
    <span>
      <IntervalLine
        interval={{ value: mean, low: interval.low, high: interval.high }}
        domain={domainOf([interval.low, interval.high, 0])}
        reference={0}
      />
      <Text size="xs" c="dimmed" ta="end">
        <Trans>
          {say(mean)} ({say(interval.low)} to {say(interval.high)}){' '}
          {unit === 'stored' ? t`in its own unit` : t`smallest differences worth acting on`}
        </Trans>
      </Text>
    </span>
  )
}
