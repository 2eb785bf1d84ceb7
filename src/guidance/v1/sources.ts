export type SourceKey = 'nspcc-2023' | 'procedures' | 'ssia-2007' | 'working-together' | 'all-babies-count'

export interface Source {
  key: SourceKey
  title: string
  publisher: string
  /** Year of publication; left out where the copy that was read bears none. */
  year?: number
  /** What it is, and how far it is relied on here. */
  note: string
}

/** The five documents that the questions and rules rest on. Everything here is said in our own words. */
export const SOURCES_READ: readonly Source[] = [
  {
    key: 'nspcc-2023',
    title: 'Parents with substance use problems: learning from case reviews',
    publisher: 'NSPCC',
    year: 2023,
    note: 'What reviews published in 2022 and 2023 found when a child died or was seriously hurt. A sample, so it shows what can go wrong and not how often.',
  },
  {
    key: 'procedures',
    title: 'Parents with alcohol and drug problems: chapter of local safeguarding procedures',
    publisher:
      'A local safeguarding children partnership, after government guidance on adult treatment and family services',
    note: 'What adult and children’s services are expected to do together, from early help to referral. Your own partnership’s procedures come before it.',
  },
  {
    key: 'working-together',
    title: 'Working together: families affected by alcohol or drug use',
    publisher: 'A summary of national guidance for services that work with parents',
    note: 'Protective factors, what mothers and fathers meet, and what works. It restates parts of national guidance.',
  },
  {
    key: 'all-babies-count',
    title: 'All Babies Count: spotlight on drugs and alcohol',
    publisher: 'NSPCC',
    note: 'Why pregnancy and the first year matter, and what good local services look like.',
  },
  {
    key: 'ssia-2007',
    title: 'What works in promoting good outcomes for children in need where there is parental substance misuse?',
    publisher: 'Social Services Improvement Agency and the Institute of Public Care, Wales',
    year: 2007,
    note: 'A review of research for Wales. The tiers of need and what is said about children carry over; its legal terms are out of date and are not used.',
  },
]
