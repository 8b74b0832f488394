import { t } from '@lingui/core/macro'
import { Group, Kbd, Modal, SimpleGrid, Table, Title } from '@mantine/core'
import { useLocation } from '@tanstack/react-router'
import { groupsHere, shortcuts } from './shortcuts.ts'

/** The keyboard shortcuts, by where they work; those of the page at hand come first. */
export function Help({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { pathname } = useLocation()
  const groups = groupsHere(pathname)
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t`Keyboard shortcuts`}
      size={860}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing={40} verticalSpacing="lg">
        {groups.map((group) => (
          <section key={group} aria-label={group}>
            <Title order={3} mb={4}>
              {group}
            </Title>
            <Table withRowBorders={false} verticalSpacing={4}>
              <Table.Tbody>
                {shortcuts
                  .filter((shortcut) => shortcut.group === group)
                  .map(({ keys, does }) => (
                    <Table.Tr key={does}>
                      <Table.Td pl={0}>{does}</Table.Td>
                      <Table.Td w={90} pr={0}>
                        <Group gap={4} justify="flex-end" wrap="nowrap">
                          {keys.map((key) => (
                            <Kbd key={key} size="sm">
                              {key}
                            </Kbd>
                          ))}
                        </Group>
                      </Table.Td>
                    </Table.Tr>
                  ))}
              </Table.Tbody>
            </Table>
          </section>
        ))}
      </SimpleGrid>
    </Modal>
  )
}
