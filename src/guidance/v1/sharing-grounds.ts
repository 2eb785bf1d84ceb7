import type { LawfulBasis, SharingPurpose } from '../../domain/membership.ts'

export interface SharingPurposeWords {
  id: SharingPurpose
  label: string
}

export interface LawfulBasisWords {
  id: LawfulBasis
  label: string
  /** Where it stands in the UK GDPR and the Data Protection Act 2018. */
  law: string
}

/** Why a colleague is invited into a record. */
export const PURPOSES: readonly SharingPurposeWords[] = [
  { id: 'safeguard-child', label: 'To keep a child, or a baby who is not born yet, safe' },
  { id: 'safeguard-adult', label: 'To keep an adult at risk safe' },
  { id: 'joint-assessment', label: 'To assess together what this family needs' },
  { id: 'treatment-and-care', label: 'To treat or care for somebody in this family' },
  { id: 'change-of-worker', label: 'To take over this family’s care' },
  { id: 'oversight', label: 'To supervise or advise the worker' },
]

/**
 * Consent is left out on purpose: where a child may come to harm it can be refused or withdrawn, and is not what the
 * sharing rests on. Whether the family agreed, and was told, is recorded as its own answer (AGY-05).
 */
export const BASES_IN_LAW: readonly LawfulBasisWords[] = [
  {
    id: 'public-task-safeguarding',
    label: 'Our public task: to protect a child, or an adult at risk, from harm',
    law: 'UK GDPR Art. 6(1)(e) and 9(2)(g); Data Protection Act 2018, Schedule 1, paragraph 18',
  },
  {
    id: 'public-task-care',
    label: 'Our public task: health care or social care for this family',
    law: 'UK GDPR Art. 6(1)(e) and 9(2)(h); Data Protection Act 2018, Schedule 1, paragraph 2',
  },
  {
    id: 'legal-obligation',
    label: 'A law, or a court, requires us to share this',
    law: 'UK GDPR Art. 6(1)(c) and 9(2)(g); Data Protection Act 2018, Schedule 1, paragraph 6',
  },
  {
    id: 'vital-interests',
    label: 'A life is in danger, and the person cannot give consent',
    law: 'UK GDPR Art. 6(1)(d) and 9(2)(c)',
  },
  {
    id: 'legitimate-interests',
    label: 'We are no public body, and must share this to protect a child, or an adult at risk, from harm',
    law: 'UK GDPR Art. 6(1)(f) and 9(2)(g); Data Protection Act 2018, Schedule 1, paragraph 18',
  },
]

/** Which one applies is not for Linnet to say. */
export const BASES_AWAIT = 'To be confirmed by each agency’s data protection officer.'
/** What these choices meet. */
export const SHARING_REQUIREMENTS = ['PROC-22', 'NSPCC-31'] as const
