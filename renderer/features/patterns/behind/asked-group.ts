import type { ConversationGroup } from '../../../../shared/contract/group-patterns.ts'

/** A group as it is asked for: by what it is, and not by how it is called. */
export function askedGroup(group: ConversationGroup) {
  return group.kind === 'everyone' ? { kind: group.kind } : { kind: group.kind, key: group.key }
}
