import { leftOutLines } from '../terminal/left-out.ts'
import type { Client } from '../../engine/direct-client.ts'
import type { JudgeEstimate, JudgeRun, ModelForm } from '../../shared/contract/judge.ts'
import { command } from '../command.ts'
import { UsageError } from '../errors.ts'
import { runJob } from '../terminal/job.ts'

const DAYS = 28

export const judge = command({
  name: 'judge',
  usage: 'judge --estimate | --run [--days N] [--scorecard NAME]',
  summary:
    'Ask the language model that is switched on the questions of a scorecard, or say what that would take.',
  options: {
    estimate: { type: 'boolean' },
    run: { type: 'boolean' },
    days: { type: 'string' },
    scorecard: { type: 'string' },
  },
  positionals: { least: 0, most: 0 },
  async run({ values, terminal, open }) {
    if (values.estimate === values.run)
      throw new UsageError('judge needs --estimate, which sends nothing, or --run, which sends.')
    const days = values.days === undefined ? DAYS : Number(values.days)
    if (!Number.isInteger(days) || days < 1 || days > 3660)
      throw new UsageError('--days is a whole number from 1 to 3660.')
    const client = await open(values.run ? 'write' : 'read')
    const { scorecardId } = await formNamed(client, values.scorecard)
    const order = { scorecardId, days }
    if (!values.run) {
      const estimate = await client.judge.estimate(order)
      return { data: estimate, text: [estimateText(estimate), ...(await leftOutLines(client))].join('\n') }
    }
    const job = await runJob(client, terminal, () => client.judge.start(order))
    const run = (await client.judge.runs()).find(({ jobId }) => jobId === job.id)!
    return { data: run, text: runText(run) }
  },
})

/** The form of a name, or the only one with a question that is switched on. */
async function formNamed(client: Client, name: string | undefined): Promise<ModelForm> {
  const forms = await client.judge.questions()
  if (name !== undefined) {
    const found = forms.find(({ form }) => form.toLowerCase() === name.toLowerCase())
    if (!found) throw new UsageError(`There is no scorecard "${name}" to score on.`)
    return found
  }
  const [only, other] = forms.filter(({ questions }) => questions.some(({ isOn }) => isOn))
  if (only === undefined)
    throw new UsageError(
      'No question is switched on for the language model: see Quality, Language model, in the app.',
    )
  if (other !== undefined)
    throw new UsageError(
      `Several scorecards have questions for the language model: name one with --scorecard, such as "${only.form}".`,
    )
  return only
}

function estimateText(estimate: JudgeEstimate): string {
  const { host, model, money, tokensIn, tokensOut, seconds, basis } = estimate
  return [
    `${model} at ${host}; ${estimate.days.from} to ${estimate.days.to}; nothing was sent.`,
    `${estimate.questions} questions about ${estimate.conversations} conversations: ${estimate.known} known, ${estimate.notAsked} not asked, ${estimate.refused} refused.`,
    `${estimate.requests} requests at most, ${tokensIn} tokens read, ${tokensOut} written, ${Math.ceil(seconds)} s (${basis}).`,
    money === null
      ? 'No prices are given.'
      : `${money.expected.toFixed(4)} ${money.currency} expected, ${money.atMost.toFixed(4)} at most.`,
    ...(estimate.isOverLimit ? ['It would stop at the limit before its end.'] : []),
  ].join('\n')
}

function runText({ form, model, host, counts, spent }: JudgeRun): string {
  const { requests, tokensIn, tokensOut, money, currency } = spent
  const cost = money === null ? '' : `, ${money.toFixed(4)} ${currency ?? ''}`
  return [
    `${form}, ${model} at ${host}: ${counts.answered} answered, ${counts.abstained} left open, ${counts.dropped} dropped, ${counts.refused} refused, ${counts.failed} failed.`,
    `Spent: ${requests} requests, ${tokensIn} tokens read, ${tokensOut} written${cost}.`,
  ].join('\n')
}
