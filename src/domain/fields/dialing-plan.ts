/** How numbers are dialled in a country. */
export interface DialingPlan {
  /** Of the country, without its plus. Some share one. */
  code: string;
  /** Digits before a number that is dialled inside the country, which go when its code is put before it; often 0 or none. */
  trunk: string;
  /** Digits before a call to another country; empty where there are several such. */
  abroad: string;
  /** How many digits a number can have, without code and trunk. */
  digits: readonly number[];
}
