/** The words of the dialog for a quick note. */
export const noteWords = {
  title: 'A quick note',
  sense: 'Was it',
  words: 'What was it?',
  wordsHint: 'Where, and when if not just now. Filed with the time and your name.',
  step: 'File it to',
  save: 'Save the note',
  senseMissing: 'Choose seen, heard or smelled',
  wordsMissing: 'Write what it was',
  notSaved: 'The note was not saved',
}
