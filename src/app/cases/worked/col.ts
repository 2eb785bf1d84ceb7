import type { WorkedCase } from './worked-case.ts'

/** An invented family; any likeness is accidental. */
export const col: WorkedCase = {
  case: {
    id: 'FX-B',
    title: 'Drug and alcohol appointment, father on methadone, children 3 and 8',
    role: 'drug_alcohol_worker',
    contact_type: 'appointment',
    private: true,
    consent: 'all',
    subject: 'col',
    story:
      "Col is 34 and comes for key work. He takes methadone at home, where he lives with Jo and their children Mia, 3, and Ash, 8. He says that treatment goes well, that he takes the methadone as prescribed and locks it away, that he never took benzodiazepines, that the children do fine at school and that there is enough money. His own service counts two missed appointments and three missed collections in six weeks. A test four days ago found benzodiazepines. The health visitor saw a bottle of methadone on the window sill. The school reports 81 percent attendance, and Ash told a teaching assistant that he makes his sister's tea while his father sleeps; nobody acted. Jo says by phone that Col nods off when he has the children. There was a food bank voucher, and there is no naloxone at home. Last time the level was tier 3; now tier 2 is being considered because he engages.",
    pregnancy: {
      status: 'none',
    },
    children: [
      {
        id: 'mia',
        age_months: 40,
        seen: false,
      },
      {
        id: 'ash',
        age_months: 100,
        seen: false,
        attendance_claim: 'good',
        attendance_record: 'poor',
        caring_role: true,
        disclosures: [
          {
            about: 'care',
            words: "Dad sleeps and I make Mia's tea",
            actioned: false,
          },
        ],
      },
    ],
    people: [
      {
        id: 'jo',
        role: 'other_parent',
        tie_now: 'lives',
        met: true,
        use_record: 'past',
      },
    ],
    others_use_claim: 'none',
    use: [
      {
        person: 'col',
        substance: 'ost',
        status: 'now',
        sources: ['self', 'record'],
        problem: true,
        impact_recorded: false,
      },
      {
        person: 'col',
        substance: 'heroin',
        status: 'past',
        sources: ['self', 'record', 'test'],
        relapse_asked: true,
      },
      {
        person: 'col',
        substance: 'benzodiazepine',
        status: 'never',
        sources: ['self'],
      },
    ],
    treatment: [
      {
        person: 'col',
        claim: 'engaging',
        service_attended: 4,
        service_missed: 2,
        service_status: 'missing',
        ost: {
          claim: 'as_prescribed',
          missed_pickups: 3,
          use_on_top: false,
          naloxone: false,
        },
      },
    ],
    tests: [
      {
        person: 'col',
        substance: 'benzodiazepine',
        result: 'positive',
        days_ago: 4,
        window_days: 28,
        supervised: true,
      },
    ],
    storage: [
      {
        item: 'methadone',
        claim: 'locked',
        finding: 'seen_unlocked',
        by: 'health_visitor',
      },
    ],
    money: {
      claim: 'enough',
      finding: 'short',
    },
    support: {
      claim: 'some',
      confirmed: 'yes',
    },
    family_differs: ['care'],
    adversities: ['debt', 'depression', 'rent_arrears'],
    agencies: [
      {
        agency: 'health_visitor',
        view: 'more_worried',
      },
      {
        agency: 'school',
        view: 'more_worried',
      },
    ],
    strengths: [
      {
        factor: 'treatment',
        evidence: 'self',
      },
      {
        factor: 'bond',
        evidence: 'observed',
      },
    ],
    level: {
      chosen: 2,
      previous: 3,
      new_evidence: false,
    },
    analysis: {
      confidence: 'likely',
    },
    claims: [
      {
        id: 'B-1 engaging well in treatment',
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
        id: 'B-2 methadone locked away',
        entries: [
          {
            source: 'self',
            finding: 'agrees',
          },
          {
            source: 'other_professional',
            finding: 'contradicts',
          },
        ],
      },
      {
        id: 'B-3 never used benzodiazepines',
        entries: [
          {
            source: 'self',
            finding: 'agrees',
          },
          {
            source: 'test',
            finding: 'contradicts',
          },
        ],
      },
      {
        id: 'B-4 children fine at school',
        entries: [
          {
            source: 'self',
            finding: 'agrees',
          },
          {
            source: 'record',
            finding: 'contradicts',
          },
          {
            source: 'child',
            finding: 'contradicts',
          },
        ],
      },
      {
        id: 'B-5 Jo is in charge when he sleeps',
        entries: [
          {
            source: 'self',
            finding: 'agrees',
          },
          {
            source: 'partner_family',
            finding: 'partly',
          },
        ],
      },
      {
        id: 'B-6 no heroin for 14 months',
        entries: [
          {
            source: 'self',
            finding: 'agrees',
          },
          {
            source: 'test',
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
    RC: ['RC-03', 'RC-08', 'RC-09', 'RC-17', 'RC-19', 'RC-23', 'RC-26', 'RC-27'],
    OB: ['OB-02', 'OB-07', 'OB-10'],
    SP: ['SP-07', 'SP-10'],
    LN: ['LN4-2', 'LN3-2', 'LN3-3', 'LN2-1', 'LN2-2'],
    claims: {
      'B-1 engaging well in treatment': 'differs',
      'B-2 methadone locked away': 'differs',
      'B-3 never used benzodiazepines': 'differs',
      'B-4 children fine at school': 'differs',
      'B-5 Jo is in charge when he sleeps': 'partly',
      'B-6 no heroin for 14 months': 'supported',
    },
  },
}
