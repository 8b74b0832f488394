import { locale } from './locale.ts'

/** Where people write on Letter; everywhere else it is A4. The same for all that is printed or saved to print. */
export const paper = /-(?:US|CA|MX|PH|CL|CO)$/.test(locale ?? '') ? 'Letter' : 'A4'
