export const givenNames = (
  'Aaliyah Adaeze Aiko Alejandro Amara Amélie Anders Anouk Arjun Astrid Ayşe Beatriz Björn Camila Chidi Chloé Dagny ' +
  'Diego Elif Emeka Emma Enzo Fatima Femke Freya Giulia Hana Hassan Hiroshi Ines Ingrid Ivan Jamal Jana João Kenji ' +
  'Lars Layla Liam Lucía Luka Maeve Magnus Marek Mateo Mei Mina Mohammed Nadia Naledi Niamh Noa Olga Omar Oskar Pablo ' +
  'Priya Rafael Ravi Rosa Sanne Sara Seán Siiri Sofia Sven Tamar Tariq Tereza Thandi Tomás Viktor Wei Yara Yusuf Zoë'
).split(' ');

export const familyNames = (
  'Abe Adeyemi Ahmed Andersson Bakker Banerjee Becker Bianchi Castro Chen Cohen Costa Dahl Delacroix Demir Dubois ' +
  'Eriksen Fernández Fischer Fitzgerald García Gruber Gupta Haddad Hansen Horvat Ibrahim Ivanova Jansen Jensen Johnson ' +
  'Kaya Khan Kim Kováč Kowalski Larsen Lindqvist Liu Lopes Mahlangu Martins Mbeki Moreau Müller Murphy Nakamura Ndiaye ' +
  "Nguyen Novák Nowak O'Connor Okafor Oliveira Patel Petrov Popescu Ramos Rossi Ryan Sato Schmidt Silva Singh Sørensen " +
  'Suzuki Tanaka Torres Tóth Van-Dijk Varga Virtanen Wang Weber Yılmaz Zhang Zimmermann'
).split(' ');

export const companyWords = (
  'Alder Amber Atlas Beacon Birch Boreal Borough Cedar Cinder Cobalt Copper Coral Delta Dune Ember Falcon Fjord Flint ' +
  'Glacier Granite Harbor Heron Indigo Juniper Kestrel Lantern Larch Lumen Maple Meridian'
).split(' ');

export const companyKinds = ['Logistics', 'Foods', 'Health', 'Energy', 'Textiles', 'Robotics', 'Insurance', 'Media'];
export const companyForms = ['GmbH', 'Ltd', 'S.A.', 'AB', 'Inc', 'B.V.', 'K.K.', 'Pty Ltd'];

export const productNames = [
  'Helpdesk Cloud',
  'Helpdesk Server',
  'Field Service',
  'Warehouse Scanner',
  'Fleet Tracker',
  'Payment Terminal',
  'Analytics Suite',
  'Developer API',
  'Training Academy',
  'Premium Support',
  'On-site Care',
  'Data Residency',
];
