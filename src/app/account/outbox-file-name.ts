/** What the file of what is not sent is called: a list of files must not tell whom it is about. */
export const outboxFileName = (made: Date): string => `linnet-${made.toISOString().slice(0, 10)}.linnet`
