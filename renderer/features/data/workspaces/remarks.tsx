import { t } from '@lingui/core/macro'
import { List, Text } from '@mantine/core'
import type { MergedWorkspace } from '../../../../shared/contract/merging.ts'

function Sentences({ title, sentences }: { title: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <div>
      <Text size="sm" fw={600} mt="xs">
        {title}
      </Text>
      <List size="sm" spacing={2}>
        {sentences.map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
    </div>
  )
}

/** Definitions that differ, ids of other people, and what stays where it is. */
export function Remarks({ comparison }: { comparison: MergedWorkspace['comparison'] }) {
  return (
    <>
      <Sentences title={t`Definitions that differ`} sentences={comparison.definitions} />
      <Sentences title={t`Ids of other people`} sentences={comparison.others} />
      <Sentences title={t`Stays behind`} sentences={comparison.leftBehind} />
    </>
  )
}
