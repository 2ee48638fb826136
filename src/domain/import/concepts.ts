import { headerKey } from '../kinds/header-key';

/**
 * What columns of usual exports are called in English, German, French, Spanish, Portuguese, Italian, Dutch, Polish and
 * Japanese. A detail field and a header that mean the same are matched, whatever language each is in.
 */
const concepts = {
  email: [
    'email, e-mail, email address, e-mail address, email id, mail, mail address, user email',
    'customer email, contact email, work email, primary email, e-mail 1 - value, E-Mail-Adresse',
    'Mailadresse, courriel, adresse e-mail, adresse électronique, correo, correo electrónico',
    'endereço de e-mail, indirizzo e-mail, posta elettronica, e-mailadres, adres e-mail, メール, メールアドレス',
    'Eメール',
  ],
  // Surest first: a whole name, what may be one or a last name, and words for someone, which other things are called by.
  'display name': [
    'display name, full name, customer name, contact name, Kundenname, vollständiger Name, voller Name',
    'Anzeigename, nom complet, nom affiché, nombre completo, nombre y apellidos, nome completo, nome e cognome',
    'volledige naam, imię i nazwisko, pełna nazwa, 氏名, 表示名, 顧客名, jméno a příjmení, teljes név, ad soyad, фио',
  ],
  name: ['name, naam, 名前, nome, nom, nombre, nazwa, navn, namn, jméno, név, isim, имя, 姓名'],
  person: ['customer, contact, user name, username, Kunde, Ansprechpartner, Benutzername, client, cliente, klient'],
  'first name': [
    'fname, givenname, contact first name, customer first name, křestní jméno, keresztnév, förnamn, fornavn',
    'first name, given name, forename, first, Vorname, prénom, nombre, nombre de pila, nome',
    'primeiro nome, voornaam, imię, 名, 名（名）',
  ],
  'last name': [
    'lname, sn, contact last name, customer last name, příjmení, vezetéknév, soyad, фамилия, efternamn, etternavn',
    'last name, surname, family name, last, Nachname, Familienname, nom, nom de famille, apellido',
    'apellidos, sobrenome, apelido, cognome, achternaam, nazwisko, 姓, 苗字',
  ],
  'middle name': [
    'middle name, middle names, middle, additional name, contact middle name, zweiter Vorname, deuxième prénom',
    'segundo nombre, nome do meio, secondo nome, tweede voornaam, drugie imię',
  ],
  organization: [
    'organization, organizations, organisation, organisations, org, orgs, company, companies',
    'company name, organization name, organisation name, org name, account name, account',
    'associated company, primary associated company, Firma, Firmenname, Unternehmen, entreprise',
    'société, nom de l’entreprise, empresa, nombre de la empresa, nome da empresa, azienda, società',
    'ragione sociale, bedrijf, bedrijfsnaam, firma, nazwa firmy, 会社, 会社名, 組織, 企業名',
  ],
  product: [
    'product, products, product name, product names, Produkt, Produkte, produit, produits, producto',
    'productos, produto, produtos, prodotto, prodotti, produkty, 製品, 商品',
  ],
  phone: [
    'phone, phone number, telephone, telephone number, mobile, mobile phone, mobile phone number',
    'phone 1 - value, work phone, primary phone, main phone, contact phone, office phone, mobile number, cell phone',
    'business phone, tel, cell, Telefon, Telefonnummer, Handy, Mobiltelefon, téléphone',
    'numéro de téléphone, portable, teléfono, número de teléfono, móvil, telefone, celular, telefono',
    'cellulare, telefoon, telefoonnummer, telefon komórkowy, numer telefonu, 電話, 電話番号, 携帯電話',
  ],
  region: ['region, area, territory, Gebiet, région, región, região, regione, regio, 地域'],
  country: ['country, country/region, Land, pays, país, paese, kraj, 国'],
  city: ['city, town, Stadt, Ort, ville, ciudad, cidade, città, stad, plaats, miasto, 市区町村, 都市'],
  address: [
    'address, street, street address, mailing street, billing street, Adresse, Anschrift, Straße, rue',
    'dirección, calle, endereço, indirizzo, via, adres, straat, ulica, 住所',
  ],
  'postal code': [
    'postal code, zip, zip code, postcode, PLZ, Postleitzahl, code postal, código postal, CEP, CAP',
    'kod pocztowy, 郵便番号',
  ],
  website: [
    'website, web site, url, homepage, web, site web, sitio web, site, sito web, strona internetowa',
    'ウェブサイト, company domain name, domain',
  ],
  notes: [
    'notes, note, comment, comments, description, remarks, Notizen, Notiz, Bemerkung, Bemerkungen',
    'Kommentar, Beschreibung, remarques, commentaire, notas, comentarios, observações, annotazioni',
    'opmerkingen, notatki, uwagi, メモ, 備考',
  ],
  'job title': [
    'job title, title, position, role, Position, Funktion, poste, fonction, cargo, puesto, ruolo',
    'functie, stanowisko, 役職',
  ],
  industry: ['industry, sector, Branche, secteur, sector de actividad, setor, settore, branche, branża, 業種'],
  language: ['language, locale, preferred language, Sprache, langue, idioma, lingua, taal, język, 言語'],
  since: [
    'since, customer since, member since, Kunde seit, seit, client depuis, cliente desde, cliente dal',
    'klant sinds, klient od, 契約日',
  ],
  'valid until': [
    'valid until, valid to, valid through, end date, ends, ends on, expires, expires on, expiry, expiry date',
    'expiration, expiration date, gültig bis, Enddatum, Ablaufdatum, läuft ab am, Laufzeitende, Vertragsende',
    'date de fin, date d’expiration, date d’échéance, valable jusqu’au, fecha de fin, fecha de vencimiento',
    'válido hasta, válido até, data de término, data de vencimento, data di scadenza, scadenza, valido fino al',
    'geldig tot, einddatum, vervaldatum, ważne do, data ważności, 有効期限, 終了日',
  ],
  seats: ['seats, number of seats, Plätze, Anzahl Plätze, nombre de places, puestos, postazioni, 席数'],
  licenses: [
    'licenses, licences, number of licenses, number of licences, user licenses, Lizenzen, Anzahl Lizenzen',
    'nombre de licences, licencias, licenças, licenze, licenties, licencje, ライセンス, ライセンス数',
  ],
  employees: [
    'employees, number of employees, employee count, no. of employees, headcount, Mitarbeiter, Mitarbeiterzahl',
    'Anzahl Mitarbeiter, effectif, nombre d’employés, empleados, número de empleados, funcionários, dipendenti',
    'numero dipendenti, aantal medewerkers, liczba pracowników, 従業員数',
  ],
  'external id': [
    'external id, external customer id, externalid, record id, Externe ID, ID externe, ID externo',
    'ID esterno, extern ID, ID zewnętrzny, 外部ID',
  ],
  tags: ['tags, labels, Schlagwörter, étiquettes, etiquetas, etichette, etykiety, タグ'],
} as const;

export type Concept = keyof typeof concepts;

/** The words for a concept, which stand in lines of several. */
function wordsOf(concept: Concept): string[] {
  return concepts[concept].flatMap((line) => line.split(', '));
}

const meaning = new Map<string, Set<Concept>>();
for (const concept of Object.keys(concepts) as Concept[]) {
  for (const word of wordsOf(concept)) {
    const key = headerKey(word);
    meaning.set(key, (meaning.get(key) ?? new Set()).add(concept));
  }
}

/** Remarks that exports put behind the name of a column: "Name (required)", "Since [YYYY-MM-DD]", "E-mail *". */
const remark = /\s*[([{（].*?[)\]}）]|[\s*:]+$/g;

/** The keys that a header is compared by: all of it, and without remarks. */
export function keysOf(header: string): string[] {
  const [whole, plain] = [headerKey(header), headerKey(header.replaceAll(remark, ''))];
  return plain === '' || plain === whole ? [whole] : [whole, plain];
}

/** What a header, or the name of a field, can mean; several where languages share a word, as "nome" is. */
export function conceptsOf(name: string): ReadonlySet<Concept> {
  for (const key of keysOf(name)) {
    const found = meaning.get(key);
    if (found) return found;
  }
  return none;
}
const none: ReadonlySet<Concept> = new Set();

/** The keys, as `headerKey` makes them, of all words for a concept. */
export const wordsFor = (concept: Concept): string[] => [...new Set(wordsOf(concept).map(headerKey))];
