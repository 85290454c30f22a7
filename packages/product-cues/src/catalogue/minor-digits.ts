/** ISO 4217's currencies that have not two digits of minor units. */
const NONE = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF';
const THREE = 'BHD IQD JOD KWD LYD OMR TND';
const FOUR = 'CLF UYW';

/** How many digits the minor units of a currency take. What `Intl` tells is how many people write: of forints none. */
export function minorDigits(currency: string): number {
  if (NONE.includes(currency)) return 0;
  if (THREE.includes(currency)) return 3;
  return FOUR.includes(currency) ? 4 : 2;
}
