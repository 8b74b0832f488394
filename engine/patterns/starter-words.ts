import { msg, say, type MessageDescriptor } from '#speech'

/** What a statement that is looked for is called, and what it says. */
const statements: Readonly<Record<string, { title: MessageDescriptor; says: MessageDescriptor }>> = {
  'recorded-line': { title: msg`Recorded line`, says: msg`that the call is recorded` },
  fees: { title: msg`Fees and charges`, says: msg`what it costs` },
  terms: { title: msg`Terms`, says: msg`the terms agreed to` },
  'right-to-cancel': { title: msg`Right to cancel`, says: msg`how long one can still withdraw` },
  recap: { title: msg`Recap`, says: msg`what was agreed` },
}

/** The questions that belong into a conversation. */
const questions: Readonly<Record<string, { title: MessageDescriptor; text: MessageDescriptor }>> = {
  reason: {
    title: msg`Reason for the contact`,
    text: msg`Did the agent ask what the contact is about, where the customer had not said so?`,
  },
  need: {
    title: msg`Asking into the need`,
    text: msg`Did the agent ask at least one question into what happened or what the customer needs?`,
  },
}

/** A statement in words. */
export function statementWords(id: string): { title: string; says: string } {
  const known = statements[id]
  return known ? { title: say(known.title), says: say(known.says) } : { title: id, says: id }
}

/** A question of the patterns in words; undefined where it is another one. */
export function discoveryWords(id: string): { title: string; text: string } | undefined {
  const known = questions[id]
  return known && { title: say(known.title), text: say(known.text) }
}
