/** The words of the dialog for a quick note, and of where notes are listed. */
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
  here: 'Notes filed to this step',
  toFile: 'Notes that are not filed yet',
  fileTo: 'File this note to a step',
  later: 'File it later',
}
