import { Group, Kbd, Modal, Stack, Table, Title } from '@mantine/core'
import { shortcuts } from './shortcuts.ts'

/** The keyboard shortcuts, by where they work. */
export function Help({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const groups = [...new Set(shortcuts.map(({ group }) => group))]
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title="Keyboard shortcuts"
      size="md"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack gap="md">
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
                      <Table.Td>{does}</Table.Td>
                      <Table.Td w={110}>
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
      </Stack>
    </Modal>
  )
}
