import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Loader, Table } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { PatternLevels } from '../../../../shared/contract/group-patterns.ts'
import { orpc } from '../../../app/client.ts'
import { errorSentence } from '../../../ui/error-sentence.ts'
import { formatInterval, formatNumber } from '../../../ui/format.ts'
import classes from '../patterns.module.css'
import { valueWords } from '../words.ts'
import { NumberButton } from './number-button.tsx'
import { useNumbers } from './opened.ts'

const SHOWN_AT_FIRST = 12

const heads: Record<PatternLevels['source'], string> = {
  site: t`Site`,
  team: t`Team`,
  agent: t`Agent`,
  reviewer: t`Reviewer`,
  queue: t`Queue`,
  reason: t`Reason`,
}

/** The levels of a source with their values, each of which opens its conversations. */
export function LevelTable({ driverId, source }: { driverId: string; source: PatternLevels['source'] }) {
  const { over, days } = useNumbers()
  const [isWhole, { open }] = useDisclosure(false)
  const query = useQuery(orpc.patterns.levels.queryOptions({ input: { driverId, source, over, days } }))
  if (query.isPending) return <Loader size="sm" aria-label={t`Loading the levels`} />
  if (query.isError) return <p role="alert">{errorSentence(query.error)}</p>
  const { levels, driver, missing } = query.data
  if (missing !== null) return <p className={classes.sentence}>{missing}</p>
  if (levels.length === 0)
    return (
      <p className={classes.sentence}>
        <Trans>Nothing was observed in these days.</Trans>
      </p>
    )
  const shown = isWhole ? levels : levels.slice(0, SHOWN_AT_FIRST)
  return (
    <div>
      <Table aria-label={t`${driver.label} by ${heads[source]}`} maw={760} verticalSpacing={3}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{heads[source]}</Table.Th>
            <Table.Th ta="right">
              <Trans>As observed</Trans>
            </Table.Th>
            <Table.Th ta="right">
              <Trans>95% interval</Trans>
            </Table.Th>
            <Table.Th ta="right">n</Table.Th>
            {source !== 'agent' && (
              <Table.Th ta="right">
                <Trans>Agents</Trans>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map(({ key, label, value, low, high, n, agents }) => (
            <Table.Tr key={key}>
              <Table.Td>{label}</Table.Td>
              <Table.Td ta="right">
                <NumberButton driver={driver} group={{ kind: source, key }} says={label}>
                  {valueWords(driver, value)}
                </NumberButton>
              </Table.Td>
              <Table.Td ta="right">
                {low === null || high === null ? '–' : formatInterval(low, high, driver.unit, driver.scale)}
              </Table.Td>
              <Table.Td ta="right">{formatNumber(n)}</Table.Td>
              {source !== 'agent' && <Table.Td ta="right">{formatNumber(agents)}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {shown.length < levels.length && (
        <Button variant="subtle" size="compact-sm" mt={4} ml={-8} onClick={open}>
          <Trans>All {levels.length}</Trans>
        </Button>
      )}
    </div>
  )
}
