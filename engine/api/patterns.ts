import { patternsOf } from '../patterns/index.ts'
import { api } from './base.ts'

export const patternsApi = api.patterns.router({
  findings: api.patterns.findings.handler(({ context, input }) => patternsOf(context, input.days)),
})
