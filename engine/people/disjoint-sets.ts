/** Two ids as one text, whichever comes first. */
export function pairKey(a: number, b: number): string {
  return a < b ? `${a}-${b}` : `${b}-${a}`
}

/** Sets that never hold a pair somebody said is apart; the smallest id names the set. */
export function disjointSets(ids: readonly number[], apart: ReadonlySet<string>) {
  const parent = new Map(ids.map((id) => [id, id]))
  const members = new Map(ids.map((id) => [id, [id]]))
  const find = (id: number): number => {
    let root = id
    while (parent.get(root)! !== root) root = parent.get(root)!
    while (parent.get(id)! !== root) {
      const next = parent.get(id)!
      parent.set(id, root)
      id = next
    }
    return root
  }
  return {
    find,
    membersOf: (id: number): readonly number[] => members.get(find(id))!,
    join(a: number, b: number): boolean {
      const [root, other] = [find(a), find(b)].toSorted((x, y) => x - y) as [number, number]
      if (root === other) return false
      const [mine, theirs] = [members.get(root)!, members.get(other)!]
      if (apart.size > 0 && mine.some((one) => theirs.some((two) => apart.has(pairKey(one, two)))))
        return false
      parent.set(other, root)
      for (const member of theirs) mine.push(member)
      members.delete(other)
      return true
    },
  }
}
