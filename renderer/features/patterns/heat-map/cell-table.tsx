import { t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { Button, Table } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { HeatCell, PatternDriver } from '../../../../shared/contract/group-patterns.ts'
import { differenceWords, estimateWords, groupWord, valueWords } from '../words.ts'

const SHOWN_AT_FIRST = 100

/** The map's cells as a table, flagged ones first, then by how much worse they are. */
export function CellTable({
  drivers,
  cells,
  onOpen,
}: {
  drivers: readonly PatternDriver[]
  cells: readonly HeatCell[]
  onOpen: (driverId: string, group: string) => void
}) {
  const [isWhole, { open }] = useDisclosure(false)
  const named = new Map(drivers.map((driver) => [driver.id, driver]))
  const rank = ({ compared }: HeatCell) =>
    compared === null ? -Infinity : compared.inDeltas + (compared.isFlagged ? 1e6 : 0)
  const sorted = cells.toSorted((a, b) => rank(b) - rank(a))
  const shown = isWhole ? sorted : sorted.slice(0, SHOWN_AT_FIRST)
  return (
    <>
      <Table.ScrollContainer minWidth={760}>
        <Table aria-label={t`Every cell of the heat map`} highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>
                <Trans>Driver</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>Group</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>All work, estimate (95% interval)</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>Same work, group and rest</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>Difference there (95% interval)</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>Agents</Trans>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((cell) => {
              const driver = named.get(cell.driverId)!
              const { compared, group } = cell
              return (
                <Table.Tr key={`${cell.driverId} ${groupWord(group)}`}>
                  <Table.Td>
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      ml={-8}
                      aria-label={t`Open ${driver.label}, ${group.label}`}
                      onClick={() => onOpen(cell.driverId, groupWord(group))}
                    >
                      {driver.label}
                    </Button>
                  </Table.Td>
                  <Table.Td>{group.label}</Table.Td>
                  <Table.Td>{estimateWords(driver, cell.mean)}</Table.Td>
                  <Table.Td>
                    {compared === null
                      ? '–'
                      : `${valueWords(driver, compared.groupMean)} (${compared.agents}) · ${valueWords(driver, compared.rest)} (${compared.restAgents})`}
                  </Table.Td>
                  <Table.Td fw={compared?.isFlagged ? 650 : undefined}>
                    {compared === null
                      ? t`too few agents to compare`
                      : `${compared.isFlagged ? t`▲ flagged: ` : ''}${differenceWords(driver, compared.difference)}`}
                  </Table.Td>
                  <Table.Td>{cell.agents}</Table.Td>
                </Table.Tr>
              )
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {shown.length < sorted.length && (
        <Button variant="subtle" onClick={open}>
          <Trans>
            Show <Plural value={sorted.length - shown.length} one="# more cell" other="# more cells" />
          </Trans>
        </Button>
      )}
    </>
  )
}
