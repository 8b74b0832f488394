import { t } from '@lingui/core/macro'
import { Badge, Table, Text } from '@mantine/core'
import { IconArrowDown } from '@tabler/icons-react'
import { Fragment, useEffect, useState } from 'react'
import type { QuestionWorth } from '../../../../shared/contract/worth.ts'
import { IntervalBar } from '../../../charts/interval-bar.tsx'
import { durationWords } from '../../../conversation/words.ts'
import { formatInterval, formatNumber, formatValue } from '../../../ui/format.ts'
import { isTyping } from '../../../ui/keyboard.ts'
import { QuestionDetails } from './question-details.tsx'
import { pointsWords, sorted, verdictWords, type WorthSort } from './words.ts'
import styles from './worth.module.css'

const heads: { sort: WorthSort; label: string; isRight?: boolean; title: string }[] = [
  { sort: 'form', label: t`Question`, title: t`In the order of the form` },
  { sort: 'verdict', label: t`Verdict`, title: t`What could go comes first` },
  { sort: 'mean', label: t`Mean score`, title: t`Lowest first; with 95% interval` },
  {
    sort: 'spread',
    label: t`Between agents`,
    title: t`Standard deviation of agents’ true means; largest first`,
  },
  { sort: 'agreement', label: t`Agreement`, title: t`AC1 of conversations scored twice; lowest first` },
  {
    sort: 'link',
    label: t`Link`,
    title: t`Points of the outcome from the worst answer to the best; largest first`,
  },
  { sort: 'time', label: t`Time`, isRight: true, title: t`Median time at the desk; longest first` },
]

interface QuestionTableProps {
  scorecardId: number
  questions: readonly QuestionWorth[]
}

/** The questions with their verdicts; a row opens to what the verdict rests on. */
export function QuestionTable({ scorecardId, questions }: QuestionTableProps) {
  const [sort, setSort] = useState<WorthSort>('verdict')
  const [openId, setOpenId] = useState<number | null>(null)
  const rows = sorted(questions, sort)
  const widest = Math.max(
    0.05,
    ...questions.flatMap(({ links }) => links.slice(0, 1).flatMap(({ low, high }) => [-low, high])),
  )
  const widestSpread = Math.max(0.1, ...questions.map(({ spread }) => spread?.betweenAgents.high ?? 0))
  useRowKeys(rows.map(({ questionId }) => questionId))
  return (
    <Table.ScrollContainer minWidth={940}>
      <Table verticalSpacing={6} className={styles.table}>
        <Table.Thead>
          <Table.Tr>
            {heads.map(({ sort: own, label, isRight, title }) => (
              <Table.Th
                key={own}
                ta={isRight ? 'right' : undefined}
                aria-sort={sort === own ? 'other' : undefined}
              >
                <button type="button" className={styles.head} title={title} onClick={() => setSort(own)}>
                  {label}
                  {sort === own && <IconArrowDown size={12} aria-hidden />}
                </button>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((question) => {
            const isOpen = openId === question.questionId
            return (
              <Fragment key={question.questionId}>
                <Table.Tr
                  className={styles.row}
                  data-open={isOpen || undefined}
                  onClick={() => setOpenId(isOpen ? null : question.questionId)}
                >
                  <Table.Td>
                    <button
                      type="button"
                      id={`worth-${question.questionId}`}
                      className={styles.title}
                      aria-expanded={isOpen}
                      onClick={(event) => {
                        event.stopPropagation()
                        setOpenId(isOpen ? null : question.questionId)
                      }}
                    >
                      {question.question}
                    </button>
                    <Marks question={question} />
                  </Table.Td>
                  <Table.Td>
                    <Badge
                      tt="none"
                      fw={600}
                      variant={question.verdict === 'keep' ? 'light' : 'default'}
                      color={question.verdict === 'keep' ? 'green' : 'gray'}
                      data-offered={question.isOfferedForRetirement || undefined}
                      className={styles.verdict}
                    >
                      {verdictWords[question.verdict]}
                    </Badge>
                  </Table.Td>
                  <Table.Td>
                    <Mean question={question} />
                  </Table.Td>
                  <Table.Td>
                    {question.spread ? (
                      <IntervalBar
                        {...question.spread.betweenAgents}
                        from={0}
                        to={widestSpread}
                        words={t`${formatNumber(question.spread.betweenAgents.value * 100, 1)} pts`}
                      />
                    ) : (
                      <Unknown />
                    )}
                  </Table.Td>
                  <Table.Td>
                    {question.agreement?.ac1 ? (
                      <IntervalBar
                        {...question.agreement.ac1}
                        from={0}
                        to={1}
                        words={`${formatNumber(question.agreement.ac1.value, 2)} · n ${formatNumber(question.agreement.items)}`}
                      />
                    ) : (
                      <Unknown />
                    )}
                  </Table.Td>
                  <Table.Td>
                    <Link question={question} widest={widest} />
                  </Table.Td>
                  <Table.Td ta="right">
                    {question.time.medianMs === null ? <Unknown /> : durationWords(question.time.medianMs)}
                  </Table.Td>
                </Table.Tr>
                {isOpen && (
                  <Table.Tr>
                    <Table.Td colSpan={heads.length} className={styles.detailsCell}>
                      <QuestionDetails scorecardId={scorecardId} question={question} />
                    </Table.Td>
                  </Table.Tr>
                )}
              </Fragment>
            )
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function Unknown() {
  return (
    <Text span c="dimmed" size="sm" title={t`Not known`}>
      –
    </Text>
  )
}

function Marks({ question }: { question: QuestionWorth }) {
  const marks = [
    question.section,
    question.isCritical ? t`critical` : null,
    question.isAutomatedOnly ? t`automation only` : null,
    question.isOnForm ? null : t`not on the newest form`,
  ].filter((mark) => mark !== null)
  if (marks.length === 0) return null
  return (
    <Text size="xs" c="dimmed">
      {marks.join(' · ')}
    </Text>
  )
}

function Mean({ question }: { question: QuestionWorth }) {
  const { mean, low, high, n } = question[question.basis]
  if (mean === null) return <Unknown />
  return (
    <IntervalBar
      value={mean}
      low={low ?? mean}
      high={high ?? mean}
      from={0}
      to={1}
      words={`${formatValue(mean, 'score')} · n ${formatNumber(n)}`}
      title={
        (low === null || high === null ? '' : t`95% interval ${formatInterval(low, high, 'score')}; `) +
        (question.basis === 'drawn' ? t`drawn, weighted` : t`selection unknown`)
      }
    />
  )
}

function Link({ question, widest }: { question: QuestionWorth; widest: number }) {
  const [link] = question.links
  if (!link) return <Unknown />
  return (
    <IntervalBar
      {...link}
      from={-widest}
      to={widest}
      zero
      isAssumed={link.basis === 'prior'}
      words={link.basis === 'prior' ? t`assumed` : pointsWords(link.value)}
      title={t`${link.outcome}: ${pointsWords(link.value)} (${pointsWords(link.low)} to ${pointsWords(link.high)})`}
    />
  )
}

/** `j` and `k` go from question to question; Enter opens the one at hand, as it has the focus. */
function useRowKeys(ids: readonly number[]): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (isTyping(event) || event.defaultPrevented || (event.key !== 'j' && event.key !== 'k')) return
      const at = ids.findIndex((id) => document.activeElement?.id === `worth-${id}`)
      const next = event.key === 'j' ? Math.min(ids.length - 1, at + 1) : Math.max(0, at - 1)
      document.getElementById(`worth-${ids[next]}`)?.focus()
      event.preventDefault()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  })
}
