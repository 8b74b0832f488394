import { t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { Table } from '@mantine/core'
import { Fragment, type ReactNode } from 'react'
import type { DriverShares as Shares } from '../../../../shared/contract/group-patterns.ts'
import { perCent } from '../../../../shared/domain/format.ts'
import { ShareBar, ShareKey, type SharePattern } from '../../../charts/share-bars.tsx'
import { formatInterval, formatNumber } from '../../../ui/format.ts'
import { TextLink } from '../../../ui/link.tsx'
import { LevelTable } from '../behind/level-table.tsx'
import { NumberButton } from '../behind/number-button.tsx'
import classes from '../patterns.module.css'
import { driverKinds, estimateWords } from '../words.ts'

type Source = Shares['shares'][number]['source']

const sources: Record<Source, { words: string; pattern: SharePattern }> = {
  agent: { words: t`between agents`, pattern: 'solid' },
  team: { words: t`between teams`, pattern: 'lines' },
  queue: { words: t`between queues`, pattern: 'cross' },
  reason: { words: t`between reasons`, pattern: 'dots' },
  reviewer: { words: t`between reviewers`, pattern: 'fall' },
  site: { words: t`between sites`, pattern: 'rise' },
  contact: { words: t`single contacts`, pattern: 'plain' },
}

/** The row of levels that is open, as `team question:3`, and how another is opened. */
export interface OpenedLevels {
  opened: string | undefined
  onOpened: (levels: string | undefined) => void
}

const share = (value: number) => perCent(value)

/** Every driver with its sentence, its shares as one bar, and their figures on request. */
export function DriverShares({ drivers, ...rows }: OpenedLevels & { drivers: readonly Shares[] }) {
  const order = driverKinds.map(([kind]) => kind)
  const sorted = drivers.toSorted((a, b) => order.indexOf(a.driver.kind) - order.indexOf(b.driver.kind))
  const present = new Set(drivers.flatMap(({ shares }) => shares.map(({ source }) => source)))
  return (
    <>
      <ShareKey
        parts={(Object.keys(sources) as Source[])
          .filter((source) => present.has(source))
          .map((source) => ({ label: sources[source].words, pattern: sources[source].pattern }))}
      />
      {sorted.map((one) => (
        <OneDriver key={one.driver.id} shares={one} {...rows} />
      ))}
    </>
  )
}

function OneDriver({
  shares: { driver, shares, sentence, n, agents, teams, untold, isLogScale, resampled },
  opened,
  onOpened,
}: OpenedLevels & {
  shares: Shares
}) {
  const openSource = shares.find(({ source }) => opened === `${source} ${driver.id}`)?.source
  return (
    <article className={classes.shareRow} aria-label={driver.label}>
      <h3>
        <TextLink to="/patterns" search={{ view: 'driver', driver: driver.id }}>
          {driver.label}
        </TextLink>
        {driver.kind === 'auto-question' && (
          <span className={classes.dim}>
            <Trans>automated</Trans>
          </span>
        )}
      </h3>
      <div>
        <p className={classes.shareSentence}>{sentence}</p>
        <ShareBar
          label={`${driver.label}: ${shares.map((one) => `${sources[one.source].words} ${share(one.share)}`).join(', ')}`}
          parts={shares.map((one) => ({
            key: one.source,
            label: sources[one.source].words,
            share: one.share,
            pattern: sources[one.source].pattern,
          }))}
        />
        <BetweenGroups driver={driver} shares={shares} />
        <p className={classes.shareNote}>
          {shares.map(({ source, share: value, low, high }, index) => (
            <Fragment key={source}>
              {index > 0 && ' · '}
              <ShareNumber
                driver={driver}
                source={source}
                isOpen={source === openSource}
                onOpen={() => onOpened(source === openSource ? undefined : `${source} ${driver.id}`)}
              >
                {sources[source].words} {share(value)} ({formatInterval(low, high, 'share')})
              </ShareNumber>
            </Fragment>
          ))}
        </p>
        {openSource !== undefined && openSource !== 'contact' && (
          <div className={classes.levels}>
            <LevelTable driverId={driver.id} source={openSource} />
          </div>
        )}
        <details>
          <summary>
            <Trans>Figures</Trans>
          </summary>
          <Table aria-label={t`Shares of ${driver.label}`} maw={760} verticalSpacing={3}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>
                  <Trans>Source</Trans>
                </Table.Th>
                <Table.Th>
                  <Trans>Share (95% interval)</Trans>
                </Table.Th>
                <Table.Th>
                  <Trans>Standard deviation (95% interval)</Trans>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shares.map(({ source, low, high, deviation, isSetToZero, ...one }) => (
                <Table.Tr key={source}>
                  <Table.Td>{sources[source].words}</Table.Td>
                  <Table.Td>
                    {share(one.share)} ({formatInterval(low, high, 'share')})
                    {isSetToZero && t`, came out below 0`}
                  </Table.Td>
                  <Table.Td>
                    {isLogScale
                      ? t`${formatNumber(deviation.value, 2)} (${formatNumber(deviation.low, 2)} to ${formatNumber(deviation.high, 2)}), of logarithms`
                      : estimateWords(driver, deviation)}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          <p className={classes.shareNote}>
            <Trans>
              <Plural value={n} one="# observation" other="# observations" />,{' '}
              <Plural value={agents} one="# agent" other="# agents" />,{' '}
              <Plural value={teams} one="# team" other="# teams" />; intervals from drawing {resampled} again.
              {untold.length > 0 &&
                t` Not told apart: ${untold.map((source) => sources[source].words).join(', ')}.`}
            </Trans>
          </p>
        </details>
      </div>
    </article>
  )
}

const MOSTLY_CONTACTS = 0.6

/** Where nearly all lies in single contacts, what lies between groups drawn again as a whole of its own. */
function BetweenGroups({ driver, shares }: Pick<Shares, 'driver' | 'shares'>) {
  const groups = shares.filter((one) => one.source !== 'contact' && one.share > 0)
  const all = groups.reduce((sum, one) => sum + one.share, 0)
  if (all <= 0 || all > 1 - MOSTLY_CONTACTS) return null
  return (
    <>
      <p className={classes.shareNote}>
        <Trans>The {share(all)} that do not lie in single contacts, drawn larger:</Trans>
      </p>
      <ShareBar
        label={t`${driver.label}, what does not lie in single contacts: ${groups.map((one) => `${sources[one.source].words} ${share(one.share / all)}`).join(', ')}`}
        parts={groups.map((one) => ({
          key: one.source,
          label: sources[one.source].words,
          share: one.share / all,
          pattern: sources[one.source].pattern,
        }))}
      />
    </>
  )
}

/** A share opens the levels it lies between; that of single contacts the contacts. */
function ShareNumber({
  driver,
  source,
  isOpen,
  onOpen,
  children,
}: {
  driver: Shares['driver']
  source: Source
  isOpen: boolean
  onOpen: () => void
  children: ReactNode
}) {
  if (source === 'contact')
    return (
      <NumberButton driver={driver} group={{ kind: 'everyone' }} says={driver.label}>
        {children}
      </NumberButton>
    )
  if (driver.kind === 'workforce') return <>{children}</>
  return (
    <button type="button" className={classes.number} aria-expanded={isOpen} onClick={onOpen}>
      {children}
    </button>
  )
}
