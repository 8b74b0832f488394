import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { WhatMoves } from '../../../../shared/contract/group-patterns.ts'
import { orpc } from '../../../app/client.ts'
import type { PatternsSearch } from '../../../app/search.ts'
import { IntervalBar } from '../../../charts/interval-bar.tsx'
import { formatDayRange } from '../../../ui/dates.ts'
import { formatCount, formatDifference, formatNumber } from '../../../ui/format.ts'
import { TextLink } from '../../../ui/link.tsx'
import { Section } from '../../../ui/page.tsx'
import { Loading, QueryView } from '../../../ui/states.tsx'
import { NumberButton } from '../behind/number-button.tsx'
import { NothingMeasured } from '../nothing-measured.tsx'
import classes from '../patterns.module.css'

type Mover = WhatMoves['drivers'][number]

/** What a weight rests on, as one says it. */
const basisWords: Record<Mover['weight']['basis'], string> = {
  within: t`measured here`,
  'within+between': t`measured here, also between agents`,
  prior: t`a default, too few pairs here`,
  pinned: t`pinned by hand`,
  form: t`the weight on the form`,
}

/** What each driver is worth on the outcome, how sure that is, and how much there is to gain. */
export function WhatMovesTab({ days }: { days: PatternsSearch['days'] }) {
  const query = useQuery(orpc.patterns.whatMoves.queryOptions({ input: { days } }))
  return (
    <QueryView
      query={query}
      what={t`what moves the outcome`}
      loading={<Loading label={t`what moves the outcome`} rows={10} />}
    >
      {(moves) => (moves.drivers.length === 0 ? <NothingMeasured /> : <Ready moves={moves} days={days} />)}
    </QueryView>
  )
}

/** A weight for the driver's smallest difference worth acting on, which makes weights of seconds and shares comparable. */
function ofDelta({ driver, weight }: Mover) {
  const { value, low, high } = weight
  return { value: value * driver.delta, low: low * driver.delta, high: high * driver.delta }
}

function Ready({
  moves: { outcome, drivers, sentence, window },
  days,
}: {
  moves: WhatMoves
  days: PatternsSearch['days']
}) {
  const shown = drivers.map((mover) => ({ ...mover, step: ofDelta(mover) }))
  const reach = Math.max(...shown.flatMap(({ step }) => [Math.abs(step.low), Math.abs(step.high)]))
  const words = (value: number) => formatDifference(value, outcome.unit, outcome.scale)
  return (
    <Section title={t`What moves ${outcome.label}`} note={formatDayRange(window)}>
      <p className={classes.sentence}>{sentence}</p>
      <Table.ScrollContainer minWidth={940}>
        <Table aria-label={t`What moves ${outcome.label}`} verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>
                <Trans>Driver</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>Better by</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>{outcome.label} of a contact changes by (95% interval)</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>Rests on</Trans>
              </Table.Th>
              <Table.Th ta="right">
                <Trans>Probable gap</Trans>
              </Table.Th>
              <Table.Th ta="right">
                <Trans>Contacts a week</Trans>
              </Table.Th>
              <Table.Th ta="right">
                <Trans>To gain a week</Trans>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map(({ driver, weight, step, gap, contactsPerWeek, gainPerWeek }) => (
              <Table.Tr key={driver.id}>
                <Table.Td>
                  <TextLink to="/patterns" search={{ view: 'driver', days, driver: driver.id }} size="sm">
                    {driver.label}
                  </TextLink>
                </Table.Td>
                <Table.Td>
                  {formatDifference(driver.delta, driver.unit, driver.scale).replace('+', '')}
                </Table.Td>
                <Table.Td>
                  <IntervalBar
                    {...step}
                    from={-reach}
                    to={reach}
                    zero
                    isAssumed={weight.basis === 'prior'}
                    words={t`${words(step.value)} (${words(step.low)} to ${words(step.high)})`}
                  />
                </Table.Td>
                <Table.Td>
                  {basisWords[weight.basis]}
                  {weight.basis !== 'prior' && `, n = ${formatCount(weight.pairedContacts)}`}
                </Table.Td>
                <Table.Td ta="right">
                  <NumberButton
                    driver={driver}
                    group={{ kind: 'everyone' }}
                    says={t`${driver.label}, probable gap`}
                  >
                    {formatDifference(gap, driver.unit, driver.scale).replace('+', '')}
                  </NumberButton>
                </Table.Td>
                <Table.Td ta="right">{formatNumber(contactsPerWeek)}</Table.Td>
                <Table.Td ta="right">{formatNumber(gainPerWeek, 1)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <p className={classes.shareNote}>
        <Trans>
          Hollow dots are assumed, not measured here. To gain: the gap times contacts times the weight, in
          contacts a week that would go from the worst to the best {outcome.label}.
        </Trans>
      </p>
    </Section>
  )
}
