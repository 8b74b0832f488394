import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Badge, Group, SegmentedControl, Switch, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import type {
  CalibrationPage,
  CalibrationResults,
  ComparedItem,
} from '../../../../shared/contract/calibration.ts'
import type { ScorecardQuestion } from '../../../../shared/domain/scorecard/definition.ts'
import { formatValue } from '../../../ui/format.ts'
import { TextLink } from '../../../ui/link.tsx'
import { Section } from '../../../ui/page.tsx'
import styles from './compare.module.css'
import { CompareRow } from './compare-row.tsx'
import { useCompareKeys } from './use-compare-keys.ts'
import { useSettling } from './use-settling.ts'

/** Where the cursor stands. */
export interface Cell {
  itemId: number
  questionId: string
}

/** Everybody's answers to one conversation side by side, question by question, and what they are settled at. */
export function CompareSection({ page, results }: { page: CalibrationPage; results: CalibrationResults }) {
  const { definition, session } = page
  const [onlyDiffering, setOnlyDiffering] = useState(true)
  const rows = useMemo(
    () =>
      results.items.flatMap((item) =>
        definition.questions
          .filter((question) => !onlyDiffering || item.differing.includes(question.id))
          .map((question): Cell => ({ itemId: item.id, questionId: question.id })),
      ),
    [results, definition, onlyDiffering],
  )
  const [cursor, setCursor] = useState<Cell | null>(null)
  const first = rows.find(({ itemId, questionId }) =>
    results.items.find(({ id }) => id === itemId)!.open.includes(questionId),
  )
  const at = cursor ?? first ?? rows[0] ?? null
  const [shownItem, setShownItem] = useState<number | null>(null)
  const item = results.items.find(({ id }) => id === (shownItem ?? at?.itemId)) ?? results.items[0]
  const goTo = (cell: Cell) => {
    setCursor(cell)
    setShownItem(cell.itemId)
  }
  const settling = useSettling(page)
  const isOpen = session.state === 'revealed'
  useCompareKeys({ rows, at, results, isOpen, onGo: goTo, onTake: settling.begin })
  if (item === undefined) return null
  const open = results.items.reduce((sum, one) => sum + one.open.length, 0)
  const shown = definition.questions.filter(({ id }) => !onlyDiffering || item.differing.includes(id))
  return (
    <Section
      title={t`Side by side`}
      note={
        open > 0
          ? t`${plural(open, { one: '# difference', other: '# differences' })} to settle`
          : session.state === 'settled'
            ? t`all is settled`
            : t`nothing is left to settle`
      }
      actions={
        <Switch
          label={t`Only what differs`}
          checked={onlyDiffering}
          onChange={(event) => setOnlyDiffering(event.currentTarget.checked)}
        />
      }
    >
      <Group justify="space-between" mb="sm" align="center">
        <SegmentedControl
          aria-label={t`Conversation`}
          value={String(item.id)}
          onChange={(value) => {
            setShownItem(Number(value))
            const there = rows.find(({ itemId }) => itemId === Number(value))
            if (there) setCursor(there)
          }}
          data={results.items.map(({ id, position, open: left, differing }) => ({
            value: String(id),
            label: `${position}${left.length > 0 ? t` · ${left.length} open` : differing.length > 0 ? t` · settled` : ''}`,
          }))}
        />
        <ItemFacts item={item} />
      </Group>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label={t`Answers to conversation ${item.position}`}>
          <thead>
            <tr>
              <th scope="col" className={styles.question}>
                <Trans>Question</Trans>
              </th>
              {item.parts.map(({ reviewer, score0to1 }, index) => (
                <th scope="col" key={reviewer}>
                  <span className={styles.number}>{index + 1}</span> {reviewer}
                  {reviewer === session.expert && (
                    <span className={styles.dim}>
                      <Trans> expert</Trans>
                    </span>
                  )}
                  <div className={styles.dim}>{formatValue(score0to1, 'score')}</div>
                </th>
              ))}
              <th scope="col">
                <Trans>
                  Settled
                  <div className={styles.dim}>
                    {item.settledScore0to1 === null
                      ? t`no score yet`
                      : formatValue(item.settledScore0to1, 'score')}
                  </div>
                </Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((question: ScorecardQuestion) => (
              <CompareRow
                key={question.id}
                item={item}
                question={question}
                isActive={at?.itemId === item.id && at.questionId === question.id}
                isOpen={isOpen}
                settling={settling}
                onActivate={() => goTo({ itemId: item.id, questionId: question.id })}
              />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length === 0 && (
        <Text size="sm" c="dimmed" py="sm">
          <Trans>Everybody answered this conversation alike.</Trans>
        </Text>
      )}
    </Section>
  )
}

function ItemFacts({ item }: { item: ComparedItem }) {
  return (
    <Group gap="sm">
      <Badge variant="default" tt="none" fw={500}>
        {item.agent ?? t`Agent not known`}
      </Badge>
      {item.interactionId === null ? (
        <Text size="sm" c="dimmed">
          <Trans>the conversation is gone</Trans>
        </Text>
      ) : (
        <TextLink
          size="sm"
          to="/conversations/$interactionId"
          params={{ interactionId: item.interactionId }}
          search={{}}
        >
          {item.contactRef ?? t`Open the conversation`}
        </TextLink>
      )}
    </Group>
  )
}
