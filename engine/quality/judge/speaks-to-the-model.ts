import { compilePhrases, phraseTokens, type ConversationSegment } from '../../language/index.ts'

const lists = {
  ignore: 'ignore|disregard|forget|override|overrule|bypass',
  orders:
    'instruction|instructions|prompt|prompts|rubric|rubrics|guidance|guidelines|criteria|scorecard|directives|rules',
  judge:
    'ai|llm|evaluator|grader|scorer|auto grader|language model|scoring model|scoring system|reviewing model',
  answer: 'answer|respond|reply|output|return|choose|select|print|write',
}

/** What people say to a model and hardly ever to each other. */
const find = compilePhrases(
  [
    '{ignore} ..2 (previous|prior|above|preceding|earlier|all|any|every) ..2 {orders}',
    '{ignore} ..2 (rubric|rubrics|scorecard|prompt|prompts)',
    '{ignore} ..2 {orders} ..3 ({answer}|score|rate|grade|mark)',
    '(do not|never) (follow|apply|obey|use) ..1 (rubric|scorecard|criteria|guidance|system prompt)',
    '(system|developer) (prompt|message) ..3 (says|is|tells|follows|ends)',
    '(you are|act as|acting as) [now] [a|an|the] ..1 {judge}',
    '(note|message|instruction|instructions|hello|hi|dear|attention|hey) [to|for] [the|any|this] [automated|automatic] {judge}',
    '(automated|automatic|ai|llm) (evaluator|grader|scorer|judge|scoring)',
    '{judge} (must|should|has to|shall|will) [now|always|please] ({answer}|score|rate|grade|mark|give|ignore)',
    '{answer} [with|only|just] (yes|no|true|pass|excellent) (to|for|on) (this|the|every|each|all) ..2 (question|questions|criterion|criteria|item|items)',
    '(mark|score|grade|evaluate|rate) (this|the) (call|conversation|transcript|interaction|chat) as ..1 (pass|passed|perfect|excellent|compliant|full|flawless)',
    'give (this|the) (call|conversation|transcript|interaction|chat|agent) [the] (full|maximum|top|highest|perfect) (marks|mark|score|points|rating)',
  ].map((pattern) => ({ id: '', pattern })),
  lists,
)

/** Marks of how models are written to, in any language; nobody says them. */
const marks = [
  /<\|[\w ]{2,30}\|>/,
  /\[\/?INST\]|<<\/?SYS>>/,
  /<\/?(?:system|assistant|instructions?|prompt|conversation|transcript)\b[^>]*>/i,
  /["']role["']\s*:\s*["'](?:system|assistant|developer|user)["']/i,
  /(?:^|\n)\s*#{2,}\s*(?:instructions?|system|response|new)\b/i,
  /\b(?:not_applicable|cannot_tell|looked_at)\b/i,
  // letters nobody sees, which models read all the same
  /[\u{E0000}-\u{E007F}]/u,
  /\b(?:ignora|ignore|ignorez|ignoriere|ignoriert|olvida|oublie|oubliez|vergiss|dimentica|esqueça|negeer)\s+(?:\S+\s+){0,3}(?:instrucciones|(?:les|ces|vos|tes|toutes les) instructions|consignes|anweisungen|vorgaben|instruções|istruzioni|instructies)\b/iu,
]

/** Of England, Scotland and Wales: a black flag and letters nobody sees. */
const flags = /\u{1F3F4}[\u{E0020}-\u{E007E}]{1,8}\u{E007F}/gu

/** Which segments speak to a model that reads them, not to the people of the conversation. English phrases; marks in any language. */
export function speaksToTheModel(segments: readonly ConversationSegment[]): number[] {
  return segments.flatMap(({ text }, index) => {
    // signs without width part words for a program, not for a model
    const visible = text
      .replaceAll(flags, '')
      .replaceAll(/[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]/g, '')
      .normalize('NFKC')
    const isOne = marks.some((mark) => mark.test(visible)) || find(phraseTokens(visible)).length > 0
    return isOne ? [index] : []
  })
}
