import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Code, Group, Text } from '@mantine/core'
import type { RuleOfQuestion } from '../../../../shared/contract/rules.ts'
import { Page, Section } from '../../../ui/page.tsx'
import { newDraft, olderDraft, type RuleDraft } from './stored-draft.ts'
import styles from './rules.module.css'

/** A rule that this Debrief has no fields for: it is shown as it is kept, and stays until somebody begins another. */
export function UnreadableRule({
  stored,
  onStart,
}: {
  stored: RuleOfQuestion
  onStart(draft: RuleDraft): void
}) {
  const older = olderDraft(stored)
  const kept = stored.draft ?? stored.active
  return (
    <Page title={stored.title} purpose={t`Rule for ${stored.form}`}>
      <Section title={t`This rule cannot be shown in fields`}>
        <Text size="sm">
          <Trans>
            It was kept as it is. Another Debrief may have written it. Nothing changes until you begin another
            rule.
          </Trans>
        </Text>
        {stored.problems.slice(0, 5).map(({ path, sentence }) => (
          <Text key={`${path} ${sentence}`} size="sm" className={styles.problem}>
            {sentence}
          </Text>
        ))}
        <Group gap={8} my={10}>
          {older && (
            <Button onClick={() => onStart(older)}>
              <Trans>Go on from the version before</Trans>
            </Button>
          )}
          <Button variant="default" onClick={() => onStart(newDraft)}>
            <Trans>Begin a new rule</Trans>
          </Button>
        </Group>
        <Code block tabIndex={0} aria-label={t`The rule as it is kept`}>
          {JSON.stringify(kept?.rule, null, 2)}
        </Code>
      </Section>
    </Page>
  )
}
