/** What a sentence is made with. The extractor takes everything that comes from here for a macro, so that nothing else stands here. */
export type { MessageDescriptor } from '@lingui/core'
export { msg, plural, select } from '@lingui/core/runtime-macro'
export { say, t } from './voice.ts'
