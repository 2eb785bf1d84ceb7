import type { WorkedCase } from './worked-case.ts'

/** An invented family; any likeness is accidental. */
export const ana: WorkedCase = {
  case: {
    id: 'FX-0',
    title: 'Control: consistent account, no flags',
    role: 'midwife',
    contact_type: 'home_visit',
    private: true,
    consent: 'all',
    subject: 'ana',
    story:
      'Ana is 20 weeks pregnant. She has never used drugs and stopped drinking before she conceived. Lee, the father, has been met and drinks now and then; what that means for a child was talked through. She booked at 9 weeks, and the records agree.',
    pregnancy: {
      status: 'pregnant',
      weeks: 20,
      booked_weeks: 9,
      missed: 0,
      attended_claim: 'all',
      known_at_weeks: 4,
    },
    children: [],
    people: [
      {
        id: 'lee',
        role: 'father',
        tie_now: 'lives',
        met: true,
      },
    ],
    use: [
      {
        person: 'ana',
        substance: 'alcohol',
        status: 'never',
        sources: ['self', 'record'],
      },
    ],
    observations: [],
    support: {
      claim: 'plenty',
      confirmed: 'yes',
    },
    strengths: [
      {
        factor: 'routine',
        evidence: 'observed',
      },
    ],
    claims: [],
  },
  raises: {
    RC: [],
    OB: [],
    SP: [],
    LN: ['LN1-1'],
    claims: {},
  },
}
