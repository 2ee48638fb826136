/** A CSV of `rows` customers of a demo site; of every 40, one has a region that is not an option. */
export function customersCsv(rows: number, domain: string): string {
  const lines = Array.from({ length: rows }, (_, index) => {
    const region = index % 40 === 3 ? 'Europe' : 'EU';
    return `person${index}@${domain},"Person, ${index}",${region},${index % 9}`;
  });
  return ['E-mail,Full name,Region,Shoe size', ...lines].join('\r\n');
}
