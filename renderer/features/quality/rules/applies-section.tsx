import { t } from '@lingui/core/macro'
import { Section } from '../../../ui/page.tsx'
import { AddBlock } from './add-block.tsx'
import { BlockCard } from './block-card.tsx'
import { addStep } from './block-steps.ts'
import { useRule } from './rule-context.ts'
import { setAt } from './rule-edits.ts'
import styles from './rules.module.css'
import { SentenceField } from './sentence-field.tsx'

/** In which conversations the question is asked at all; the first condition that is not met gives the reason. */
export function AppliesSection() {
  const { rule, change, step } = useRule()
  const conditions = rule.appliesWhen ?? []
  return (
    <Section
      title={t`Applies when`}
      order={3}
      note={conditions.length === 0 ? t`always` : t`all of these hold`}
    >
      {conditions.map(({ when, otherwise }, index) => (
        <div key={index} className={styles.root}>
          <BlockCard path={`appliesWhen.${index}.when`} condition={when} />
          <SentenceField
            label={t`Else it does not apply, because`}
            isNeeded
            value={otherwise}
            onChange={(sentence) =>
              change(setAt(`appliesWhen.${index}.otherwise`, sentence), `appliesWhen.${index}.otherwise`)
            }
          />
        </div>
      ))}
      <AddBlock
        label={t`Add a condition`}
        onAdd={(when) => step(addStep(rule, 'appliesWhen', { when, otherwise: t`It did not come up.` }))}
      />
    </Section>
  )
}
