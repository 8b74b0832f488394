import { t } from '#speech'
import { explainRule, runExamples, tryRule } from '../conversations/index.ts'
import {
  activateRule,
  deactivateRule,
  phraseSetNames,
  readRuledQuestions,
  readyInWords,
  ruleLibrary,
  ruleOfQuestion,
  saveRuleDraft,
  starterLists,
  undoRuleDecision,
} from '../quality/index.ts'
import { mustScore } from '../governance/index.ts'
import type { EngineServices } from '../services.ts'
import { api } from './base.ts'

interface Asked {
  scorecardId: number
  questionId: string
}

function asked<Input extends Asked>({ questionId, ...more }: Input) {
  return { ...more, questionKey: questionId }
}

/** Tells of a decision, and has conversations answered by what was decided. */
async function decided(context: EngineServices, input: Asked) {
  context.events.emit({ type: 'data.changed', topics: ['rules', 'scorecards', 'trust'], job: null })
  const jobId = await context.jobs.start('analyze', t`Answering by rules`, {})
  return { rule: ruleOfQuestion(context.read, asked(input)), jobId }
}

export const rulesApi = api.rules.router({
  get: api.rules.get.handler(({ context, input }) => ruleOfQuestion(context.read, asked(input))),
  list: api.rules.list.handler(({ context, input }) =>
    readRuledQuestions(context.read, input.scorecardId).map(({ questionKey: questionId, state }) => ({
      questionId,
      state,
    })),
  ),
  library: api.rules.library.handler(() => ({
    rules: ruleLibrary().map((rule) => ({
      ...rule,
      title: readyInWords(rule.title),
      text: readyInWords(rule.text),
      description: readyInWords(rule.description),
    })),
    phraseSets: [...phraseSetNames()],
    lists: { ...starterLists() },
  })),
  saveDraft: api.rules.saveDraft.handler(async ({ context, input }) => {
    const saved = await saveRuleDraft(context, { ...asked(input), rule: input.rule })
    context.events.emit({ type: 'data.changed', topics: ['rules'], job: null })
    return saved
  }),
  activate: api.rules.activate.handler(async ({ context, input }) => {
    mustScore(context.read)
    await activateRule(context, asked(input))
    return decided(context, input)
  }),
  deactivate: api.rules.deactivate.handler(async ({ context, input }) => {
    await deactivateRule(context, asked(input))
    return decided(context, input)
  }),
  undo: api.rules.undo.handler(async ({ context, input }) => {
    await undoRuleDecision(context, asked(input))
    return decided(context, input)
  }),
  runExamples: api.rules.runExamples.handler(({ context, input }) =>
    runExamples(context.read, { ...asked(input), rule: input.rule }, input.examples),
  ),
  try: api.rules.try.handler(({ context, input, signal }) =>
    tryRule(context.read, { ...asked(input), rule: input.rule }, signal),
  ),
  explain: api.rules.explain.handler(({ context, input }) =>
    explainRule(context.read, { ...asked(input), rule: input.rule }, input.interactionIds),
  ),
})
