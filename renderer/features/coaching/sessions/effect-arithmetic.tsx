import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Table, Text } from '@mantine/core'
import type { CoachingEffect } from '../../../../shared/contract/effects.ts'
import { perCent } from '../../../../shared/domain/format.ts'
import { formatDayRange } from '../../../ui/dates.ts'
import { formatCount, formatValue } from '../../../ui/format.ts'
import { betterByWords, sizeInWords } from './effect-words.ts'

const controlWords: Record<CoachingEffect['controls']['from'], string> = {
  'own-team': t`of the same team`,
  'other-teams': t`of other teams`,
  both: t`of other teams, and of the same team where those were too few`,
}

/** How an effect came about: the stretches of days, what luck gives back, whom it is compared with, and how its figures add up. */
export function EffectArithmetic({ effect }: { effect: CoachingEffect }) {
  const { driver, before, selecting, after, bounce, smallestDifference, chart } = effect
  const value = (number: number | null) => formatValue(number, driver.unit, driver.scale)
  const stretches = [
    { says: t`Before`, of: before },
    { says: t`Weeks that picked`, of: selecting },
    ...(after === null ? [] : [{ says: t`Since the session`, of: after }]),
  ]
  return (
    <>
      <Table withRowBorders={false} verticalSpacing={4} mt={6} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              <Trans>Days</Trans>
            </Table.Th>
            <Table.Th ta="end">n</Table.Th>
            <Table.Th ta="end">
              <Trans>as observed</Trans>
            </Table.Th>
            <Table.Th ta="end">
              <Trans>adjusted</Trans>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {stretches.map(({ says, of }) => (
            <Table.Tr key={says}>
              <Table.Td>
                {says}, {formatDayRange(of.days)}
              </Table.Td>
              <Table.Td ta="end">{formatCount(of.n)}</Table.Td>
              <Table.Td ta="end">{value(of.raw)}</Table.Td>
              <Table.Td ta="end">{value(of.adjusted)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {bounce !== null && (
        <Text size="sm" c="dimmed" mt={4}>
          <Trans>
            Picked in weeks that read {value(selecting.adjusted)}, where peers average{' '}
            {value(bounce.peerMean)}. Of such a distance {perCent(bounce.reliability)} lasts; the rest was
            luck: about {sizeInWords(bounce.value, driver)} back towards the peers comes by itself.
          </Trans>
        </Text>
      )}
      <Text size="sm" c="dimmed" mt={4}>
        <Trans>
          {comparedWith(effect)} The smallest difference worth acting on is{' '}
          {sizeInWords(smallestDifference, driver)}.
        </Trans>
      </Text>
      <AddedUp effect={effect} />
      {chart !== null && (
        <Text size="sm" c="dimmed" mt={4}>
          <Trans>
            The weeks before the session give the mean and the limits of the chart; a diamond is a week that
            is no noise: outside them, or one of eight in a row on one side. A hollow point is the week the
            data end in, which is not judged.
          </Trans>
        </Text>
      )}
    </>
  )
}

/** Whom it is compared with, in words; before there is a comparison, that there is none. */
function comparedWith({ driver, controls, state }: CoachingEffect): string {
  if (state !== 'waiting' && controls.tooFew !== null)
    return `${controls.tooFew.charAt(0).toUpperCase()}${controls.tooFew.slice(1)}.`
  if (controls.n === 0 || controls.change === null)
    return t`Nobody is compared yet: people who were not coached are chosen at the first look.`
  const near = controls.isNear ? t`at about the same level` : t`the nearest in level there were`
  return t`Compared with ${plural(controls.n, { one: '# person', other: '# people' })} who were not coached on it, ${controlWords[controls.from]}, ${near}. Uncoached, they came out ${betterByWords(controls.change, driver)} than was expected of them.`
}

/** The sum behind the effect, and why the shown figures may not give it to the last digit. */
function AddedUp({
  effect: { driver, expected, expectedWithout, after, effect, isLogScale },
}: {
  effect: CoachingEffect
}) {
  if (expected === null || expectedWithout === null || effect === null || !after) return null
  const value = (number: number | null) => formatValue(number, driver.unit, driver.scale)
  return (
    <Text size="sm" c="dimmed" mt={4}>
      <Trans>
        Expected from everything before the session: {value(expected)}; moved as those people moved:{' '}
        {value(expectedWithout)}; since the session: {value(after.adjusted)}. The difference between the last
        two: {betterByWords(effect.value, driver)}.
        {isLogScale
          ? t` Times are compared as ratios, since a few long ones would outweigh the rest, so these seconds add up only roughly.`
          : t` Every figure is rounded by itself, so that the last digit may differ.`}
      </Trans>
    </Text>
  )
}
