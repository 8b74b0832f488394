import path from 'node:path'
import { visibleText } from '../../shared/domain/visible-text.ts'
import { redact } from '../language/index.ts'
import { withoutPhones } from '../recordings/index.ts'

/** As long as telephone numbers are without their signs, and no date. */
const LONG_NUMBER = /(?<!\d)(?!(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]))\d{9,12}(?!\d)/g

/** A file's name as it may be kept and shown: recorders put callers' numbers into it. Rather an id too many is hidden than a number shown. */
export function shownName(name: string): string {
  return visibleText(redact(withoutPhones(name)).text.replace(LONG_NUMBER, '[number]'))
}

/** A sentence about a file, with the file's name in it as it may be shown. */
export function withShownName(sentence: string, name: string): string {
  const own = path.basename(name)
  return sentence.replaceAll(name, () => shownName(name)).replaceAll(own, () => shownName(own))
}
