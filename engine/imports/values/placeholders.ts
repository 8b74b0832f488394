/** Fillers that systems write where no person stands. Compared in lower case, letters and digits only. */
const PLACEHOLDERS = new Set(
  [
    'NO_SERVER',
    'none',
    'no agent',
    'unassigned',
    'not assigned',
    'nobody',
    'system',
    'system user',
    'automated',
    'automation',
    'auto',
    'bot',
    'chatbot',
    'virtual agent',
    'voicebot',
    'ivr',
    'AI Scored Evaluation',
    'deleted',
    'deleted user',
    'deleted agent',
    'inactive user',
    'unknown',
    'unknown agent',
    'unknown user',
    'null',
    'undefined',
    'n/a',
    'na',
    'not available',
    'not applicable',
    'anonymous',
    'default',
    'queue',
    'voicemail',
    'abandoned',
    'abandon',
    'external',
    'external user',
    'api user',
    'integration user',
    'workflow',
    'workflow automation',
    'trigger',
    'nicht zugewiesen',
    'nicht zugeordnet',
    'niemand',
    'unbekannt',
    'ohne agent',
    'kein agent',
    'sin asignar',
    'desconocido',
    'sin agente',
    'non attribué',
    'non assigné',
    'inconnu',
    'aucun',
    'niet toegewezen',
    'onbekend',
    'não atribuído',
    'desconhecido',
    'sem agente',
    'test',
    'test agent',
    'test user',
    'dummy',
    'tbd',
    '0',
    '00000000-0000-0000-0000-000000000000',
  ].map(lettersOf),
)

const TOTALS = new Set(
  [
    'total',
    'totals',
    'grand total',
    'subtotal',
    'sub total',
    'sum',
    'summary',
    'overall',
    'average',
    'averages',
    'mean',
    'all',
    'all agents',
    'all users',
    'all teams',
    'team total',
    'team average',
    'page total',
    'report total',
    'report totals',
    'summe',
    'gesamt',
    'gesamtsumme',
    'insgesamt',
    'durchschnitt',
    'mittelwert',
    'alle',
    'alle agenten',
    'gesamtergebnis',
    'total general',
    'suma',
    'promedio',
    'media',
    'todos',
    'todos los agentes',
    'total général',
    'somme',
    'moyenne',
    'tous',
    'tous les agents',
    'totaal',
    'eindtotaal',
    'gemiddelde',
    'alle medewerkers',
    'total geral',
    'soma',
    'média',
    'todos os agentes',
  ].map(lettersOf),
)

const TEMPLATE =
  /\{\{[^}]*\}\}|\$\{[^}]*\}|^\{[\w .-]+\}$|^<<[^>]+>>$|^%%?[A-Za-z_][\w.]*%%?$|^\[\[[^\]]+\]\]$/

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Whether a text in an agent's place names nobody: `NO_SERVER`, `[None]`, `Unassigned`, `system`, an empty cell. */
export function isPlaceholderAgent(text: string): boolean {
  const letters = lettersOf(text)
  return letters === '' || PLACEHOLDERS.has(letters)
}

/** Whether a cell is a template never filled in: `{{agent}}`, `{agent_name}`, `${id}`, `<<name>>`, `%AGENT%`. */
export function isTemplateText(text: string): boolean {
  return TEMPLATE.test(text.trim())
}

/** Totals of somebody or something, as spreadsheets put them under each group: `Ana Ruiz Total`, `Total for Ana Ruiz`. */
const TOTAL_OF = /^(?:sub-?\s?|grand )?totals? (?:for|of|de|du|für|von) |[\s:–-](?:sub-?\s?|grand )?totals?$/i

/** Whether a text heads a row of totals: `Total`, `Grand total`, `Summe`, `All agents`, `Total (12)`, `Total:`, `Ana Ruiz Total`. */
export function isTotalText(text: string): boolean {
  if (TOTAL_OF.test(text.trim().replace(/:$/, ''))) return true
  const letters = lettersOf(text)
  return letters !== '' && (TOTALS.has(letters) || TOTALS.has(letters.replace(/\d+$/, '')))
}

/** Whether an agent's cell lists several people (`Ana Ruiz; Bo Li`), as logs of contacts do that were passed on. */
export function namesSeveralAgents(text: string): boolean {
  if (!/[;|]/.test(text)) return false
  const people = text.split(/[;|]/).filter((part) => !isPlaceholderAgent(part))
  return new Set(people.map(lettersOf)).size > 1
}

/** An agent's cell without the separator a list of one ends in (`Ana Ruiz;`). */
export function withoutListEnd(text: string): string {
  let end = text.length
  while (end > 0 && /[;|\s]/.test(text[end - 1]!)) end -= 1
  return text.slice(0, end)
}
