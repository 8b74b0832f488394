import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { digestOf } from '../../engine/quality/calibration/canonical.ts'
import {
  writeConnectForm,
  writeDebriefForm,
  writeFormCsv,
  writeGenesysForm,
} from '../../engine/quality/forms/index.ts'
import type { ScorecardDefinition } from '../../shared/domain/scorecard/definition.ts'
import { aForm, aQuestion, chosen, conversationOf, openDesk, publishForm } from '../support/quality-desk.ts'
import { runHere } from '../support/terminal.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { openWorkspace } from '../support/workspace.ts'

// What comes in wrong is answered in one sentence that says what to do, and nothing of it is kept.

const form = aForm([aQuestion('greets'), aQuestion('solves', { weight: 3 })])
const own = writeDebriefForm(form).text
const after = (questionId: string) => ({
  match: 'all' as const,
  rules: [{ questionId, is: 'in' as const, optionIds: ['yes'] }],
})
const spoiled = (change: (form: ScorecardDefinition) => void) => {
  const copy = structuredClone(form)
  change(copy)
  return writeDebriefForm(copy).text
}

/** Imports a file of a form as the terminal does, into a workspace of its own; what was said, and what is there then. */
async function importing(content: string | Buffer, fileName = 'form.json') {
  const folder = temporaryFolder()
  const file = join(folder, fileName)
  writeFileSync(file, content)
  await runHere(['init', '--workspace', 'here'], folder)
  const { exitCode, stdout, stderr } = await runHere(['form', 'import', file, '--workspace', 'here'], folder)
  const { stdout: left } = await runHere(['form', 'export', form.title, '--workspace', 'here'], folder)
  return { exitCode, said: (exitCode === 0 ? stdout : stderr).trimEnd(), isThere: left !== '' }
}

describe('a form in a file', () => {
  test.each([
    [
      'without weights',
      'No question has a weight. Give each one, or let all count the same.',
      { weight: null },
    ],
    [
      'with weights of 0',
      'The weights of the questions add up to 0, so nothing could be scored.',
      { weight: 0 },
    ],
  ])('%s becomes a draft that says so', async (_what, sentence, change) => {
    const text = spoiled((copy) => copy.questions.forEach((question) => Object.assign(question, change)))
    expect(await importing(text)).toEqual({
      exitCode: 0,
      said: `"Voice" is here as a draft.\nIt cannot be scored on as it is, so it became a draft.\n${sentence}`,
      isThere: false,
    })
  })

  test.each([
    ['itself', ['greets'], '"greets" depends on itself.'],
    [
      'each other',
      ['solves', 'greets'],
      'These questions depend on each other in a circle: "greets", "solves".',
    ],
  ])('whose questions depend on %s becomes a draft that says so', async (_what, others, sentence) => {
    const text = spoiled((copy) =>
      others.forEach((other, at) => Object.assign(copy.questions[at]!, { condition: after(other) })),
    )
    expect((await importing(text)).said.split('\n').at(-1)).toBe(sentence)
  })

  test.each<[what: string, content: string | Buffer, fileName: string, sentence: string]>([
    ['empty', '\uFEFF \n', 'form.json', '"form.json" is empty; export it again.'],
    [
      'a workbook',
      Buffer.from('504b03041400000008', 'hex'),
      'form.xlsx',
      '"form.xlsx" is no text; save it as CSV or JSON.',
    ],
    [
      'a picture',
      Buffer.from('89504e470d0a1a0a0000000d', 'hex'),
      'form.csv',
      '"form.csv" is no text; save it as CSV or JSON.',
    ],
    ['cut off', own.slice(0, -40), 'form.json', '"form.json" is not sound JSON; it may be cut off.'],
    [
      'of Amazon Connect, cut off',
      writeConnectForm(form).text.slice(0, -40),
      'form.json',
      '"form.json" is not sound JSON; it may be cut off.',
    ],
    [
      'of Genesys Cloud, cut off',
      writeGenesysForm(form).text.slice(0, -40),
      'form.json',
      '"form.json" is not sound JSON; it may be cut off.',
    ],
    [
      'huge',
      ' '.repeat(4_000_001),
      'form.json',
      '"form.json" is far larger than a form can be; choose the file that holds nothing else.',
    ],
    [
      'of 3,000 questions',
      spoiled((copy) => {
        copy.questions = Array.from({ length: 3_000 }, (_, at) => aQuestion(`q${at}`))
      }),
      'form.json',
      '"form.json" is not a form of Debrief as it should be: at form.questions, it holds more than 500.',
    ],
    [
      'of 10,000 rows',
      `section,question\n${Array.from({ length: 10_000 }, (_, at) => `S,Q${at}`).join('\n')}`,
      'form.csv',
      '"form.csv" has more than 500 questions, which no form may have.',
    ],
    [
      'with a negative weight',
      spoiled((copy) => (copy.questions[0]!.weight = -3)),
      'form.json',
      '"form.json" is not a form of Debrief as it should be: at form.questions[0].weight, it is less than 0.',
    ],
    [
      'without a title',
      spoiled((copy) => (copy.title = '  ')),
      'form.json',
      '"form.json" is not a form of Debrief as it should be: at form.title, it is empty.',
    ],
    [
      'that would reach a prototype',
      own.replace('"title"', '"__proto__": {"isPolluted": true}, "title"'),
      'form.json',
      '"form.json" is not a form of Debrief as it should be: at form, unknown key: "__proto__".',
    ],
    [
      'of only one heading',
      'a,b\n1,2\n',
      'form.csv',
      '"form.csv" has no column "question", so it is no form; its columns are "a", "b".',
    ],
  ])('%s is refused, and nothing is there', async (_what, content, fileName, sentence) => {
    expect(await importing(content, fileName)).toEqual({ exitCode: 1, said: sentence, isThere: false })
    expect(({} as { isPolluted?: boolean }).isPolluted).toBeUndefined()
  })

  test.each<[what: string, content: Buffer, fileName: string]>([
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${own.replace('"greets",\n', '"grüßt",\n')}`), 'form.json'],
    ['UTF-16', Buffer.from(`\uFEFF${own.replace('"greets",\n', '"grüßt",\n')}`, 'utf16le'), 'form.json'],
    ['Windows-1252', Buffer.from(own.replace('"greets",\n', '"grüßt",\n'), 'latin1'), 'form.json'],
    ['Windows-1252', Buffer.from(writeFormCsv(form).text.replace('greets', 'grüßt'), 'latin1'), 'form.csv'],
    [
      'UTF-16',
      Buffer.from(`\uFEFF${writeFormCsv(form).text.replace('greets', 'grüßt')}`, 'utf16le'),
      'form.csv',
    ],
  ])('in %s is read as it was meant (%#)', async (_encoding, content, fileName) => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, fileName), content)
    await runHere(['init', '--workspace', 'here'], folder)
    const { stdout } = await runHere(['form', 'import', fileName, '--workspace', 'here', '--json'], folder)
    const { name } = JSON.parse(stdout) as { name: string }
    await runHere(['form', 'export', name, '--workspace', 'here', '--out', 'out.json'], folder)
    const answers = join(folder, 'answers.json')
    writeFileSync(answers, Buffer.from('\uFEFF{"answers": {"grüßt": "yes", "solves": "no"}}', 'utf16le'))
    const score = await runHere(['score', 'out.json', answers, '--json'], folder)
    expect(JSON.parse(score.stdout)).toMatchObject({ score0to1: 0.25 })
  })

  test('is taken once, however often it comes, and each change of it is a version or a draft of its own', async () => {
    const workspace = await openWorkspace()
    onTestFinished(() => workspace.close())
    const { client } = workspace
    const take = (text: string) => client.scorecards.importForm({ files: [{ name: 'form.json', text }] })
    const heavier = (weight: number) => spoiled((copy) => (copy.questions[0]!.weight = weight))
    const circular = (id: string) => spoiled((copy) => (copy.questions[0]!.condition = after(id)))
    expect(await take(own)).toMatchObject({ became: 'version', version: '1' })
    expect(await take(own)).toMatchObject({ became: 'known', version: '1' })
    expect(await take(heavier(5))).toMatchObject({ became: 'version', version: '2' })
    expect(await take(heavier(7))).toMatchObject({ became: 'version', version: '3' })
    expect(await take(heavier(5))).toMatchObject({ became: 'known', version: '2' })
    expect(await take(circular('greets'))).toMatchObject({ became: 'draft' })
    expect((await take(circular('greets'))).notes[0]).toBe(
      'It is here as a draft already, word for word; nothing changed.',
    )
    await expect(take(circular('nowhere'))).rejects.toThrow(
      'There is a draft of "Voice" already; publish it or throw it away, then import the file again.',
    )
    const [item] = await client.scorecards.list()
    expect(item).toMatchObject({ versions: 3, hasDraft: true, publishedVersion: '3' })
  })

  test('keeps names that look like a page or a command for the plain texts they are', async () => {
    const title = '<img src=x onerror=alert(1)> \u001B[2J\u202Etxt'
    const { said } = await importing(spoiled((copy) => (copy.title = title)))
    expect(said).toBe(
      '"<img src=x onerror=alert(1)> [U+001B][2J[U+202E]txt" is here as version 1: reviews can be made on it.',
    )
  })
})

test('a draft that two people edit keeps what the first of them saved', async () => {
  const workspace = await openWorkspace()
  onTestFinished(() => workspace.close())
  const { client } = workspace
  const { id } = await client.scorecards.create({ title: 'Voice', from: { kind: 'blank' } })
  await client.scorecards.saveDraft({ id, definition: form, revision: 1 })
  await expect(
    client.scorecards.saveDraft({ id, definition: { ...form, title: 'Mine' }, revision: 1 }),
  ).rejects.toThrow(/^This draft was changed somewhere else/)
  await expect(client.scorecards.publish({ id, revision: 1, note: '' })).rejects.toThrow(/\.$/)
  expect((await client.scorecards.get({ id })).draft).toMatchObject({ definition: form, revision: 2 })
})

test('a review on which nothing applies is submitted without a score, and counts nowhere', async () => {
  const workspace = await openDesk(1)
  onTestFinished(() => workspace.close())
  const { client } = workspace
  const scorecardId = await publishForm(workspace, form)
  const { id } = await client.reviews.request({
    interactionId: await conversationOf(workspace, 'C-101'),
    scorecardId,
  })
  await client.reviews.open({ id })
  for (const question of ['greets', 'solves'])
    await client.reviews.answer({ id, answer: { ...chosen(question), isNotApplicable: true } })
  expect(await client.reviews.submit({ id })).toMatchObject({ score0to1: null })
  expect(await client.workspace.check()).toEqual({ ok: true, problems: [], notes: [] })
})

describe('a dispute file', () => {
  interface Written {
    sealed: { madeAt: number; workspace: string; evaluation: { questions: { title: string }[] } }
    seal: string
    disputes: Record<string, unknown>[]
  }
  const entry = { question: 'solves', rightAnswer: 'yes', comment: 'I did', by: 'Ada Byron' }

  test('from the future, sealed anew, odd or huge is refused, and nothing of it is taken', async () => {
    const workspace = await openDesk(1)
    onTestFinished(() => workspace.close())
    const { client, clock } = workspace
    const scorecardId = await publishForm(workspace, form)
    const interactionId = await conversationOf(workspace, 'C-101')
    const { id } = await client.reviews.request({ interactionId, scorecardId })
    await client.reviews.open({ id })
    for (const question of ['greets', 'solves'])
      await client.reviews.answer({ id, answer: chosen(question, 'no') })
    const { evaluationId } = await client.reviews.submit({ id })
    const { text } = await client.disputes.export({ evaluationId })
    const written = JSON.parse(text) as Written
    const take = (file: unknown) =>
      client.disputes.import({ text: typeof file === 'string' ? file : JSON.stringify(file) }).then(
        () => 'taken',
        (error: Error) => error.message,
      )
    const resealed = (change: (sealed: Written['sealed']) => void) => {
      const sealed = structuredClone(written.sealed)
      change(sealed)
      return { ...written, sealed, seal: `sha256:${digestOf(sealed)}`, disputes: [entry] }
    }
    const abyss = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
    const tries: [file: unknown, sentence: string | RegExp][] = [
      [
        resealed((sealed) => (sealed.madeAt = clock.now + 2 * 86_400_000)),
        'The file says it was written on 2026-04-01, which is still to come, so nothing was taken; check the clock of this computer.',
      ],
      [
        resealed((sealed) => (sealed.madeAt = 9_000_000_000_000_000)),
        'The file is broken: "sealed.madeAt" is missing or is not what it should be.',
      ],
      [resealed((sealed) => (sealed.workspace = 'another')), /belongs to another workspace/],
      [resealed((sealed) => (sealed.evaluation.questions = [])), /has no question "solves"/],
      [abyss, /^That is no dispute file/],
      [text.replace('"disputes": [', `"disputes": [${abyss}, `), /"disputes.0" is missing or is not what/],
      ['', /no valid JSON/],
      [{ ...written, disputes: Array.from({ length: 201 }, () => entry) }, /"disputes" is missing or is not/],
      [
        JSON.stringify({ ...written, disputes: [entry] }).replace(
          '"question":"solves"',
          '"question":"__proto__"',
        ),
        /has no question "__proto__"/,
      ],
      [{ ...written, disputes: [{ ...entry, comment: 'x'.repeat(10_001) }] }, /"disputes.0.comment"/],
      [{ ...written, disputes: [{ ...entry, rightAnswer: 1e308 }] }, /is no answer to "solves"/],
      [
        text.replace('"greets"', '"smiles"'),
        'The part of the file that nobody may change was changed, so nothing was taken; write the file again and fill that in.',
      ],
    ]
    for (const [file, sentence] of tries) {
      const said = await take(file)
      if (typeof sentence === 'string') expect(said).toBe(sentence)
      else expect(said).toMatch(sentence)
      expect(said).toMatch(/^[A-Z"][^\n]*\.$/)
    }
    expect((await client.disputes.list({ state: 'all' })).items).toEqual([])
    expect(await take({ ...written, disputes: [entry] })).toBe('taken')
  })
})
