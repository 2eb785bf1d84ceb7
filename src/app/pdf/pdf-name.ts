/** What a saved PDF is called: a list of files must not tell whom it is about, nor what the app is for. */
export function pdfName(made: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `linnet-${made.getFullYear()}-${two(made.getMonth() + 1)}-${two(made.getDate())}.pdf`
}
