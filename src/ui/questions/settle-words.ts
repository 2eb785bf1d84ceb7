/** The words for answers on which people differ, and for how they were settled: needed where there is such an answer. */
export const settleWords = {
  disagree: 'People have recorded different things here. Nothing is chosen for you.',
  settle: 'Which stands now?',
  settleWhy: 'Why',
  settleConfirm: 'Record this choice',
  settleMissing: 'Choose which stands',
  keepBoth: (n: number) => `Keep ${n > 2 ? 'all of them' : 'both'} as a difference between sources`,
  keepBothHint: 'To keep them writes down one claim to check, with what each source says. Every answer stays as it is.',
  keepBothPrivate: 'An answer to a private question is not made into a claim, which would stand open on the screen.',
  keptBoth:
    'These answers differ because their sources do. They are kept beside each other, and there is a claim to check.',
  settled: 'People had recorded different answers here: who settled it, and what they were',
  answerAnew: 'Record a new answer in their place',
  settleNewer: 'Something came in after you began to choose. It stays beside your choice.',
}
