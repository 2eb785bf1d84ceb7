import type { WorkedCase } from './worked-case.ts'

/** An invented family; any likeness is accidental. */
export const tansy: WorkedCase = {
  case: {
    id: 'FX-A',
    title: "Midwife home visit, 26 weeks, 'stopped when I found out'",
    role: 'midwife',
    contact_type: 'home_visit',
    private: false,
    consent: 'some',
    subject: 'tansy',
    story:
      "Tansy is 24 and 26 weeks pregnant. She booked at 19 weeks; the reason was not noted. She says she used cannabis every day and drank cider until she knew at 9 weeks, and nothing after that; that she lives alone, Dale having moved out in the spring; that she has no other children and has kept all her appointments. She agrees to the assessment, but not to contact with her GP. On the visit there is a strong smell of cannabis, a man's boots by the door and a second phone on charge. Somebody moves in the hall during the talk about relationships, and Tansy says nobody hurts her. Records show two missed appointments, and a five-year-old who lives with a grandmother by court order. Her sister told the surgery that Tansy smokes daily; the note calls it a malicious family dispute, and nobody looked into it.",
    pregnancy: {
      status: 'pregnant',
      weeks: 26,
      booked_weeks: 19,
      late_reason: null,
      missed: 2,
      attended_claim: 'all',
      known_at_weeks: 9,
    },
    previous_children: {
      claim: 'none',
      record: 'some',
    },
    children: [],
    people: [
      {
        id: 'dale',
        role: 'father',
        tie_claim: 'used_to_live',
        tie_evidence: null,
        met: false,
      },
    ],
    household_claim: 'no_one_else',
    use: [
      {
        person: 'tansy',
        substance: 'cannabis',
        status: 'past',
        stop_claim: 'when_pregnant',
        sources: ['self'],
        relapse_asked: false,
      },
      {
        person: 'tansy',
        substance: 'alcohol',
        status: 'past',
        stop_claim: 'when_pregnant',
        sources: ['self'],
        relapse_asked: false,
      },
    ],
    observations: ['smell_cannabis', 'other_adult_belongings'],
    da: {
      asked_private: false,
      claim: 'no',
      record: null,
    },
    family_differs: ['use'],
    family_concern: {
      logged: true,
      dismissed: true,
      checked: false,
    },
    strengths: [
      {
        factor: 'pregnancy',
        evidence: 'self',
      },
      {
        factor: 'attendance',
        evidence: 'self',
      },
    ],
    support: {
      claim: 'some',
      confirmed: 'not_asked',
    },
    analysis: {
      confidence: 'likely',
    },
    adversities: ['isolation'],
    claims: [
      {
        id: 'A-1 no cannabis since week 9',
        entries: [
          {
            source: 'self',
            finding: 'agrees',
          },
          {
            source: 'observation',
            finding: 'contradicts',
          },
          {
            source: 'partner_family',
            finding: 'contradicts',
          },
          {
            source: 'test',
            finding: 'not_sought',
          },
        ],
      },
      {
        id: 'A-2 kept every antenatal appointment',
        entries: [
          {
            source: 'self',
            finding: 'agrees',
          },
          {
            source: 'record',
            finding: 'contradicts',
          },
        ],
      },
      {
        id: 'A-3 lives alone',
        entries: [
          {
            source: 'self',
            finding: 'agrees',
          },
          {
            source: 'observation',
            finding: 'partly',
          },
        ],
      },
      {
        id: 'A-4 no alcohol since week 9',
        entries: [
          {
            source: 'self',
            finding: 'agrees',
          },
        ],
      },
      {
        id: 'A-5 holds her own tenancy',
        entries: [
          {
            source: 'self',
            finding: 'agrees',
          },
          {
            source: 'record',
            finding: 'agrees',
          },
        ],
      },
    ],
  },
  raises: {
    RC: ['RC-01', 'RC-10', 'RC-11', 'RC-21', 'RC-25', 'RC-26', 'RC-30'],
    OB: ['OB-01', 'OB-03', 'OB-04', 'OB-06', 'OB-09'],
    SP: [],
    LN: ['LN3-1', 'LN2-1', 'LN2-2'],
    claims: {
      'A-1 no cannabis since week 9': 'differs',
      'A-2 kept every antenatal appointment': 'differs',
      'A-3 lives alone': 'partly',
      'A-4 no alcohol since week 9': 'self-report only',
      'A-5 holds her own tenancy': 'supported',
    },
  },
}
