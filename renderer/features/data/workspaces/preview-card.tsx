import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Badge, Button, CloseButton, Group, Text } from '@mantine/core'
import type { MergePreview } from '../../../../shared/contract/merging.ts'
import { formatDay } from '../../../ui/dates.ts'
import { KeyQuestion } from './key-question.tsx'
import { Remarks } from './remarks.tsx'
import styles from './workspaces.module.css'

interface PreviewCardProps {
  preview: MergePreview
  isLooking: boolean
  onRemove(): void
  /** Gives what opens an encrypted one. */
  onKey(text: string): void
  onSource(source: string, choice: 'apart' | 'same'): void
}

/** What merging one workspace would do. */
export function PreviewCard({ preview, isLooking, onRemove, onKey, onSource }: PreviewCardProps) {
  const { name, place, form, error, holdings, sessions, newestDay, isUnchanged, comparison } = preview
  return (
    <section className={styles.card} aria-label={name ?? place}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Group gap="xs">
            <Text fw={600}>{name ?? place}</Text>
            {form === 'aggregate' && (
              <Badge variant="light">
                <Trans>aggregate</Trans>
              </Badge>
            )}
            {isUnchanged && (
              <Badge variant="light" color="gray">
                <Trans>nothing new</Trans>
              </Badge>
            )}
          </Group>
          {name !== null && (
            <Text size="sm" c="dimmed" className={styles.place}>
              {place}
            </Text>
          )}
        </div>
        <CloseButton aria-label={t`Leave out ${name ?? place}`} onClick={onRemove} />
      </Group>
      {error !== null && (
        <Text size="sm" className={styles.error} role="alert">
          {error}
        </Text>
      )}
      {preview.asksForKey && <KeyQuestion isLooking={isLooking} onGiven={onKey} />}
      {holdings && (
        <Text size="sm" mt={6}>
          {[
            plural(holdings.contacts, { one: '# contact', other: '# contacts' }),
            ...(holdings.conversations > 0
              ? [plural(holdings.conversations, { one: '# conversation', other: '# conversations' })]
              : []),
            ...(holdings.evaluations > 0
              ? [plural(holdings.evaluations, { one: '# evaluation', other: '# evaluations' })]
              : []),
            ...(holdings.surveys > 0
              ? [plural(holdings.surveys, { one: '# survey', other: '# surveys' })]
              : []),
            ...(holdings.shifts > 0 ? [plural(holdings.shifts, { one: '# shift', other: '# shifts' })] : []),
          ].join(', ')}
          {newestDay !== null && t`; newest ${formatDay(newestDay)}`}
        </Text>
      )}
      {sessions && sessions.added + sessions.changed + sessions.removed + sessions.kept > 0 && (
        <Text size="sm">
          <Trans>
            Coaching sessions:{' '}
            {[
              ...(sessions.added > 0 ? [t`${sessions.added} to come`] : []),
              ...(sessions.changed > 0 ? [t`${sessions.changed} changed there`] : []),
              ...(sessions.removed > 0 ? [t`${sessions.removed} no longer there`] : []),
              ...(sessions.kept > 0 ? [t`${sessions.kept} as before`] : []),
            ].join(', ')}
          </Trans>
        </Text>
      )}
      {comparison?.sourcesApart.map(({ source, name: apart, because }) => (
        <div key={source} className={styles.choice}>
          <Text size="sm">
            <Trans>
              {because} {source} is kept apart as “{apart}”, so nothing is mixed up.
            </Trans>
          </Text>
          <Button variant="default" onClick={() => onSource(source, 'same')}>
            <Trans>Take them for one</Trans>
          </Button>
        </div>
      ))}
      {comparison && <Remarks comparison={comparison} />}
    </section>
  )
}
