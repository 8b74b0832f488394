export * from './audit/index.ts'
export { ruleOf, rules, type Rule } from './rules.ts'
