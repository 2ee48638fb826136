import type { DirectoryEntity, Holding } from '../../../contract/directory';
import { isolated } from '../../../domain/isolated';
import { formatCount } from '../../shared/format';
import type { Fixed } from './many';

/** "12 of the 40 selected are in Acme. The other 28 aren’t, as far as the directory knows, and are left out." */
export function holdersWords(
  counts: Pick<Fixed, 'rows' | 'records' | 'leftOut'>,
  ...whatOf: [of: Holding['of'], entity: DirectoryEntity, name: string]
): string {
  const { rows, records } = counts;
  const several =
    rows > records
      ? ` Some have several, and each is revoked: ${formatCount(rows)} entitlements. Undoing it grants one of them again to each.`
      : '';
  return `${whoWords(counts, ...whatOf)}${several}`;
}

function whoWords(
  { records: rows, leftOut }: Pick<Fixed, 'records' | 'leftOut'>,
  of: Holding['of'],
  entity: DirectoryEntity,
  name: string,
): string {
  const what =
    of === 'organization'
      ? `in ${isolated(name)}`
      : `entitled to ${isolated(name)}${entity === 'customer' ? ' directly' : ''}`;
  const all = rows + leftOut;
  if (rows === 0)
    return all === 1
      ? `The ${entity} selected isn’t ${what}, as far as the directory knows.`
      : `None of the ${formatCount(all)} selected are ${what}, as far as the directory knows.`;
  const verb = rows === 1 ? 'is' : 'are';
  if (leftOut === 0)
    return all === 1 ? `The ${entity} selected is ${what}.` : `All ${formatCount(all)} selected ${verb} ${what}.`;
  const others =
    leftOut === 1
      ? 'The other one isn’t, as far as the directory knows, and is left out.'
      : `The other ${formatCount(leftOut)} aren’t, as far as the directory knows, and are left out.`;
  return `${formatCount(rows)} of the ${formatCount(all)} selected ${verb} ${what}. ${others}`;
}
