import type { Rule, RuleFamily } from '../domain/finding.ts'
import type { Blocker } from '../domain/sign-off.ts'
import { unknownCount } from './unknown-count.ts'

/** Words for what the answers raise, leave open and rest on: the check screen and the reports say the same. */
export const checkedWords = {
  families: {
    safety: 'To do today',
    contradiction: 'What does not fit together',
    optimism: 'Before you rely on it',
    level: 'Considerations for the level of need',
  } satisfies Record<RuleFamily, string>,
  /** What a prompt says, with the tier that it asks to think about. */
  prompt: ({ prompt, tier }: Pick<Rule, 'prompt' | 'tier'>) =>
    tier && !prompt.includes(`tier ${tier}`) ? `Consider tier ${tier}: ${prompt}` : prompt,
  awaitsSignOff: 'The wording of this prompt still awaits clinical sign-off.',
  because: 'Raised by',
  about: 'About',
  noPrompts: (unknowns: number) => `No prompts fired. That is not evidence of safety. ${unknownCount(unknowns)}.`,
  unknownCount,
  unknowns: 'What is not known',
  unknownsLead: 'None of these means “no”.',
  claims: 'Claims and what the sources say',
  noClaims: 'No claim has been written down to check.',
  blockers: 'Before you can sign off',
  blocker: {
    'safety-prompt-unanswered': 'A safety prompt has no answer',
    'child-said-and-nobody-acted': 'A child said or showed something, and nothing is recorded about what was done',
    'difference-not-looked-at': 'A claim differs between sources, and this is not recorded',
    'people-disagree': 'People recorded different answers',
  } satisfies Record<Blocker['kind'], string>,
  signedBy: (name: string, role: string, agency: string, when: string) =>
    `Signed off by ${name}, ${role}, ${agency}, ${when}.`,
  signedStands: 'Nothing has changed since.',
  signedStale: 'Something was recorded after that: the sign-off no longer covers what is here.',
  fingerprint: 'Fingerprint of the record',
}
