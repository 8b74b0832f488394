import { plural, t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import type { HeatCell, PatternDriver, PatternGroup } from '../../../shared/contract/group-patterns.ts'
import { IntervalPlot } from '../../charts/interval-plot.tsx'
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
        <dt>{isTeam ? t`On all their work` : t`On this queue`}</dt>
        <dd>
          {estimateWords(driver, mean)}, <Plural value={agents} one="# agent" other="# agents" />
        </dd>
        <dt>
          <Trans>As measured</Trans>
        </dt>
        <dd>{valueWords(driver, raw)}</dd>
        {beside !== null && (
          <>
            <dt>{isTeam ? t`Other teams` : t`Other work`}</dt>
            <dd>
              {valueWords(driver, beside)}
              {!isTeam &&
                compared &&
                t`, ${plural(compared.restAgents, { one: '# agent', other: '# agents' })}, these among them`}
            </dd>
          </>
        )}
        {compared && isTeam && compared.isRestComparable && (
          <>
            <dt>
              <Trans>On the same work</Trans>
            </dt>
            <dd>
              <Trans>
                {valueWords(driver, compared.groupMean)},{' '}
                <Plural value={compared.agents} one="# agent" other="# agents" />; others{' '}
                {valueWords(driver, compared.rest)},{' '}
                <Plural value={compared.restAgents} one="# agent" other="# agents" />
              </Trans>
            </dd>
          </>
        )}
        {compared && (
          <>
            <dt>{!isTeam ? t`Difference` : compared.isRestComparable ? t`Difference there` : t`A hint`}</dt>
            <dd>
              <strong>{differenceWords(driver, compared.difference)}</strong>
              {isTeam && !compared.isRestComparable && t`, beside people on other work`}
            </dd>
          </>
        )}
      </dl>
    </>
  )
}
