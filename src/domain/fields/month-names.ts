/**
 * The months in the languages of usual exports, each by the letters that tell it from the others. A list of its own, as
 * what `Intl` says differs between the browser that checks a file and the server that sends its rows.
 */
const months: readonly string[] = [
  'jan january januar jänner jän janv janvier ene enero januari januára janeiro gen gennaio stycznia stycznia sty styczeń ledna leden led január januar янв января січня oca ocak ιαν ιανουαρίου',
  'feb february februar feber févr fév février febrero februari fev fevereiro febbraio lutego luty lut února únor úno február фев февраля лютого şub şubat φεβ φεβρουαρίου',
  'mar march märz mär mrz mars marzo maart mrt março marca marzec března březen bře március márc март мар марта березня mart μαρ μαρτίου',
  'apr april avr avril abr abril aprile kwietnia kwiecień kwi dubna duben dub április ápr апр апреля квітня nis nisan απρ απριλίου',
  'may mai mayo mei maio mag maggio maja maj května květen kvě május máj май мая травня mayıs μαΐ μαΐου',
  'jun june juni juin junio junho giu giugno czerwca czerwiec cze června červen čvn június jún июн июня червня haz haziran ιουν ιουνίου',
  'jul july juli juil juillet julio julho lug luglio lipca lipiec lip července červenec čvc július júl июл июля липня tem temmuz ιουλ ιουλίου',
  'aug august août aoû ago agosto augustus sierpnia sierpień sie srpna srpen srp augusztus авг августа серпня ağu ağustos αυγ αυγούστου',
  'sep sept september septembre septiembre set setembro settembre września wrzesień wrz září zář szeptember szept сен сент сентября вересня eyl eylül σεπ σεπτεμβρίου',
  'oct october okt oktober octobre octubre out outubro ott ottobre października październik paź října říjen říj október окт октября жовтня eki ekim οκτ οκτωβρίου',
  'nov november novembre noviembre novembro listopada listopad lis nov listopadu novembre ноя нояб ноября листопада kas kasım νοε νοεμβρίου',
  'dec december dez dezember déc décembre dic diciembre dezembro dicembre grudnia grudzień gru prosince prosinec pro дек декабря грудня ara aralık δεκ δεκεμβρίου',
];

const monthOf: ReadonlyMap<string, number> = new Map(
  months.flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)),
);

/** The month of that name, 1 to 12, or undefined. Letter case and a period behind it do not count. */
export const monthNamed = (name: string): number | undefined => monthOf.get(name.toLowerCase().replace(/\.$/, ''));
