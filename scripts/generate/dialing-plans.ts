import { Metadata, getCountries } from 'libphonenumber-js/min';

/** What the types of the package leave out: see its README, "Metadata". */
interface Plan {
  IDDPrefix(): string;
  callingCode(): string;
  /** A zero, the number, where there is none. */
  nationalPrefix(): string | 0 | undefined;
  possibleLengths(): number[];
}

/** The rules by which phone numbers are dialled in each country, as a TypeScript constant. Source: libphonenumber. */
export function generateDialingPlans(): string {
  const lines = [...getCountries()].sort().map((country) => `${country}: ${JSON.stringify(dialingPlanOf(country))},`);
  return [
    "import type { DialingPlan } from './dialing-plan';\n",
    '/** By the two letters of the country, ISO 3166. */',
    `export const dialingPlans: Readonly<Record<string, DialingPlan>> = {${lines.join('\n')}};`,
  ].join('\n');
}

function dialingPlanOf(country: ReturnType<typeof getCountries>[number]) {
  const metadata = new Metadata();
  metadata.selectNumberingPlan(country);
  const plan = metadata.numberingPlan as unknown as Plan | undefined;
  if (plan === undefined) throw new Error(`libphonenumber knows no numbers of ${country}.`);
  const prefix = plan.IDDPrefix();
  return {
    code: plan.callingCode(),
    trunk: plan.nationalPrefix() || '',
    // Where a carrier is chosen for a call abroad, no single prefix tells one.
    abroad: /^\d+$/.test(prefix) ? prefix : '',
    digits: plan.possibleLengths(),
  };
}
