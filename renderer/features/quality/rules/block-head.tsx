import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Group, Menu, Select, Text, UnstyledButton } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import type { RuleCondition } from '../../../../shared/domain/rule-conditions.ts'
import { blockKind, kindChoices } from './block-kinds.ts'
import { blockStep, wrapAt, type BlockMove } from './block-steps.ts'
import { blockHeadId, neighbourHead } from './block-focus.ts'
import { newBlock } from './new-block.ts'
import { useRule } from './rule-context.ts'
import { setAt } from './rule-edits.ts'
import { blockSentence, slotLabel } from './block-sentence.ts'
import styles from './rules.module.css'

const moves: readonly { move: BlockMove; words: string; key?: string; keyWords?: string }[] = [
  { move: 'up', words: t`Move up`, key: 'Alt+ArrowUp', keyWords: 'Alt ↑' },
  { move: 'down', words: t`Move down`, key: 'Alt+ArrowDown', keyWords: 'Alt ↓' },
  { move: 'in', words: t`Into the group above`, key: 'Alt+ArrowRight', keyWords: 'Alt →' },
  { move: 'out', words: t`Out of the group`, key: 'Alt+ArrowLeft', keyWords: 'Alt ←' },
  { move: 'duplicate', words: t`Duplicate`, key: 'd', keyWords: 'D' },
  { move: 'alone', words: t`In the place of the block around it` },
]

/** The head of a block: what it says, its kind, and what can be done with it as a whole; also by keys. */
export function BlockHead({ path, condition }: { path: string; condition: RuleCondition }) {
  const { rule, change, step } = useRule()
  const label = slotLabel(path)
  const words = blockSentence(condition)
  const possible = moves.flatMap((one) => {
    const found = blockStep(rule, path, one.move)
    return found ? [{ ...one, found }] : []
  })
  const removing = blockStep(rule, path, 'remove')
  const press = (event: KeyboardEvent) => {
    const key = `${event.altKey ? 'Alt+' : ''}${event.key}`
    if (event.ctrlKey || event.metaKey) return
    if (key === 'ArrowUp' || key === 'ArrowDown') {
      event.preventDefault()
      neighbourHead(path, key === 'ArrowUp' ? -1 : 1)?.focus()
    } else if (key === 'Delete' && removing) {
      event.preventDefault()
      step(removing)
    } else {
      const chosen = moves.find((one) => one.key === key)
      if (!chosen) return
      event.preventDefault()
      step(blockStep(rule, path, chosen.move))
    }
  }
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      <UnstyledButton
        className={styles.head}
        id={blockHeadId(path)}
        data-block={path}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Alt+ArrowRight Alt+ArrowLeft D Delete"
        onKeyDown={press}
      >
        {label && (
          <Text span display="block" size="xs" c="dimmed">
            {label}
          </Text>
        )}
        <Text span display="block" size="sm" fw={550}>
          {words}
        </Text>
      </UnstyledButton>
      <Select
        size="xs"
        w={180}
        aria-label={t`Kind of block: ${words}`}
        allowDeselect={false}
        searchable
        data={kindChoices}
        value={condition.kind}
        onChange={(value) => {
          const kind = blockKind(value)
          if (kind && kind !== condition.kind) change(setAt(path, newBlock(kind, condition)))
        }}
      />
      <Menu position="bottom-end" returnFocus={false}>
        <Menu.Target>
          <ActionIcon size="md" variant="subtle" color="gray" aria-label={t`More for: ${words}`}>
            <IconDots size={15} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {possible.map(({ move, words: said, keyWords, found }) => (
            <Menu.Item
              key={move}
              rightSection={
                keyWords && (
                  <Text span size="xs" c="dimmed">
                    {keyWords}
                  </Text>
                )
              }
              onClick={() => step(found)}
            >
              {said}
            </Menu.Item>
          ))}
          <Menu.Item onClick={() => step(wrapAt(path, 'all'))}>
            <Trans>Put into “all of these”</Trans>
          </Menu.Item>
          <Menu.Item onClick={() => step(wrapAt(path, 'any'))}>
            <Trans>Put into “any of these”</Trans>
          </Menu.Item>
          <Menu.Item onClick={() => step(wrapAt(path, 'none'))}>
            <Trans>Put into “none of these”</Trans>
          </Menu.Item>
          {removing && (
            <Menu.Item
              color="red"
              rightSection={
                <Text span size="xs" c="dimmed">
                  <Trans>Del</Trans>
                </Text>
              }
              onClick={() => step(removing)}
            >
              <Trans>Take away</Trans>
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </Group>
  )
}
