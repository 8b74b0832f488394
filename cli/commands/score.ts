import type { FileScore } from '../../engine/forms.ts'
import { command } from '../command.ts'
import { figure, table } from '../terminal/table.ts'

/** Nothing larger is read, so that a wrong file does not fill the memory. */
const MOST_BYTES = 16 * 1024 * 1024

export const score = command({
  name: 'score',
  usage: 'score FORM... ANSWERS',
  summary: 'Score answers by a form, both from files, with the applied weights.',
  options: {},
  positionals: { least: 2, most: 8 },
  async run({ positionals, terminal }) {
    const { scoreFiles } = await import('../../engine/forms.ts')
    const { textOfFile } = await import('../../engine/text-of-file.ts')
    const files = await Promise.all(
      positionals.map((path) =>
        textOfFile(terminal.resolve(path), { mostBytes: MOST_BYTES, what: 'a form or an evaluation' }),
      ),
    )
    const result = scoreFiles(files.slice(0, -1), files.at(-1)!)
    const { stoppedBy, ...data } = result
    if (stoppedBy !== null) terminal.note(stoppedBy)
    return { data, text: readable(result), isFailure: stoppedBy !== null }
  },
})

function readable(result: FileScore): string {
  const { scoreBeforeFatal0to1, criticalScore0to1, vendor } = result
  const beside = [
    ...(result.hasFatal ? [`${percent(scoreBeforeFatal0to1)} before the fatal answer`] : []),
    ...(criticalScore0to1 === null ? [] : [`critical questions ${percent(criticalScore0to1)}`]),
  ]
  const sections = result.sections.map((one) => [
    one.title,
    percent(one.score0to1),
    percent(one.appliedWeight),
    one.hasFatal ? 'fatal' : '',
  ])
  const questions = result.questions.map((one) => [
    one.title,
    one.isAsked ? (one.answer ?? 'not answered') : 'not asked',
    percent(one.score0to1),
    percent(one.appliedWeight),
    one.isFatal ? 'fatal' : '',
  ])
  return [
    `${result.form}: ${result.score0to1 === null ? 'no score' : percent(result.score0to1)}${beside.length > 0 ? ` (${beside.join('; ')})` : ''}`,
    ...(vendor ? [compared(vendor)] : []),
    '',
    table(['section', 'score', 'applied weight', ''], sections),
    '',
    table(['question', 'answer', 'score', 'applied weight', ''], questions),
    ...lines('Worth a look:', result.problems),
    ...lines('Not kept of the form:', result.notes),
  ].join('\n')
}

function compared({ score0to1, difference, differing }: NonNullable<FileScore['vendor']>): string {
  if (difference === null)
    return `The evaluation itself says ${percent(score0to1)}; the two cannot be compared.`
  const points = `${difference > 0 ? '+' : ''}${figure(difference * 100)} points`
  const names = differing.map(({ title, vendor0to1 }) => `${title} (there ${percent(vendor0to1)})`)
  return `The evaluation itself says ${percent(score0to1)} (${points}).${names.length > 0 ? ` Different: ${names.join(', ')}.` : ''}`
}

function lines(heading: string, sentences: readonly string[]): string[] {
  return sentences.length === 0 ? [] : ['', heading, ...sentences.map((sentence) => `- ${sentence}`)]
}

function percent(share: number | null): string {
  return share === null ? '-' : `${figure(share * 100, 1)}%`
}
