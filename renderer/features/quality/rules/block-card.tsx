import { ActionIcon, Group, Menu, Select, Text } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconDots } from '@tabler/icons-react'
import type { RuleCondition } from '../../../../shared/domain/rule-conditions.ts'
import { conditionChildren } from '../../../../shared/domain/rule-tree.ts'
import type { QuestionRule, RuleProblem } from '../../../../shared/domain/rule.ts'
import { AddBlock } from './add-block.tsx'
import { BlockFields } from './block-fields.tsx'
import { blockKind, kindChoices } from './block-kinds.ts'
import { addTo, duplicateAt, isListed, moveAt, newBlock, removeAt, setAt, wrapAt } from './rule-edits.ts'
import { blockSentence, slotLabel } from './rule-words.ts'
import styles from './rules.module.css'

export interface BlockProps {
  path: string
  condition: RuleCondition
  phraseSets: readonly string[]
  problems: readonly RuleProblem[]
  onChange(edit: (rule: QuestionRule) => QuestionRule): void
  /** Takes it away where it need not be there and is none of a list. */
  onRemove?: (() => void) | undefined
}

/** A building block as a card: a sentence of what it says, its fields, and the blocks under it as cards of their own. */
export function BlockCard({ path, condition, phraseSets, problems, onChange, onRemove }: BlockProps) {
  const children = conditionChildren({ path, condition })
  const own = problems.filter((problem) => isOwn(problem.path, path, children))
  const label = slotLabel(path)
  const isOne = isListed(path)
  const remove = isOne ? () => onChange(removeAt(path)) : onRemove
  return (
    <div className={styles.block} data-problem={own.length > 0 || undefined} id={`block-${path}`}>
      <Group gap={6} wrap="nowrap" align="flex-start">
        <div className={styles.blockWords}>
          {label && (
            <Text size="xs" c="dimmed">
              {label}
            </Text>
          )}
          <Text size="sm" fw={550}>
            {blockSentence(condition)}
          </Text>
        </div>
        <Select
          size="xs"
          w={180}
          aria-label={`Kind of block: ${blockSentence(condition)}`}
          allowDeselect={false}
          data={kindChoices}
          value={condition.kind}
          onChange={(value) => {
            const kind = blockKind(value)
            if (kind) onChange(setAt(path, newBlock(kind, condition)))
          }}
        />
        {isOne && (
          <>
            <ActionIcon size="sm" aria-label="Move up" onClick={() => onChange(moveAt(path, -1))}>
              <IconArrowUp size={13} aria-hidden />
            </ActionIcon>
            <ActionIcon size="sm" aria-label="Move down" onClick={() => onChange(moveAt(path, 1))}>
              <IconArrowDown size={13} aria-hidden />
            </ActionIcon>
          </>
        )}
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon size="sm" aria-label="More for this block">
              <IconDots size={14} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {isOne && <Menu.Item onClick={() => onChange(duplicateAt(path))}>Duplicate</Menu.Item>}
            <Menu.Item onClick={() => onChange(wrapAt(path, 'all'))}>Put into “all of these”</Menu.Item>
            <Menu.Item onClick={() => onChange(wrapAt(path, 'any'))}>Put into “any of these”</Menu.Item>
            <Menu.Item onClick={() => onChange(wrapAt(path, 'none'))}>Put into “none of these”</Menu.Item>
            {remove && (
              <Menu.Item color="red" onClick={remove}>
                Take away
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      </Group>
      {own.map(({ path: at, sentence }) => (
        <Text key={`${at} ${sentence}`} size="xs" className={styles.problem} role="alert">
          {sentence}
        </Text>
      ))}
      <BlockFields
        condition={condition}
        phraseSets={phraseSets}
        onChange={(changed) => onChange(setAt(path, changed))}
      />
      {children.length > 0 && (
        <div className={styles.children}>
          {children.map((child) => (
            <BlockCard
              key={child.path}
              {...child}
              phraseSets={phraseSets}
              problems={problems}
              onChange={onChange}
            />
          ))}
        </div>
      )}
      {'of' in condition && Array.isArray(condition.of) && (
        <AddBlock onAdd={(block) => onChange(addTo(`${path}.of`, block))} />
      )}
    </div>
  )
}

/** What is wrong in a block itself, not in one under it. */
function isOwn(at: string, path: string, children: readonly { path: string }[]): boolean {
  const isUnder = at === path || at.startsWith(`${path}.`)
  return isUnder && !children.some((child) => at === child.path || at.startsWith(`${child.path}.`))
}
