import { t } from '@lingui/core/macro'
import { MultiSelect } from '@mantine/core'
import { Section } from '../../../ui/page.tsx'
import { languageChoices } from './language-choices.ts'
import { useRule } from './rule-context.ts'
import { setAt } from './rule-edits.ts'
import { WordLists } from './word-lists.tsx'

/** What the rule reads: languages, and the word lists its phrases use. */
export function ReadsSection() {
  const { rule, change } = useRule()
  return (
    <Section title={t`Languages and word lists`} order={3}>
      <MultiSelect
        size="xs"
        searchable
        label={t`Reads conversations in`}
        placeholder={rule.languages.length === 0 ? t`any language` : undefined}
        descriptionProps={{ fz: 'xs' }}
        description={t`Others are left open. The ready sets of phrases are English.`}
        data={languageChoices(rule.languages)}
        value={rule.languages}
        maxValues={20}
        onChange={(languages) => change(setAt('languages', languages))}
      />
      <WordLists />
    </Section>
  )
}
