import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Modal, Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PolicyVersion } from '../../../../shared/contract/policy.ts'
import { comparePolicies } from '../../../../shared/domain/compare-policies.ts'
import { policyNameInWords } from '../../../../shared/domain/policy-names.ts'
import type { PolicyDocument } from '../../../../shared/domain/policy.ts'
import { orpc } from '../../../app/client.ts'
import { Section } from '../../../ui/page.tsx'
import { QueryView } from '../../../ui/states.tsx'
import { Instant } from '../../../ui/time.tsx'
import { pagePolicyWords } from '../words/policy-words.ts'
import { PolicyChanges } from './policy-changes.tsx'

/** Every version that was ever in force, what each changed, and an earlier one to go back to. */
export function HistorySection({
  inForce,
  isLocked,
  onTake,
}: {
  inForce: number
  isLocked: boolean
  onTake: (document: PolicyDocument) => void
}) {
  const history = useQuery(orpc.policy.history.queryOptions())
  const [shown, setShown] = useState<number | null>(null)
  return (
    <Section title={t`Versions`} note={t`each is kept`}>
      <QueryView query={history} what={t`the versions`}>
        {(versions) => (
          <Table verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={90}>
                  <Trans>Version</Trans>
                </Table.Th>
                <Table.Th>
                  <Trans>Policy</Trans>
                </Table.Th>
                <Table.Th>
                  <Trans>Put in force by</Trans>
                </Table.Th>
                <Table.Th>
                  <Trans>When</Trans>
                </Table.Th>
                <Table.Th w={260} aria-label={t`What it changed, and going back to it`} />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {versions.map(({ version, document, who, at }, place) => (
                <Table.Tr key={version}>
                  <Table.Td>{version}</Table.Td>
                  <Table.Td>{policyNameInWords(document.name)}</Table.Td>
                  <Table.Td>{who ?? ''}</Table.Td>
                  <Table.Td>{at === null ? t`from the start` : <Instant at={at} />}</Table.Td>
                  <Table.Td>
                    <Group gap={4} justify="flex-end">
                      {versions[place + 1] && (
                        <Button size="compact-sm" variant="subtle" onClick={() => setShown(version)}>
                          <Trans>What it changed</Trans>
                        </Button>
                      )}
                      {version !== inForce && !isLocked && (
                        <Button size="compact-sm" variant="subtle" onClick={() => onTake(document)}>
                          <Trans>Go back to it</Trans>
                        </Button>
                      )}
                    </Group>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </QueryView>
      {shown !== null && (
        <ChangedBy version={shown} versions={history.data ?? []} onClose={() => setShown(null)} />
      )}
    </Section>
  )
}

/** What a version changed of the one before. */
function ChangedBy({
  version,
  versions,
  onClose,
}: {
  version: number
  versions: readonly PolicyVersion[]
  onClose: () => void
}) {
  const place = versions.findIndex((one) => one.version === version)
  const [after, before] = [versions[place], versions[place + 1]]
  return (
    <Modal
      opened
      title={t`What version ${version} changed`}
      closeButtonProps={{ 'aria-label': t`Close` }}
      onClose={onClose}
    >
      {before && after && (
        <PolicyChanges changes={comparePolicies(before.document, after.document, pagePolicyWords())} />
      )}
    </Modal>
  )
}
