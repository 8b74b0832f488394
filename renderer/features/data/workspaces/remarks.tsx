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
      <Sentences title="Definitions that differ" sentences={comparison.definitions} />
      <Sentences title="Ids of other people" sentences={comparison.others} />
      <Sentences title="Stays behind" sentences={comparison.leftBehind} />
    </>
  )
}
