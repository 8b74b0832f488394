import { Button, Modal, Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { orpc } from '../../../app/client.ts'
import { Section } from '../../../ui/page.tsx'
import { QueryView } from '../../../ui/states.tsx'
import { Instant } from '../../../ui/time.tsx'
import { Changes } from './trial-modal.tsx'

/** Every version that was ever in force, and what each changed. */
export function HistorySection() {
  const history = useQuery(orpc.policy.history.queryOptions())
  const [shown, setShown] = useState<number | null>(null)
  return (
    <Section title="Versions" note="each is kept">
      <QueryView query={history} what="the versions">
        {(versions) => (
          <Table verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={90}>Version</Table.Th>
                <Table.Th>Policy</Table.Th>
                <Table.Th>Put in force by</Table.Th>
                <Table.Th>When</Table.Th>
                <Table.Th w={150} aria-label="What it changed" />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {versions.map(({ version, document, who, at }) => (
                <Table.Tr key={version}>
                  <Table.Td>{version}</Table.Td>
                  <Table.Td>{document.name}</Table.Td>
                  <Table.Td>{who ?? ''}</Table.Td>
                  <Table.Td>{at === null ? 'from the start' : <Instant at={at} />}</Table.Td>
                  <Table.Td>
                    {version > 0 && (
                      <Button size="compact-sm" variant="subtle" onClick={() => setShown(version)}>
                        What it changed
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </QueryView>
      {shown !== null && <ChangedBy version={shown} onClose={() => setShown(null)} />}
    </Section>
  )
}

function ChangedBy({ version, onClose }: { version: number; onClose: () => void }) {
  const changes = useQuery(orpc.policy.compare.queryOptions({ input: { from: version - 1, to: version } }))
  return (
    <Modal
      opened
      title={`What version ${version} changed`}
      closeButtonProps={{ 'aria-label': 'Close' }}
      onClose={onClose}
    >
      <QueryView query={changes} what="what it changed">
        {(found) => <Changes changes={found} />}
      </QueryView>
    </Modal>
  )
}
