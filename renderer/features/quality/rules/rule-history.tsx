import { t } from '@lingui/core/macro'
import { Text } from '@mantine/core'
import type { RuleOfQuestion } from '../../../../shared/contract/rules.ts'
import { Section } from '../../../ui/page.tsx'
import { Instant } from '../../../ui/time.tsx'

const said = { activated: t`let answer`, deactivated: 'stopped', undone: 'undone' } as const

/** When which version came to answer, newest first. */
export function RuleHistory({ events }: { events: RuleOfQuestion['events'] }) {
  if (events.length === 0) return null
  return (
    <Section title={t`History`} order={3}>
      {events.slice(0, 20).map(({ at, who, kind, fromVersion, toVersion }) => (
        <Text key={`${at} ${kind} ${fromVersion} ${toVersion}`} size="sm">
          <Instant at={at} /> · {who} · {toVersion === null ? t`no version` : t`version ${toVersion}`}{' '}
          {said[kind]}
          {fromVersion === null ? '' : t`, in the place of version ${fromVersion}`}
        </Text>
      ))}
    </Section>
  )
}
