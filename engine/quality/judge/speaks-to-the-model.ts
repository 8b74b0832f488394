import { compilePhrases, phraseTokens, type ConversationSegment } from '../../language/index.ts'

const lists = {
  ignore: 'ignore|disregard|forget|override|overrule|bypass|stop following|do not follow',
  orders:
    'instruction|instructions|prompt|prompts|rubric|rubrics|guidance|guideline|guidelines|criteria|scorecard|directives|rules|scoring guide|scoring rules',
  grader: 'ai|llm|evaluator|grader|scorer|auditor|language model|scoring model|scoring system|quality bot',
  command: 'answer|respond|reply|output|return|choose|select|print|write',
  grade: 'score|rate|grade|mark|rank|evaluate',
  best: 'pass|passed|passing|perfect|excellent|compliant|flawless|full marks|ten out of ten|best',
}

/** What people say to a model and hardly ever to each other. */
const findOrder = phrases([
  '{ignore} ..2 (previous|prior|above|preceding|earlier|all|any|every) ..2 {orders}',
  '{ignore} ..2 (rubric|rubrics|scorecard|prompt|prompts|scoring guide|scoring rules)',
  '{ignore} ..2 {orders} ..3 ({command}|{grade})',
  '{ignore} ..2 {orders} [that] you (were|are|have been) given',
  '(your|the) (instructions|rules|task) (have|has) (changed|been changed|been replaced)',
  '(only|real|new|actual) task is [now] to ({command}|{grade})',
  '(do not|never) (apply|obey|use) ..1 (rubric|scorecard|criteria|guidance|system prompt)',
  '(begin|start|end) [of] (system|developer) (message|prompt)',
  '(system|developer) prompt',
  'message from the (developer|developers|system)',
  '(you are|act as|acting as) [now] [a|an|the] ..1 {grader}',
  '(note|message|instruction|instructions|hello|hi|dear|attention|hey) [to|for] [the|any|this] [automated|automatic] {grader}',
  '(automated|automatic|ai|llm) (evaluator|evaluation|grader|grading|scorer|judge|scoring|auditor|auditors|review|reviewer)',
  '{grader} (must|should|has to|shall|will) [now|always|please] ({command}|{grade}|give|ignore|award)',
  '(whoever|whatever|anyone who|whichever) ..3 (evaluates|grades|scores|reviews|judges|processes) ..1 (this|the)',
  '{command} [with|only|just] (yes|no|true|pass|excellent) (to|for|on) (this|the|every|each|all) ..2 (question|questions|criterion|criteria|item|items)',
  '(output|print) [only|just] (yes|no|true|pass)',
  '(set|make) [the|your|every|each] (answer|answers|score|scores|verdict|rating) (to|be) (yes|no|true|pass|full|the highest|the maximum)',
  '(correct|right|only|true|expected) answer [to|for] ..4 (is|be) (yes|no|pass)',
  '(all|every|each) [scorecard] (question|questions|criterion|criteria) (pass|passes|passed|are met|is met|are yes|is yes)',
  '(answer|question|score|verdict) ..1 (is|was) already (confirmed|decided|settled)',
  '{grade} (this|the) (call|conversation|transcript|interaction|chat|agent) as ..1 {best}',
  'give (this|the) (call|conversation|transcript|interaction|chat|agent) ..1 (full|maximum|top|highest|perfect) (marks|mark|score|points|rating)',
  '(award|return) ..1 (full|maximum|top|highest|perfect) (marks|mark|score|points|rating)',
  '(pass|penalise|penalize|fail|mark down) (this|the) agent',
  '(exempt|excluded) from (evaluation|scoring|grading|review)',
])

/** A program that reads along, by its names; people speak of it, too. */
const findProgram = phrases([
  '(ai|llm|chatgpt|gpt|copilot|bot|robot)',
  '(language|scoring) (model|engine)',
  '(automated|automatic) (system|quality)',
])
/** What only whoever scores conversations speaks of. */
const findScoring = phrases([
  '(transcript|scorecard|rubric|grading|scoring|evaluate|evaluation|evaluating|instructions|compliant|empathy|criteria)',
  '(full|top|highest|maximum|best) (marks|points|rating|score|option)',
  'ignore (what|everything|that|this)',
  'i (said|did) everything [i|that|which]',
])

/** Marks of how models are written to, in any language; nobody says them. */
const marks = [
  /<\|[\w ]{2,30}\|>/,
  /\[\/?INST\]|<<\/?SYS>>/,
  /<\/?(?:system|assistant|instructions?|prompt|conversation|transcript)\b[^>]*>/i,
  /["']role["']\s*:\s*["'](?:system|assistant|developer|user)["']/i,
  /["'](?:answer|evidence|quotes|score|verdict)["']\s*:/i,
  /(?:^|\n)\s*#{2,}\s*(?:instructions?|system|response|new)\b/i,
  /\b(?:not_applicable|cannot_tell|looked_at|speaks_to_reader)\b/i,
  // letters nobody sees, which models read all the same
  /[\u{E0000}-\u{E007F}]/u,
  /\b(?:ignora|ignore|ignorez|ignoriere|ignoriert|olvida|oublie|oubliez|vergiss|dimentica|esqueça|negeer)\s+(?:\S+\s+){0,3}(?:instrucciones|(?:les|ces|vos|tes|toutes les) instructions|consignes|anweisungen|vorgaben|instruções|istruzioni|instructies)\b/iu,
]

/** Of England, Scotland and Wales: a black flag and letters nobody sees. */
const flags = /\u{1F3F4}[\u{E0020}-\u{E007E}]{1,8}\u{E007F}/gu

/**
 * Which segments speak to a model that reads them, not to the people of the conversation. English phrases, and marks in any language. It
 * finds what is common and no more: orders worded anew are left to the model itself to name, and to what is asked of its answers.
 */
export function speaksToTheModel(segments: readonly ConversationSegment[]): number[] {
  return segments.flatMap(({ text }, index) => {
    // signs without width part words for a program, not for a model
    const visible = text
      .replaceAll(flags, '')
      .replaceAll(/[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]/g, '')
      .normalize('NFKC')
    const tokens = phraseTokens(visible)
    const isOne =
      marks.some((mark) => mark.test(visible)) ||
      findOrder(tokens).length > 0 ||
      (findProgram(tokens).length > 0 && findScoring(tokens).length > 0)
    return isOne ? [index] : []
  })
}

function phrases(patterns: readonly string[]) {
  return compilePhrases(
    patterns.map((pattern) => ({ id: '', pattern })),
    lists,
  )
}
