import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Badge, Button, Group, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { ComparedItem } from '../../../../shared/contract/calibration.ts'
import type { DeskAnswer } from '../../../../shared/contract/reviews.ts'
import type { ScorecardQuestion } from '../../../../shared/domain/scorecard/definition.ts'
import styles from './compare.module.css'
import { SettleForm } from './settle-form.tsx'
import type { Settling } from './use-settling.ts'
import { answerWords } from './words.ts'

interface CompareRowProps {
  item: ComparedItem
  question: ScorecardQuestion
  isActive: boolean
  /** Whether anything can be settled. */
  isOpen: boolean
  settling: Settling
  onActivate(): void
}

/** One question of a conversation as each reviewer answered it; the active one with notes, moments and a form to settle it. */
export function CompareRow({ item, question, isActive, isOpen, settling, onActivate }: CompareRowProps) {
  const row = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  const isDiffering = item.differing.includes(question.id)
  const settled = item.settled[question.id]
  const columns = item.parts.length + 2
  return (
    <>
      <tr
        ref={row}
        className={styles.row}
        data-active={isActive || undefined}
        data-differing={isDiffering || undefined}
        onClick={onActivate}
      >
        <th scope="row" className={styles.question}>
          <button type="button" className={styles.plain} aria-expanded={isActive} onClick={onActivate}>
            {question.title}
          </button>
          {isDiffering && (
            <Badge
              size="xs"
              variant="light"
              color={item.open.includes(question.id) ? 'red' : 'gray'}
              tt="none"
            >
              <Trans>differs</Trans>
            </Badge>
          )}
        </th>
        {item.parts.map((part) => {
          const given = part.answers[question.id]
          const isOff =
            settled !== undefined &&
            answerWords(question, given?.answer) !== answerWords(question, settled.answer)
          return (
            <td key={part.reviewer} data-off={(isDiffering && isOff) || undefined}>
              {answerWords(question, given?.answer)}
              {isDiffering && isOff && <span className={styles.dim}> ≠</span>}
              {given?.setBy === 'default' && (
                <div className={styles.dim}>
                  <Trans>default, untouched</Trans>
                </div>
              )}
              {isActive && given && <Detail given={given} />}
            </td>
          )
        })}
        <td className={styles.settled}>
          {settled === undefined ? (
            <span className={styles.dim}>
              <Trans>open</Trans>
            </span>
          ) : (
            <>
              <strong>{answerWords(question, settled.answer)}</strong>
              <div className={styles.dim}>
                {settled.basis === 'alike'
                  ? t`all alike`
                  : settled.basis === 'expert'
                    ? t`the expert’s`
                    : (settled.takenFrom ?? t`another answer`)}
              </div>
              {isActive && settled.remark !== '' && <Text size="sm">{settled.remark}</Text>}
            </>
          )}
        </td>
      </tr>
      {isActive && isOpen && question.type !== 'text' && (
        <tr className={styles.settleRow}>
          <td colSpan={columns}>
            {settled?.basis === 'settled' && settling.draft === null ? (
              <Group gap="sm">
                <Text size="sm" c="dimmed">
                  <Trans>Settled{settled.settledBy === null ? '' : t` by ${settled.settledBy}`}.</Trans>
                </Text>
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => settling.undo(item.id, question.id)}
                >
                  <Trans>Take it back</Trans>
                </Button>
              </Group>
            ) : (
              <SettleForm
                key={`${item.id} ${question.id}`}
                item={item}
                question={question}
                settling={settling}
              />
            )}
          </td>
        </tr>
      )}
    </>
  )
}

function Detail({ given }: { given: DeskAnswer }) {
  return (
    <div className={styles.detail}>
      {given.note !== '' && <p>{given.note}</p>}
      {given.rootCauses.length > 0 && <p className={styles.dim}>{given.rootCauses.join(', ')}</p>}
      {given.moments.map((moment, index) => (
        <q key={index}>{moment.quote}</q>
      ))}
      {given.note === '' && given.moments.length === 0 && given.rootCauses.length === 0 && (
        <p className={styles.dim}>
          <Trans>no note</Trans>
        </p>
      )}
    </div>
  )
}
