import { t } from '@lingui/core/macro'
import { SegmentedControl, Text } from '@mantine/core'
import type { PolicyDocument } from '../../../../shared/domain/policy.ts'
import { Section } from '../../../ui/page.tsx'
import { pagePolicyWords } from '../words/policy-words.ts'
import styles from './policy.module.css'
import type { PartProps } from './policy-editor.tsx'

type Automation = PolicyDocument['automation']

const labels = { off: t`Off`, asked: t`When asked`, assist: t`Beside people`, on: t`On` } as const
const choices: { name: keyof Automation; title: string; values: (keyof typeof labels)[] }[] = [
  { name: 'transcribe', title: t`Transcribing`, values: ['off', 'asked', 'on'] },
  { name: 'score', title: t`Scoring`, values: ['off', 'assist', 'on'] },
  { name: 'rank', title: t`Ranking people`, values: ['off', 'on'] },
  { name: 'draft', title: t`Drafting`, values: ['off', 'on'] },
]

/** What Debrief may do by itself: a sentence for each, and how far. */
export function AutomationSection({ document, isLocked, onChange }: PartProps) {
  const { automation } = document
  const { titles, automation: sentences } = pagePolicyWords()
  return (
    <Section title={titles.automation}>
      {choices.map(({ name, title, values }) => {
        const words: Record<string, string> = sentences[name]
        return (
          <div key={name} className={styles.line}>
            <div>
              <Text fw={600}>{title}</Text>
              <Text size="sm" c="dimmed">
                {words[automation[name]]}
              </Text>
            </div>
            <SegmentedControl
              size="sm"
              aria-label={title}
              disabled={isLocked}
              value={automation[name]}
              data={values.map((value) => ({ value, label: labels[value] }))}
              onChange={(value) => onChange({ automation: { ...automation, [name]: value } })}
            />
          </div>
        )
      })}
    </Section>
  )
}
