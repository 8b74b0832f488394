import { t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { Alert, Stack, Table, Text } from '@mantine/core'
import type { AccessSubject, Held } from '../../../../shared/contract/access.ts'
import { formatDay } from '../../../ui/dates.ts'
import { formatNumber } from '../../../ui/format.ts'
import { ExportHeld } from './export-held.tsx'
import { ForgetHeld } from './forget-held.tsx'
import { kindWords } from './kind-words.ts'

/** How much of each kind, from when to when and from where; and what can be done with it. */
export function HeldFacts({ held, subject }: { held: Held; subject: AccessSubject }) {
  const { name, kinds, firstDay, lastDay, sources, imports, remarks } = held
  const who = name ?? t`this customer`
  if (kinds.length === 0)
    return (
      <Stack gap="sm">
        <Text role="status">
          <Trans>Nothing is held about {who}.</Trans>
        </Text>
        <Remarks remarks={remarks} />
      </Stack>
    )
  return (
    <Stack gap="md" maw={640}>
      <Text size="sm">
        {firstDay !== null && lastDay !== null && (
          <>
            <Trans>
              From {formatDay(firstDay)} to {formatDay(lastDay)}.
            </Trans>{' '}
          </>
        )}
        <Trans>
          It came from {sources.join(', ')} in{' '}
          <Plural value={imports.length} one="# import" other="# imports" />.
        </Trans>
      </Text>
      <Table aria-label={t`What is held about ${who}`} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              <Trans>Of what</Trans>
            </Table.Th>
            <Table.Th ta="right">
              <Trans>How many</Trans>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {kinds.map(({ kind, n }) => (
            <Table.Tr key={kind}>
              <Table.Td>{kindWords[kind]}</Table.Td>
              <Table.Td ta="right">{formatNumber(n)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Remarks remarks={remarks} />
      <ExportHeld subject={subject} />
      <ForgetHeld subject={subject} />
    </Stack>
  )
}

function Remarks({ remarks }: { remarks: readonly string[] }) {
  return remarks.map((sentence) => (
    <Alert key={sentence} variant="light" color="gray">
      {sentence}
    </Alert>
  ))
}
