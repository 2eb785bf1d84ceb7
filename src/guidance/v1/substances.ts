import type { Option } from '../../domain/question.ts'

/** The groups that every adult is asked about. Each is a subject of its own: one adult's use of one group. */
export const SUBSTANCES: readonly Option[] = [
  { id: 'alcohol', label: 'Alcohol' },
  { id: 'tobacco', label: 'Tobacco or vape' },
  { id: 'cannabis', label: 'Cannabis' },
  { id: 'heroin', label: 'Heroin or other opioids' },
  { id: 'ost', label: 'Opioid substitution treatment (such as methadone or buprenorphine)' },
  { id: 'cocaine', label: 'Powder cocaine' },
  { id: 'crack', label: 'Crack' },
  { id: 'amphetamines', label: 'Amphetamines (such as speed, MDMA or crystal meth)' },
  { id: 'benzodiazepines', label: 'Benzodiazepines (such as diazepam or street “Valium”)' },
  { id: 'gabapentinoids', label: 'Gabapentinoids (pregabalin or gabapentin)' },
  { id: 'ketamine', label: 'Ketamine' },
  { id: 'synthetic', label: 'Spice or another synthetic drug' },
  { id: 'solvents', label: 'Solvents, gas or nitrous oxide' },
  { id: 'medicines', label: 'Prescribed or bought medicines taken in another way than advised' },
  { id: 'other', label: 'Something else' },
]
