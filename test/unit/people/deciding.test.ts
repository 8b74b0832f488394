import { afterEach, beforeEach, expect, it } from 'vitest'
import { openWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let workspace: TestWorkspace
beforeEach(async () => {
  workspace = await openWorkspace()
  // Four tools that write names only, so that nothing but the name connects them; two of them know another person too.
  for (const [source, names] of [
    ['one', ['Anna Müller', 'Tom Becker']],
    ['two', ['Müller, Anna', 'Grace Kim']],
    ['three', ['Anna Mueller']],
    ['four', ['ANNA MÜLLER']],
  ] as const) {
    const rows = names.map((name, row) => `${source}-${row},2026-03-0${row + 1} 10:00,"${name}",Billing,120`)
    await workspace.take(
      `${source}.csv`,
      `Contact ID,Start Time,Agent,Queue,Handle Time\n${rows.join('\n')}\n`,
      {
        kind: 'interactions',
        source,
      },
    )
  }
})
afterEach(() => workspace.close())

const annas = async () =>
  (await workspace.client.people.list({})).filter(({ name }) => /^anna|^m.*anna$/i.test(name))
const questions = async () =>
  (await workspace.client.people.proposals()).map(({ keep, others }) =>
    [keep.id, ...others.map(({ person }) => person.id)].toSorted((a, b) => a - b),
  )

it('asks one question about everybody whom one name connects, and one answer settles it', async () => {
  const { people } = workspace.client
  const ids = (await annas()).map(({ id }) => id).toSorted((a, b) => a - b)
  expect(ids).toHaveLength(4)
  expect(await questions()).toEqual([ids])
  const records = await people.merge({ personIds: ids })
  expect(records).toHaveLength(3)
  expect((await annas()).map(({ identities }) => identities.length)).toEqual([4])
  expect(await questions()).toEqual([])
  await people.takeBack({ ids: records.map(({ id }) => id) })
  expect(await annas()).toHaveLength(4)
  expect(await questions()).toEqual([ids])
})

it('asks about the others without the one that is somebody else, until that is taken back', async () => {
  const { people } = workspace.client
  const ids = (await annas()).map(({ id }) => id).toSorted((a, b) => a - b)
  for (const stranger of ids) {
    const others = ids.filter((id) => id !== stranger)
    const apart = await people.keepApart({ personId: stranger, fromIds: others })
    expect(apart.map(({ state }) => state)).toEqual(['apart', 'apart', 'apart'])
    expect(await questions()).toEqual([others])
    const merged = await people.merge({ personIds: others })
    expect((await annas()).map(({ identities }) => identities.length).toSorted((a, b) => a - b)).toEqual([
      1, 3,
    ])
    expect(await questions()).toEqual([])
    await people.takeBack({ ids: [...apart, ...merged].map(({ id }) => id) })
    expect(await questions()).toEqual([ids])
  }
})

it('tells one of them apart again for good when the merge is undone', async () => {
  const { people } = workspace.client
  const ids = (await annas()).map(({ id }) => id)
  for (const { id } of await people.merge({ personIds: ids })) {
    const undone = await people.undoMerge({ mergeId: id })
    expect((await annas()).map(({ identities }) => identities.length).toSorted((a, b) => a - b)).toEqual([
      1, 3,
    ])
    expect(await questions()).toEqual([])
    await people.takeBack({ ids: [undone.id] })
    await people.merge({ personIds: (await annas()).map((person) => person.id) })
  }
})

it('refuses to decide about somebody who is not there, twice the same, or a decision nobody made', async () => {
  const { people } = workspace.client
  const [first] = await annas()
  await expect(people.merge({ personIds: [first!.id, 9999] })).rejects.toThrow('no longer there')
  await expect(people.merge({ personIds: [first!.id, first!.id] })).rejects.toThrow('no longer there')
  await expect(people.keepApart({ personId: 9999, fromIds: [first!.id] })).rejects.toThrow('no longer there')
  await expect(people.takeBack({ ids: [1] })).rejects.toThrow('no longer there')
})
