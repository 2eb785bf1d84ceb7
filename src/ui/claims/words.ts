const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

/** The words of the panel of claims, apart from those that the reports share. */
export const claimsWords = {
  title: 'Claims and what each source says',
  lead: 'A claim is what somebody says, not a fact. The word beside it says how far the sources agree, never how likely it is. Choose a cell to record what that source says.',
  none: 'No claim is written down yet. Add one below, or take one from what was said.',
  claim: 'Claim',
  group: (status: string, n: number) => `${status} (${n})`,
  offers: (n: number) => `${count(n, 'thing that was said', 'things that were said')} could be checked`,
  offersLead: 'None of these is a claim to check until you write it down. Reassuring and worrying ones alike.',
  writeDown: 'Write this down as a claim to check',
  notSaved: 'The claim was not saved. Nothing else was lost. Try again.',
  needed: 'Before anybody can sign off',
  neededOf: {
    'TRI-04': 'Think of other explanations',
    'TRI-05': 'Say whether you put it to the adult',
    'TRI-06': 'Write what you now think, and what it means for the child',
  } as Readonly<Record<string, string>>,
  neededDone: 'done',
  editing: (source: string, claim: string) => `${source}: ${claim}`,
  whatSays: 'What does this source say about the claim?',
  another: 'Add another from this source',
  close: 'Close',
  done: 'Done',
  findingNotSaved: 'This was not saved. Nothing else was lost. Try again.',
  whose: 'Whose is it?',
  whoseLead:
    'These signs fit what one adult has told, and another adult’s “not using now”. Say whose you think it is and why, or leave it open. Do not assume either way.',
  whoseSay: 'Say whose it is',
}
