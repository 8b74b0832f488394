import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Alert, Button, Group } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { SystemicRecord } from '../../../../shared/contract/systemic.ts'
import { ButtonLink } from '../../../ui/link.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { formatDay } from '../../../ui/dates.ts'
import classes from '../patterns.module.css'
import { statusWords } from '../words.ts'
import { FindingCheck } from './finding-check.tsx'
import { FindingConversations, FindingEvidence } from './finding-evidence.tsx'
import { FindingFields } from './finding-fields.tsx'
import { FindingHistory } from './finding-history.tsx'
import { useFinding } from './use-finding.ts'

/** The record of a finding, with what is typed shown over what is saved. */
export function FindingView({ saved }: { saved: SystemicRecord }) {
  const { finding, isBusy, write, note, remove, restore } = useFinding(saved)
  const { driver, group, status, dueOn, isOverdue, removedAt } = finding
  const purpose = [
    `${driver.label}, ${group.label}`,
    statusWords[status].toLowerCase(),
    ...(dueOn === null ? [] : [isOverdue ? t`due ${formatDay(dueOn)}, overdue` : t`due ${formatDay(dueOn)}`]),
    ...(driver.isMeasured ? [] : [t`no longer measured`]),
  ].join(' · ')
  return (
    <Page
      title={finding.title}
      purpose={purpose}
      actions={
        <Group gap="xs">
          <ButtonLink to="/patterns" search={{ view: 'findings' }} variant="default">
            <Trans>All findings</Trans>
          </ButtonLink>
          {removedAt === null && (
            <Button
              variant="subtle"
              color="red"
              leftSection={<IconTrash size={14} aria-hidden />}
              loading={isBusy}
              onClick={() => void remove()}
            >
              <Trans>Remove</Trans>
            </Button>
          )}
        </Group>
      }
    >
      {removedAt !== null && (
        <Alert color="gray" variant="light" title={t`This finding is removed`}>
          <Button size="xs" variant="default" loading={isBusy} onClick={() => void restore()}>
            <Trans>Bring it back</Trans>
          </Button>
        </Alert>
      )}
      <div className={classes.record}>
        <div className={classes.stack}>
          <FindingCheck finding={finding} />
          <FindingEvidence finding={finding} />
          <FindingConversations finding={finding} />
        </div>
        <div className={classes.stack}>
          <Section title={t`What is done about it`}>
            <FindingFields finding={finding} write={write} />
          </Section>
          <FindingHistory history={finding.history} note={note} isBusy={isBusy} />
        </div>
      </div>
    </Page>
  )
}
