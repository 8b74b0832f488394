import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Checkbox, Group, Modal, Progress, Stack, Table, Text } from '@mantine/core'
import { IconFileExport } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { CalibrationSession } from '../../../../shared/contract/calibration.ts'
import { orpc } from '../../../app/client.ts'
import { notifyFailed } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'
import { Instant } from '../../../ui/time.tsx'
import { useExportFile } from './calibration-file.ts'
import { missingIn } from './words.ts'

/** Who has submitted how much, the file for whoever scores elsewhere, and the way to reveal it all. */
export function PartsSection({ session }: { session: CalibrationSession }) {
  const { save, isBusy } = useExportFile()
  const [isRevealing, setIsRevealing] = useState(false)
  const missing = missingIn(session)
  return (
    <Section
      title={session.isOurs ? t`Reviewers` : t`Parts scored here`}
      actions={
        session.isOurs && (
          <Button variant={missing.length === 0 ? 'filled' : 'default'} onClick={() => setIsRevealing(true)}>
            <Trans>Reveal…</Trans>
          </Button>
        )
      }
    >
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              <Trans>Reviewer</Trans>
            </Table.Th>
            <Table.Th w="32%">
              <Trans>Submitted</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>File</Trans>
            </Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {session.reviewers.map(({ reviewer, submitted, skipped, total, exportedAt }) => (
            <Table.Tr key={reviewer}>
              <Table.Td>
                {reviewer}
                {reviewer === session.expert && (
                  <Text span size="xs" c="dimmed">
                    <Trans> expert</Trans>
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                <Group gap="xs" wrap="nowrap">
                  <Progress
                    flex={1}
                    value={total === 0 ? 0 : (100 * submitted) / total}
                    aria-label={t`Submitted by ${reviewer}`}
                  />
                  <Text size="sm">
                    <Trans>
                      {submitted} of {total}
                      {skipped > 0 ? t`, ${skipped} skipped` : ''}
                    </Trans>
                  </Text>
                </Group>
              </Table.Td>
              <Table.Td>
                {exportedAt === null ? (
                  <Text size="sm" c="dimmed">
                    <Trans>none written</Trans>
                  </Text>
                ) : (
                  <Instant at={exportedAt} />
                )}
              </Table.Td>
              <Table.Td ta="right">
                <Button
                  size="compact-sm"
                  variant={session.isOurs || submitted + skipped < total ? 'default' : 'filled'}
                  leftSection={<IconFileExport size={14} aria-hidden />}
                  loading={isBusy}
                  disabled={!session.isOurs && submitted + skipped < total}
                  onClick={() => save({ id: session.id, reviewer })}
                >
                  {session.isOurs ? t`File for them` : t`File with the answers`}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm" c="dimmed" mt="sm">
        {session.isOurs
          ? t`Whoever works on another computer takes their part as a file into their own Debrief, scores it there, and sends the file with their answers back; drop it anywhere on this window. Recordings do not travel with it.`
          : t`When everything is submitted, send the file with the answers back to where the calibration comes from. There it is revealed.`}
      </Text>
      {isRevealing && <RevealDialog session={session} onClose={() => setIsRevealing(false)} />}
    </Section>
  )
}

function RevealDialog({ session, onClose }: { session: CalibrationSession; onClose(): void }) {
  const revealing = useMutation(orpc.calibration.reveal.mutationOptions())
  const missing = missingIn(session)
  const [leavesOut, setLeavesOut] = useState(false)
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Reveal everybody’s answers`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <Stack gap="sm">
        <Text size="sm">
          <Trans>From then on everybody sees all answers, and nobody can change theirs.</Trans>
        </Text>
        {missing.length > 0 && (
          <Checkbox
            checked={leavesOut}
            onChange={(event) => setLeavesOut(event.currentTarget.checked)}
            label={t`Leave out ${missing.map(({ reviewer, submitted, total }) => t`${reviewer} (${submitted} of ${total})`).join(', ')}`}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button
            loading={revealing.isPending}
            disabled={missing.length > 0 && !leavesOut}
            onClick={() =>
              revealing.mutate(
                { id: session.id, leaveOut: leavesOut ? missing.map(({ reviewer }) => reviewer) : [] },
                {
                  onSuccess: onClose,
                  onError: (error) => notifyFailed(t`Nothing was revealed`, error),
                },
              )
            }
          >
            <Trans>Reveal</Trans>
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
