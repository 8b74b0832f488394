import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import type { DriverPattern } from '../../../../shared/contract/group-patterns.ts'
import { IntervalRows } from '../../../charts/interval-rows.tsx'
import { domainOf } from '../../../charts/scale.ts'
import { Section } from '../../../ui/page.tsx'
import { GridPlaceMark } from '../grid-place.tsx'
import { TargetLink } from '../target-link.tsx'
import { LevelTable } from '../behind/level-table.tsx'
import { Conversations } from '../behind/conversations.tsx'
import { NumberButton } from '../behind/number-button.tsx'
import classes from '../patterns.module.css'
import { endsOf, estimateWords, groupWord, valueWords } from '../words.ts'
import { CourseSection } from './course-section.tsx'
import { FunnelSection } from './funnel-section.tsx'

/** All that is known of one driver across groups. */
export function DriverView({ pattern, days }: { pattern: DriverPattern; days: number | undefined }) {
  const { driver, grid } = pattern
  return (
    <>
      <Section
        title={t`People or process`}
        note={
          pattern.mean !== null && (
            <>
              <Trans>
                mean of agents{' '}
                <NumberButton driver={driver} group={{ kind: 'everyone' }} says={driver.label}>
                  {valueWords(driver, pattern.mean)}
                </NumberButton>
              </Trans>
            </>
          )
        }
      >
        <GridPlaceMark place={grid.place} />
        <p className={classes.sentence}>
          {grid.sentence} <TargetLink driver={driver} grid={grid} />
        </p>
        <dl className={classes.words}>
          <dt>
            <Trans>Against what it should be</Trans>
          </dt>
          <dd>{averageWords[grid.average]}</dd>
          <dt>
            <Trans>Between agents of one team</Trans>
          </dt>
          <dd>
            {grid.betweenAgents === null
              ? t`cannot tell`
              : t`${spreadWords[grid.agents]}: standard deviation ${estimateWords(driver, grid.betweenAgents)}`}
          </dd>
          <dt>
            <Trans>Between reviewers</Trans>
          </dt>
          <dd>
            {grid.reviewers === 'nobody'
              ? t`nobody reviews it`
              : grid.betweenReviewers === null
                ? t`cannot tell: compute the shares first`
                : t`${spreadWords[grid.reviewers]}: standard deviation ${estimateWords(driver, grid.betweenReviewers)}`}
          </dd>
        </dl>
      </Section>
      <FunnelSection pattern={pattern} />
      <CourseSection pattern={pattern} />
      <GroupsSection pattern={pattern} />
      {driver.kind === 'question' && (
        <Section title={t`Reviewers`} note={t`As observed in these days`}>
          <LevelTable driverId={driver.id} source="reviewer" />
        </Section>
      )}
      <Section title={driver.kind === 'workforce' ? t`Shifts` : t`Behind the mean`}>
        <Conversations driverId={driver.id} group={{ kind: 'everyone' }} over="window" days={days} />
      </Section>
    </>
  )
}

function GroupsSection({ pattern: { driver, cells } }: { pattern: DriverPattern }) {
  if (cells.length === 0) return null
  const domain = domainOf(
    cells.flatMap(({ mean }) => [mean.low, mean.high]),
    endsOf(driver) ?? undefined,
  )
  return (
    <Section title={t`Teams and queues`}>
      <IntervalRows
        name={t`${driver.label} by team and queue`}
        head={[t`Team or queue`, t`Estimate`, t`Agents`]}
        low={domain.low}
        high={domain.high}
        ends={[valueWords(driver, domain.low), valueWords(driver, domain.high)]}
        rows={cells.map(({ group, mean, agents, compared }) => ({
          key: groupWord(group),
          label: `${group.kind === 'queue' ? t`Queue ` : ''}${group.label}${compared?.isFlagged ? t`, flagged` : ''}`,
          ...mean,
          figure: (
            <NumberButton driver={driver} group={{ kind: group.kind, key: group.key }} says={group.label}>
              {estimateWords(driver, mean)}
            </NumberButton>
          ),
          count: String(agents),
          isMarked: compared?.isFlagged ?? false,
        }))}
      />
    </Section>
  )
}

const averageWords = {
  low: t({ message: 'low', context: 'average' }),
  good: t({ message: 'good', context: 'average' }),
  'cannot-tell': t`cannot tell`,
} as const
const spreadWords = {
  wide: t`wide spread`,
  little: t`little spread`,
  'cannot-tell': t`cannot tell whether wide`,
} as const
