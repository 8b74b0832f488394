import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Text } from '@mantine/core'
import type { RuleOutcome, RuleTry, TriedConversation } from '../../../../shared/contract/rules.ts'
import { perCent } from '../../../../shared/domain/format.ts'
import { formatCount, formatNumber } from '../../../ui/format.ts'
import { outcomeWords } from './rule-words.ts'
import styles from './rules.module.css'

/** Which conversations of a try are looked at. */
export type Shown = RuleOutcome | 'changed' | 'differs'

const outcomes = ['pass', 'fail', 'not-applicable', 'abstain'] as const

/** Whether a conversation is one of those looked at; null: all are. */
export function isShown({ outcome, before, human }: TriedConversation, shown: Shown | null): boolean {
  if (shown === null) return true
  if (shown === 'changed') return before !== null && before !== outcome
  if (shown === 'differs') return human !== null && human !== outcome
  return outcome === shown
}

/** What those looked at are called. */
export function shownWords(shown: Shown): string {
  if (shown === 'changed') return t`Answered otherwise than now`
  return shown === 'differs' ? t`Answered otherwise than by a person` : outcomeWords[shown]
}

/** What a try came to: outcomes as bars, what changes, how it agrees with people, and why nothing is said. */
export function TryFigures({
  figures,
  shown,
  onShow,
}: {
  figures: RuleTry
  shown: Shown | null
  onShow(shown: Shown): void
}) {
  const { counts, done, changed, human, reasons } = figures
  return (
    <>
      {outcomes.map((outcome) => {
        const n = counts[outcome] ?? 0
        const share = done === 0 ? 0 : n / done
        return (
          <button
            key={outcome}
            type="button"
            className={styles.bar}
            aria-pressed={shown === outcome}
            onClick={() => onShow(outcome)}
          >
            <span>{outcomeWords[outcome]}</span>
            <span className={styles.track}>
              <span className={styles.fill} data-outcome={outcome} style={{ width: `${share * 100}%` }} />
            </span>
            <span className={styles.figure}>
              {formatCount(n)} · {formatNumber(share * 100, share > 0 && share < 0.1 ? 1 : 0)}%
            </span>
          </button>
        )
      })}
      {changed && (
        <Group gap={8} mt={8}>
          <Button
            size="compact-xs"
            variant={shown === 'changed' ? 'filled' : 'default'}
            aria-pressed={shown === 'changed'}
            onClick={() => onShow('changed')}
          >
            <Trans>{formatCount(changed.n)} changed</Trans>
          </Button>
          <Text size="xs" c="dimmed">
            {changed.moves
              .slice(0, 3)
              .map(({ from, to, n }) => `${outcomeWords[from]} → ${outcomeWords[to]}: ${formatCount(n)}`)
              .join(' · ')}
          </Text>
        </Group>
      )}
      {human && (
        <Group gap={8} mt={8}>
          <Button
            size="compact-xs"
            variant={shown === 'differs' ? 'filled' : 'default'}
            aria-pressed={shown === 'differs'}
            onClick={() => onShow('differs')}
          >
            <Trans>Against people</Trans>
          </Button>
          <Text size="xs" c="dimmed">
            {human.agreement === null
              ? t`No conversation both answered yet.`
              : t`Agrees on ${formatCount(human.agreements)} of ${formatCount(human.n)}: ${perCent(human.agreement.share)} (${formatNumber(human.agreement.low * 100)} to ${perCent(human.agreement.high)})`}
            {human.confusion
              .filter((pair) => pair.human !== pair.rule)
              .map(
                (pair) =>
                  t` · person ${outcomeWords[pair.human].toLowerCase()}, rule ${outcomeWords[pair.rule].toLowerCase()}: ${formatCount(pair.n)}`,
              )
              .join('')}
          </Text>
        </Group>
      )}
      {reasons.length > 0 && (
        <details className={styles.more}>
          <summary>
            <Trans>Why it is left open or does not apply</Trans>
          </summary>
          {reasons.map(({ outcome, sentence, n }) => (
            <Text key={`${outcome} ${sentence}`} size="xs">
              {formatCount(n)} · {sentence}
            </Text>
          ))}
        </details>
      )}
    </>
  )
}
