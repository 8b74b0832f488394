import { writeFile } from 'node:fs/promises'
import type { Client } from '../../engine/direct-client.ts'
import { textOfFile } from '../../engine/text-of-file.ts'
import {
  CALIBRATION_LIMITS,
  type CalibrationPage,
  type CalibrationSession,
} from '../../shared/contract/calibration.ts'
import { command } from '../command.ts'
import { Failure, UsageError } from '../errors.ts'
import { figure, moment, table } from '../terminal/table.ts'

export const calibration = command({
  name: 'calibration',
  usage: 'calibration show [SESSION] | export SESSION [--reviewer NAME] [--to FILE] | import FILE...',
  summary: 'Show calibrations, and carry them between workspaces as files.',
  options: { reviewer: { type: 'string' }, to: { type: 'string' } },
  positionals: { least: 1, most: 100 },
  async run({ values, positionals: [action, ...rest], terminal, open }) {
    switch (action) {
      case 'show': {
        const client = await open('read')
        return rest.length === 0 ? list(await client.calibration.list()) : page(await sessionOf(client, rest))
      }
      case 'export': {
        const client = await open('write')
        const { session } = await sessionOf(client, rest)
        const file = await client.calibration.export({
          id: session.id,
          ...(values.reviewer !== undefined && { reviewer: values.reviewer }),
        })
        const path = terminal.resolve(values.to ?? file.fileName)
        await writeFile(path, file.text, { mode: 0o600 })
        return { data: { file: path, kind: file.kind }, text: `Written to ${path}.` }
      }
      case 'import': {
        if (rest.length === 0) throw new UsageError('calibration import needs a file.')
        const client = await open('create')
        const done = []
        for (const given of rest) done.push(await takeIn(client, terminal.resolve(given)))
        return { data: done, text: done.map(({ sentence }) => sentence).join('\n') }
      }
      default:
        throw new UsageError(`calibration does show, export or import, not "${action}".`)
    }
  },
})

/** Bytes beyond which no file of a session goes: four for each of its characters. */
const MOST_BYTES = CALIBRATION_LIMITS.fileCharacters * 4

async function takeIn(client: Client, path: string) {
  const { name, text } = await textOfFile(path, { mostBytes: MOST_BYTES, what: 'a calibration file' })
  if (text.length > CALIBRATION_LIMITS.fileCharacters)
    throw new Failure(`"${name}" is far larger than a calibration file can be.`)
  return { file: path, ...(await client.calibration.import({ fileName: name.slice(-300), text })) }
}

/** The session somebody means by its number or its name. */
async function sessionOf(client: Client, words: readonly string[]): Promise<CalibrationPage> {
  const wanted = words.join(' ')
  if (wanted === '') throw new UsageError('Say which calibration: its number or its name.')
  const sessions = await client.calibration.list()
  const found = sessions.filter(
    ({ id, name }) => String(id) === wanted || name.toLowerCase() === wanted.toLowerCase(),
  )
  const [only, ...others] = found
  if (only === undefined) throw new Failure(`There is no calibration "${wanted}" in this workspace.`)
  if (others.length > 0)
    throw new Failure(`Several calibrations are called "${wanted}": use the number of one.`)
  return client.calibration.get({ id: only.id })
}

function list(sessions: CalibrationSession[]) {
  const rows = sessions.map((session) => [
    session.id,
    session.name,
    session.form,
    session.state,
    session.items,
    session.reviewers.map(({ reviewer, submitted, total }) => `${reviewer} ${submitted}/${total}`).join(', '),
    moment(session.createdAt),
  ])
  return {
    data: sessions,
    text:
      rows.length === 0
        ? 'There is no calibration.'
        : table(['id', 'name', 'form', 'state', 'items', 'submitted', 'made'], rows),
  }
}

function page(found: CalibrationPage) {
  const { session, results } = found
  const parts = session.reviewers.map(({ reviewer, submitted, total, isLeftOut }) => [
    reviewer,
    `${submitted} of ${total}`,
    isLeftOut ? 'left out' : '',
  ])
  const text = [`${session.name}: ${session.state}`, '', table(['reviewer', 'submitted', ''], parts)]
  if (results !== null) {
    const questions = results.questions.map(({ title, differing, open, before }) => [
      title,
      before.n,
      differing,
      open,
      figure(before.percentAgreement.value),
      figure(before.ac1.value),
      figure(before.alpha.value),
    ])
    const measured = results.reviewers.filter(({ reviewer }) => reviewer !== session.expert)
    const reviewers = measured.map(({ reviewer, after }) => [
      reviewer,
      after.n,
      figure(after.agreement.value),
      figure(after.bias.value),
      `${after.fails.found} of ${after.fails.items}`,
    ])
    text.push(
      '',
      'Before settling',
      table(['question', 'n', 'differ', 'open', 'alike', 'ac1', 'alpha'], questions),
      '',
      'Beside what is settled',
      table(['reviewer', 'n', 'alike', 'bias', 'fails found'], reviewers),
    )
  }
  return { data: found, text: text.join('\n') }
}
