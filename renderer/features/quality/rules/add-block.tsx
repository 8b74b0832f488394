import { t } from '@lingui/core/macro'
import { Button, Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { RuleCondition } from '../../../../shared/domain/rule-conditions.ts'
import { blockKind, kindChoices } from './block-kinds.ts'
import { newBlock } from './new-block.ts'

/** Offers every kind of block to be added. */
export function AddBlock({
  label = t`Add a block`,
  onAdd,
}: {
  label?: string
  onAdd(block: RuleCondition): void
}) {
  return (
    <Menu position="bottom-start" withinPortal returnFocus={false}>
      <Menu.Target>
        <Button size="compact-xs" variant="default" mt={6} leftSection={<IconPlus size={12} aria-hidden />}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        {kindChoices.map(({ value, label: words }) => (
          <Menu.Item
            key={value}
            onClick={() => {
              const kind = blockKind(value)
              if (kind) onAdd(newBlock(kind))
            }}
          >
            {words}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
