import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Button, Menu, Text, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconChevronDown } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReadyRule, RuleOfQuestion } from '../../../../shared/contract/rules.ts'
import { orpc } from '../../../app/client.ts'
import { modKey } from '../../../app/shortcuts.ts'
import { ButtonLink } from '../../../ui/link.tsx'
import { notifyFailed } from '../../../ui/notify.tsx'
import type { RuleEditing } from './use-rule-draft.ts'

/** What can be done with a rule as a whole: steps back, a ready rule in its place, and whether it answers. */
export function RuleActions({
  stored,
  editing,
  ready,
  canAnswer,
}: {
  stored: RuleOfQuestion
  editing: RuleEditing
  ready: readonly ReadyRule[]
  canAnswer: boolean
}) {
  const { scorecardId, questionId } = stored
  const queryClient = useQueryClient()
  const activating = useMutation(orpc.rules.activate.mutationOptions())
  const deactivating = useMutation(orpc.rules.deactivate.mutationOptions())
  const undoing = useMutation(orpc.rules.undo.mutationOptions())
  const decide = async (what: typeof activating, failed: string) => {
    const asked = { scorecardId, questionId }
    try {
      const { rule: changed } = await what.mutateAsync({ ...asked, revision: await editing.flush() })
      queryClient.setQueryData(orpc.rules.get.queryKey({ input: asked }), changed)
    } catch (error) {
      notifyFailed(failed, error)
    }
  }
  return (
    <>
      <Tooltip label={t`Undo (${modKey} Z)`}>
        <ActionIcon aria-label={t`Undo`} disabled={!editing.canUndo} onClick={editing.undo}>
          <IconArrowBackUp size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t`Redo (${modKey} Shift Z)`}>
        <ActionIcon aria-label={t`Redo`} disabled={!editing.canRedo} onClick={editing.redo}>
          <IconArrowForwardUp size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <ButtonLink variant="default" to="/quality/scorecards/$scorecardId" params={{ scorecardId }}>
        <Trans>Scorecard</Trans>
      </ButtonLink>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
            <Trans>Ready rules</Trans>
          </Button>
        </Menu.Target>
        <Menu.Dropdown maw={380}>
          {ready.map((one) => (
            <Menu.Item
              key={one.id}
              onClick={() => editing.replace({ rule: one.rule, examples: one.examples })}
            >
              <Text size="sm">{one.title}</Text>
              <Text size="xs" c="dimmed">
                {one.text}
              </Text>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {stored.events.length > 0 && (
        <Button
          variant="default"
          loading={undoing.isPending}
          onClick={() => void decide(undoing, t`The decision stays`)}
        >
          <Trans>Undo last decision</Trans>
        </Button>
      )}
      {stored.active !== null && (
        <Button
          variant="default"
          loading={deactivating.isPending}
          onClick={() => void decide(deactivating, t`The rule still answers`)}
        >
          <Trans>Stop answering</Trans>
        </Button>
      )}
      <Button
        loading={activating.isPending}
        disabled={!canAnswer}
        onClick={() => void decide(activating, t`The rule does not answer yet`)}
      >
        <Trans>Let it answer</Trans>
      </Button>
    </>
  )
}
