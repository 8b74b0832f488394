import { t } from '@lingui/core/macro'
import { IconArrowUpRight, IconCheck, IconClock, IconEqual, type Icon } from '@tabler/icons-react'
import type { SystemicCheck, SystemicRecord } from '../../../../shared/contract/systemic.ts'
import { IntervalRows, type IntervalRow } from '../../../charts/interval-rows.tsx'
import { domainOf } from '../../../charts/scale.ts'
import { formatDayRange, withLocalDays } from '../../../ui/dates.ts'
import { formatDifference } from '../../../ui/format.ts'
import { Section } from '../../../ui/page.tsx'
import classes from '../patterns.module.css'
import { differenceWords } from '../words.ts'

const verdicts: Record<SystemicCheck['verdict'], { words: string; icon: Icon }> = {
  gone: { words: t`Gone`, icon: IconCheck },
  'still-there': { words: t`Still there`, icon: IconEqual },
  worse: { words: t`Worse`, icon: IconArrowUpRight },
  'too-early': { words: t`Too early to tell`, icon: IconClock },
}

/** Whether the difference went away: the same comparison then and on the days after. */
export function FindingCheck({ finding: { figures, check, group } }: { finding: SystemicRecord }) {
  const { words, icon: Picture } = verdicts[check.verdict]
  const { driver } = figures
  const row = (key: string, label: string, compared: SystemicRecord['figures']['compared']): IntervalRow[] =>
    compared === null
      ? []
      : [
          {
            key,
            label,
            ...compared.difference,
            figure: differenceWords(driver, compared.difference),
            count:
              group.kind === 'queue'
                ? t`${compared.agents}, other work ${compared.restAgents}`
                : t`${compared.agents} beside ${compared.restAgents}`,
            isMarked: compared.isFlagged,
          },
        ]
  const rows = [
    ...row('then', t`Then, ${formatDayRange(figures.window)}`, figures.compared),
    ...(check.window ? row('since', t`Since, ${formatDayRange(check.window)}`, check.after) : []),
  ]
  const domain = domainOf([0, ...rows.flatMap(({ low, high }) => [low, high])])
  const end = (value: number) => formatDifference(value, driver.unit, driver.scale)
  return (
    <Section title={t`Did it go away?`}>
      <div className={classes.verdict} data-verdict={check.verdict}>
        <Picture size={18} aria-hidden />
        {words}
      </div>
      <p className={classes.sentence}>{withLocalDays(check.sentence)}</p>
      {rows.length > 0 && (
        <IntervalRows
          name={t`Difference from the rest, then and since`}
          head={[t`Days`, t`Difference from the rest`, t`Agents`]}
          rows={rows}
          low={domain.low}
          high={domain.high}
          reference={{ value: 0, says: t`no difference from the rest; to its right is worse` }}
          ends={[end(domain.low), end(domain.high)]}
        />
      )}
    </Section>
  )
}
