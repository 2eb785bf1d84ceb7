import type { WorkedCase } from './worked-case.ts'

/** An invented family; any likeness is accidental. */
export const beth: WorkedCase = {
  case: {
    id: 'FX-C',
    title: 'Midwife home visit day 10, mother in recovery, unsafe sleep with father and grandmother',
    role: 'midwife',
    contact_type: 'home_visit',
    private: true,
    consent: 'all',
    subject: 'beth',
    story:
      'Wren is 10 days old, born at 36 weeks and 2 days with 2.35 kg. Beth, 29, has not drunk for seven months: her service confirms all twelve sessions, a blood test agrees, and nothing seen today speaks against it. Sam, the father, smokes outside and says he drinks a couple at weekends, some 12 units a week. There are many empty cans by the back door. Both say Wren sleeps in the cot and never on the sofa. The cot is full of washing, a baby blanket and a pillow lie on the sofa, and Sam says he dozed there with Wren for an hour last night. His mother Pat has Wren on Saturday nights and takes sleeping tablets; nobody has advised her or asked how she manages.',
    pregnancy: {
      status: 'postnatal',
    },
    children: [
      {
        id: 'wren',
        age_months: 0.3,
        seen: true,
      },
    ],
    people: [
      {
        id: 'sam',
        role: 'father',
        tie_now: 'lives',
        met: true,
        use_record: 'current',
      },
      {
        id: 'pat',
        role: 'grandmother',
        tie_now: 'visits',
        met: false,
      },
    ],
    use: [
      {
        person: 'beth',
        substance: 'alcohol',
        status: 'past',
        sources: ['self', 'record', 'test', 'observation'],
        relapse_asked: true,
      },
      {
        person: 'sam',
        substance: 'alcohol',
        status: 'now',
        units_week: 12,
        sources: ['self'],
        problem: true,
        impact_recorded: false,
        pattern_claim: 'weekends',
      },
    ],
    auditc: [
      {
        person: 'sam',
        q1: 3,
        q2: 1,
      },
    ],
    tests: [
      {
        person: 'beth',
        substance: 'alcohol',
        result: 'negative',
        days_ago: 9,
        window_days: 28,
        supervised: true,
        panel_covers: true,
        used_as_proof: true,
      },
    ],
    treatment: [
      {
        person: 'beth',
        claim: 'engaging',
        service_attended: 12,
        service_missed: 0,
        service_status: 'active',
      },
    ],
    observations: ['empties', 'bedding_on_sofa'],
    sleep: {
      claim: 'cot',
      never_claim: true,
      last_night: 'sofa',
      places: [
        {
          place: 'cot',
          seen: true,
          used_for_storage: true,
        },
        {
          place: 'sofa',
          seen: true,
        },
      ],
      adults: [
        {
          person: 'beth',
        },
        {
          person: 'sam',
          smokes: true,
          alcohol_evening: true,
          message: true,
          teachback: 'partly',
        },
        {
          person: 'pat',
          sedating: true,
          message: false,
        },
      ],
      baby: {
        preterm: true,
        lbw: true,
      },
    },
    family_differs: ['sleep'],
    support: {
      claim: 'plenty',
      confirmed: 'not_asked',
    },
    adversities: ['isolation'],
    strengths: [
      {
        factor: 'treatment',
        evidence: 'record',
      },
      {
        factor: 'bond',
        evidence: 'observed',
      },
    ],
    analysis: {
      confidence: 'likely',
    },
    claims: [
      {
        id: 'C-1 Beth not drinking',
        entries: [
          {
            source: 'self',
            finding: 'agrees',
          },
          {
            source: 'record',
            finding: 'agrees',
          },
          {
            source: 'test',
            finding: 'agrees',
          },
          {
            source: 'observation',
            finding: 'agrees',
          },
        ],
      },
      {
        id: 'C-2 baby sleeps in the cot',
        entries: [
          {
            source: 'self',
            finding: 'agrees',
          },
          {
            source: 'observation',
            finding: 'contradicts',
          },
        ],
      },
      {
        id: 'C-3 never on the sofa',
        entries: [
          {
            source: 'self',
            finding: 'agrees',
          },
          {
            source: 'partner_family',
            finding: 'contradicts',
          },
          {
            source: 'observation',
            finding: 'contradicts',
          },
        ],
      },
      {
        id: 'C-4 Sam drinks only at weekends',
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
        id: 'C-5 Pat knows safer-sleep advice',
        entries: [
          {
            source: 'self',
            finding: 'agrees',
          },
          {
            source: 'partner_family',
            finding: 'not_sought',
          },
        ],
      },
    ],
  },
  raises: {
    RC: ['RC-04', 'RC-14', 'RC-15', 'RC-35'],
    OB: ['OB-05'],
    SP: ['SP-05'],
    LN: ['LN4-1', 'LN2-1', 'LN2-2'],
    claims: {
      'C-1 Beth not drinking': 'supported',
      'C-2 baby sleeps in the cot': 'differs',
      'C-3 never on the sofa': 'differs',
      'C-4 Sam drinks only at weekends': 'partly',
      'C-5 Pat knows safer-sleep advice': 'self-report only',
    },
  },
}
