const inUnit = (unit: 'megabyte' | 'gigabyte') =>
  new Intl.NumberFormat('en-GB', { style: 'unit', unit, maximumFractionDigits: 1 })
const megabytes = inUnit('megabyte')
const gigabytes = inUnit('gigabyte')

/** So many bytes as devices tell their space: "4.2 MB", "10.7 GB", of a million and a thousand million bytes. */
export const spaceInWords = (bytes: number): string =>
  bytes < 999_950_000 ? megabytes.format(bytes / 1e6) : gigabytes.format(bytes / 1e9)
