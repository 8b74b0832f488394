import { Text } from '@mantine/core'
import type { RuleCondition } from '../../../../shared/domain/rule-conditions.ts'
import { conditionChildren } from '../../../../shared/domain/rule-tree.ts'
import { AddBlock } from './add-block.tsx'
import { BlockFields } from './block-fields.tsx'
import { BlockHead } from './block-head.tsx'
import { addStep } from './block-steps.ts'
import { setAt } from './rule-edits.ts'
import { useRule } from './rule-context.ts'
import styles from './rules.module.css'

/** A building block as a card: a sentence of what it says, its fields, and the blocks under it as cards of their own. */
export function BlockCard({ path, condition }: { path: string; condition: RuleCondition }) {
  const { rule, problems, change, step } = useRule()
  const children = conditionChildren({ path, condition })
  const own = problems.filter((problem) => isOwn(problem.path, path, children))
  return (
    <div className={styles.block} data-card={path} data-problem={own.length > 0 || undefined}>
      <BlockHead {...{ path, condition }} />
      {own
        // what is wrong with a phrase stands below the phrases
        .filter(({ path: at }) => !/\.(phrases|except)\.\d+$/.test(at))
        .map(({ path: at, sentence }) => (
          <Text key={`${at} ${sentence}`} size="xs" className={styles.problem} role="alert">
            {sentence}
          </Text>
        ))}
      <BlockFields {...{ path, condition }} onChange={(changed) => change(setAt(path, changed), path)} />
      {children.length > 0 && (
        <div className={styles.children}>
          {children.map((child) => (
            <BlockCard key={child.path} {...child} />
          ))}
        </div>
      )}
      {'of' in condition && Array.isArray(condition.of) && (
        <AddBlock onAdd={(block) => step(addStep(rule, `${path}.of`, block))} />
      )}
    </div>
  )
}

/** What is wrong in a block itself, not in one under it. */
function isOwn(at: string, path: string, children: readonly { path: string }[]): boolean {
  const isUnder = at === path || at.startsWith(`${path}.`)
  return isUnder && !children.some((child) => at === child.path || at.startsWith(`${child.path}.`))
}
