import { AnswerSection } from './answer-section.tsx'
import { AppliesSection } from './applies-section.tsx'
import { OpenSection } from './open-section.tsx'
import { ReadsSection } from './reads-section.tsx'

/** All of a rule: what it answers, when it applies, what leaves it open, and what it reads. */
export function RuleTree() {
  return (
    <>
      <AnswerSection />
      <AppliesSection />
      <OpenSection />
      <ReadsSection />
    </>
  )
}
