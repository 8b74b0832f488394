import type { HeatCell, PatternDriver, PatternGroup } from '../../../shared/contract/group-patterns.ts'
import { IntervalPlot } from '../../charts/interval-plot.tsx'
import { countOf } from '../../ui/format.ts'
import classes from './patterns.module.css'
import { differenceWords, estimateWords, valueWords } from './words.ts'

/** A group's figures, each beside what it may be held against: all its work beside everybody else's, and the same work beside those who do it. */
export function GroupFigures({
  driver,
  group,
  cell: { agents, raw, mean, others, compared },
}: {
  driver: PatternDriver
  group: Pick<PatternGroup, 'kind' | 'label'>
  cell: Pick<HeatCell, 'agents' | 'raw' | 'mean' | 'others' | 'compared'>
}) {
  const isTeam = group.kind === 'team'
  const beside = isTeam ? others : (compared?.rest ?? null)
  return (
    <>
      <IntervalPlot
        name={`${driver.label}, ${group.label}`}
        data={{
          unit: driver.unit,
          scale: driver.scale,
          polarity: driver.polarity,
          posterior: { mean: mean.value, low: mean.low, high: mean.high },
          peerMean: beside,
        }}
      />
      <dl className={classes.figures}>
        <dt>{isTeam ? 'On all their work' : 'On this queue'}</dt>
        <dd>
          {estimateWords(driver, mean)}, {countOf(agents, 'agent')}
        </dd>
        <dt>As measured</dt>
        <dd>{valueWords(driver, raw)}</dd>
        {beside !== null && (
          <>
            <dt>{isTeam ? 'Other teams' : 'Other work'}</dt>
            <dd>
              {valueWords(driver, beside)}
              {!isTeam && compared && `, ${countOf(compared.restAgents, 'agent')}, these among them`}
            </dd>
          </>
        )}
        {compared && isTeam && compared.isRestComparable && (
          <>
            <dt>On the same work</dt>
            <dd>
              {valueWords(driver, compared.groupMean)}, {countOf(compared.agents, 'agent')}; others{' '}
              {valueWords(driver, compared.rest)}, {countOf(compared.restAgents, 'agent')}
            </dd>
          </>
        )}
        {compared && (
          <>
            <dt>{!isTeam ? 'Difference' : compared.isRestComparable ? 'Difference there' : 'A hint'}</dt>
            <dd>
              <strong>{differenceWords(driver, compared.difference)}</strong>
              {isTeam && !compared.isRestComparable && ', beside people on other work'}
            </dd>
          </>
        )}
      </dl>
    </>
  )
}
