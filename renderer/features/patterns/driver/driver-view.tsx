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
        title="People or process"
        note={
          pattern.mean !== null && (
            <>
              mean of agents{' '}
              <NumberButton driver={driver} group={{ kind: 'everyone' }} says={driver.label}>
                {valueWords(driver, pattern.mean)}
              </NumberButton>
            </>
          )
        }
      >
        <GridPlaceMark place={grid.place} />
        <p className={classes.sentence}>
          {grid.sentence} <TargetLink driver={driver} grid={grid} />
        </p>
        <dl className={classes.words}>
          <dt>Against what it should be</dt>
          <dd>{grid.average === 'cannot-tell' ? 'cannot tell' : grid.average}</dd>
          <dt>Between agents of one team</dt>
          <dd>
            {grid.betweenAgents === null
              ? 'cannot tell'
              : `${grid.agents === 'cannot-tell' ? 'cannot tell whether wide' : `${grid.agents} spread`}: standard deviation ${estimateWords(driver, grid.betweenAgents)}`}
          </dd>
          <dt>Between reviewers</dt>
          <dd>
            {grid.reviewers === 'nobody'
              ? 'nobody reviews it'
              : grid.betweenReviewers === null
                ? 'cannot tell: compute the shares first'
                : `${grid.reviewers === 'cannot-tell' ? 'cannot tell' : `${grid.reviewers} spread`}: standard deviation ${estimateWords(driver, grid.betweenReviewers)}`}
          </dd>
        </dl>
      </Section>
      <FunnelSection pattern={pattern} />
      <CourseSection pattern={pattern} />
      <GroupsSection pattern={pattern} />
      {driver.kind === 'question' && (
        <Section title="Reviewers" note="As observed in these days">
          <LevelTable driverId={driver.id} source="reviewer" />
        </Section>
      )}
      <Section title={driver.kind === 'workforce' ? 'Shifts' : 'Behind the mean'}>
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
    <Section title="Teams and queues">
      <IntervalRows
        name={`${driver.label} by team and queue`}
        head={['Team or queue', 'Estimate', 'Agents']}
        low={domain.low}
        high={domain.high}
        ends={[valueWords(driver, domain.low), valueWords(driver, domain.high)]}
        rows={cells.map(({ group, mean, agents, compared }) => ({
          key: groupWord(group),
          label: `${group.kind === 'queue' ? 'Queue ' : ''}${group.label}${compared?.isFlagged ? ', flagged' : ''}`,
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
