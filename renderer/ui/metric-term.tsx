import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Badge, Group, Popover, Stack, Text, UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import type { MetricDefinition } from '../../shared/domain/metric-definition.ts'
import { caseMixWords, roleWords } from './definition-words.ts'
import { formatDifference, formatValue } from './format.ts'
import classes from './metric-term.module.css'

function polarityWords(definition: MetricDefinition): string {
  const { polarity, unit, scale } = definition
  switch (polarity.direction) {
    case 'higher':
      return t`Higher is better.`
    case 'lower':
      return t`Lower is better.`
    case 'band':
      return t`Best between ${formatValue(polarity.low, unit, scale)} and ${formatValue(polarity.high, unit, scale)}.`
    case 'context':
      return t`Neither higher nor lower is better: shown for context.`
  }
}

/** A metric's name that opens its definition. No figure stands on a screen without it. */
export function MetricTerm({ definition, children }: { definition: MetricDefinition; children?: ReactNode }) {
  return (
    <Popover width={340} position="bottom-start">
      <Popover.Target>
        <UnstyledButton className={classes.term} aria-label={t`${definition.label}: definition`}>
          {children ?? definition.label}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={6}>
          <Group justify="space-between">
            <Text fw={650}>{definition.label}</Text>
            <Badge variant="default" size="sm" tt="none">
              {roleWords[definition.role]}
            </Badge>
          </Group>
          <Text size="sm">{definition.definition}</Text>
          <Text size="sm" c="dimmed">
            <Trans>
              {polarityWords(definition)}{' '}
              {definition.caseMix.length > 0
                ? t`Adjusted for ${caseMixWords(definition)}.`
                : t`Not adjusted for contact mix.`}{' '}
              Smallest difference worth acting on:{' '}
              {formatDifference(definition.smallestDifference, definition.unit, definition.scale).replace(
                '+',
                '',
              )}
              . Shown from n = {definition.leastN}.
            </Trans>
          </Text>
          <Text size="xs" c="dimmed">
            <Trans>
              Source: {definition.source} · {definition.id}, version {definition.version}
            </Trans>
          </Text>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
