import { plural, t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { Button, Text, Tooltip } from '@mantine/core'
import { IconTimeline } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { CSSProperties } from 'react'
import type { Freshness } from '../../../../shared/contract/workspace.ts'
import { dayNumber, dayOfNumber } from '../../../../shared/domain/time.ts'
import { formatDay } from '../../../ui/dates.ts'
import { formatNumber, formatShare } from '../../../ui/format.ts'
import { Section } from '../../../ui/page.tsx'
import { Empty } from '../../../ui/states.tsx'
import { Instant } from '../../../ui/time.tsx'
import { kinds } from '../words.ts'
import styles from './freshness.module.css'

/** Days behind the newest data from which a kind is said to be missing its end. */
const lateAfterDays = 7

/** Each kind of data as a bar over the days it covers, all on one axis; a hatched end is what is still missing. */
export function CoverageSection({ lines }: { lines: Freshness[] }) {
  const days = lines.flatMap(({ from, to }) =>
    from === null || to === null ? [] : [dayNumber(from), dayNumber(to)],
  )
  if (lines.every(({ n }) => n === 0)) {
    return (
      <Section title={t`Coverage`}>
        <Empty
          icon={IconTimeline}
          title={t`No data yet`}
          actions={
            <Button renderRoot={(props) => <Link {...props} to="/data" search={{ tab: 'import' }} />}>
              <Trans>Import files</Trans>
            </Button>
          }
        >
          <Trans>Once files are in, you see here which days each kind covers and where it stops.</Trans>
        </Empty>
      </Section>
    )
  }
  const first = Math.min(...days)
  const last = Math.max(...days)
  // Without the year a day of another year would be taken for one of this.
  const write = (day: string) => formatDay(day, yearOf(first) === yearOf(last) ? 'short' : 'full')
  const place = (day: number) => ((day - first) / Math.max(1, last - first)) * 100
  return (
    <Section title={t`Coverage`} note={t`the days each kind of data covers, up to the newest`}>
      <div className={styles.rows}>
        {lines.map((line) => (
          <CoverageLine key={line.kind} line={line} last={last} place={place} write={write} />
        ))}
      </div>
      {days.length > 0 && (
        <div className={`${styles.row} ${styles.axisRow}`} aria-hidden>
          <span />
          <div className={styles.axis}>
            {axisDays(first, last).map((day) => (
              <span key={day} style={{ left: `${place(day)}%` }}>
                {write(dayOfNumber(day))}
              </span>
            ))}
          </div>
          <span />
        </div>
      )}
    </Section>
  )
}

interface CoverageLineProps {
  line: Freshness
  last: number
  place(day: number): number
  write(day: string): string
}

function CoverageLine({ line, last, place, write }: CoverageLineProps) {
  const { icon: Picture } = kinds[line.kind === 'shifts' ? 'workforce' : line.kind]
  const from = line.from === null ? null : dayNumber(line.from)
  const to = line.to === null ? null : dayNumber(line.to)
  const daysBehind = to === null ? 0 : last - to
  const isLate = daysBehind > lateAfterDays
  return (
    <div className={styles.row}>
      <div className={styles.name}>
        <Picture size={20} stroke={1.5} aria-hidden />
        <div>
          <Text size="sm" fw={600}>
            {line.label}
          </Text>
          <Text size="sm" c="dimmed">
            {formatNumber(line.n)}
          </Text>
        </div>
      </div>
      {from === null || to === null || line.from === null || line.to === null ? (
        <Text size="sm" c="dimmed">
          {line.n === 0 ? t`Nothing imported` : t`Without dates: it holds at any time`}
        </Text>
      ) : (
        <div
          className={styles.track}
          role="img"
          aria-label={t`${line.label}: ${formatDay(line.from)} to ${formatDay(line.to)}${
            isLate ? t`, ${plural(daysBehind, { one: '# day', other: '# days' })} behind the newest data` : ''
          }`}
        >
          <div
            className={styles.span}
            style={{ left: `${place(from)}%`, width: `${place(to) - place(from)}%` }}
          />
          {isLate && <div className={styles.missing} style={{ left: `${place(to)}%` }} />}
          <div
            className={styles.ends}
            style={{
              paddingLeft: `${Math.min(place(from), 70)}%`,
              paddingRight: `${Math.min(100 - place(to), 30)}%`,
            }}
          >
            <span>{write(line.from)}</span>
            <span>{write(line.to)}</span>
          </div>
        </div>
      )}
      <CoverageFacts line={line} daysBehind={isLate ? daysBehind : 0} />
    </div>
  )
}

function CoverageFacts({ line, daysBehind }: { line: Freshness; daysBehind: number }) {
  const linked =
    line.linkedToInteraction === null || line.n === 0 ? null : (line.linkedToInteraction / line.n) * 100
  return (
    <div className={styles.facts}>
      {daysBehind > 0 && (
        <span className={styles.late}>
          <Trans>
            <Plural value={daysBehind} one="# day" other="# days" /> behind the newest data
          </Trans>
        </span>
      )}
      {linked !== null && (
        <Tooltip
          label={t`Rows that stand with a contact. The others count for the agent but for no queue or reason.`}
        >
          <span className={styles.linked} style={{ '--share': `${linked}%` } as CSSProperties}>
            <Trans>
              <i aria-hidden />
              {formatShare(linked / 100)} linked to a contact
            </Trans>
          </span>
        </Tooltip>
      )}
      {line.unattributed > 0 && (
        <span>
          <Trans>{formatNumber(line.unattributed)} without an agent, in nobody’s figures</Trans>
        </span>
      )}
      {line.undated > 0 && (
        <span>
          <Trans>{formatNumber(line.undated)} without a date, in no window</Trans>
        </span>
      )}
      {line.lastImportedAt !== null && (
        <span>
          <Trans>
            imported <Instant at={line.lastImportedAt} show="relative" />
          </Trans>
        </span>
      )}
    </div>
  )
}

function yearOf(day: number): string {
  return dayOfNumber(day).slice(0, 4)
}

/** About six days, evenly apart, that name the axis. */
function axisDays(first: number, last: number): number[] {
  const step = Math.max(1, Math.ceil((last - first) / 6))
  const days = []
  for (let day = first; day <= last; day += step) days.push(day)
  return days
}
