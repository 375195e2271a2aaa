/** The lists that people, places and jobs are drawn from. No name belongs to a particular person. */

export const givenNames =
  `Aaliyah Adaeze Aiko Alejandra Amara Amina Ana Anders Andrei Anjali Anna Arjun Astrid Ayse
Beatriz Benoit Bilal Bogdan Camila Carmen Chidi Chloe Clara Daniel Dario Deepa Diego Dina Elena Elif Emeka Emil Emma
Esra Ewa Farah Fatima Felix Finn Freya Gabriel Giulia Grace Hana Hassan Helena Henrik Hiroshi Ines Ingrid Isabel Ivan
Jamal Jana Javier Jin Joana Johan Jonas Julia Kamal Karin Kofi Kwame Lars Laila Leila Lena Leo Liang Linh Lucia Luis
Magnus Mai Malik Marek Maria Marta Mateo Maya Mei Mila Mina Miriam Mohan Nadia Naomi Nia Niklas Nina Noor Olga Omar
Oscar Owen Paolo Patrick Pavel Petra Priya Rafael Rania Ravi Rosa Ruth Sakura Salma Samir Sana Sara Sergio Sofia Soren
Stefan Sunita Tariq Thandi Theo Thomas Tomas Uma Valentina Vera Victor Wanjiru Wei Yara Yusuf Zainab Zoe`.split(
    /\s+/,
  );

export const familyNames =
  `Abadi Acheampong Adeyemi Aguilar Ahmed Akhtar Almeida Andersen Bakker Banerjee Barros
Bauer Becker Bello Bianchi Boateng Brandt Campbell Carvalho Castillo Chen Choi Costa Danso Dahl Delgado Demir Desai
Diallo Dubois Eriksen Farouk Fernandes Fischer Fontaine Fraser Fujita Gallo Garcia Gupta Haddad Hansen Herrera Hoang
Horvat Ibrahim Iyer Jansen Jensen Johansson Kamau Kapoor Kaya Keller Khan Kim Kimura Kovacs Kowalski Larsen Leclerc
Lehmann Lindberg Lopez Mansour Marino Martins Mbeki Mehta Mendes Meyer Moreau Mutua Nakamura Navarro Nguyen Novak
Obi Okafor Okonkwo Olsen Ortega Osei Park Patel Pereira Petrov Popescu Qureshi Rahman Ramos Rao Reyes Ricci Rossi
Sato Schmidt Sharma Silva Singh Sokolov Souza Suarez Svensson Tanaka Tran Usman Vargas Vogel Wagner Walsh Wang
Weber Wong Yamada Yilmaz Zhang Zielinski`.split(/\s+/);

export interface City {
  name: string;
  timeZone: string;
  /** Standard time: good enough for rhythms, and needs no time zone database. */
  utcOffsetHours: number;
  weight: number;
}

export const cities: City[] = [
  { name: "Rotterdam", timeZone: "Europe/Amsterdam", utcOffsetHours: 1, weight: 9 },
  { name: "Berlin", timeZone: "Europe/Berlin", utcOffsetHours: 1, weight: 6 },
  { name: "London", timeZone: "Europe/London", utcOffsetHours: 0, weight: 5 },
  { name: "Lisbon", timeZone: "Europe/Lisbon", utcOffsetHours: 0, weight: 3 },
  { name: "Istanbul", timeZone: "Europe/Istanbul", utcOffsetHours: 3, weight: 2 },
  { name: "Nairobi", timeZone: "Africa/Nairobi", utcOffsetHours: 3, weight: 2 },
  { name: "Bengaluru", timeZone: "Asia/Kolkata", utcOffsetHours: 5.5, weight: 2 },
  { name: "New York", timeZone: "America/New_York", utcOffsetHours: -5, weight: 3 },
  { name: "Toronto", timeZone: "America/Toronto", utcOffsetHours: -5, weight: 2 },
  { name: "São Paulo", timeZone: "America/Sao_Paulo", utcOffsetHours: -3, weight: 2 },
];

export interface Department {
  name: string;
  field: string;
  skills: string[];
}

export const departments: Department[] = [
  {
    name: "Computer Science",
    field: "Software Engineering",
    skills: ["TypeScript", "Python", "distributed systems", "machine learning", "security", "SQL"],
  },
  {
    name: "Mechanical Engineering",
    field: "Product Engineering",
    skills: ["CAD", "manufacturing", "robotics", "supply chains", "materials", "quality assurance"],
  },
  {
    name: "Economics",
    field: "Finance",
    skills: ["valuation", "forecasting", "fundraising", "accounting", "pricing", "econometrics"],
  },
  {
    name: "Law",
    field: "Legal Affairs",
    skills: ["contracts", "employment law", "data protection", "negotiation", "compliance"],
  },
  {
    name: "Life Sciences",
    field: "Research",
    skills: ["clinical trials", "genomics", "statistics", "grant writing", "laboratory management"],
  },
  {
    name: "Design",
    field: "Product Design",
    skills: ["user research", "typography", "prototyping", "service design", "accessibility"],
  },
  {
    name: "Communication",
    field: "Marketing",
    skills: ["copywriting", "brand strategy", "public relations", "analytics", "event planning"],
  },
];

export const generalSkills = [
  "leadership",
  "public speaking",
  "hiring",
  "coaching",
  "project management",
  "facilitation",
];

export const interests =
  `cycling|chess|choir|climbing|cooking|football|gardening|hiking|jazz|painting|photography|poetry|
running|sailing|theatre|travel|volunteering|woodwork`
    .replaceAll("\n", "")
    .split("|");

export const personalValues =
  "autonomy|craft|curiosity|fairness|family|growth|honesty|security|service|sustainability".split(
    "|",
  );

/** Job titles from the first job to the top, `*` being the field. */
export const ladder = ["Junior *", "*", "Senior *", "Lead, *", "Head of *", "Director of *"];

const organizationStems =
  `Alder|Beacon|Brightwater|Canopy|Cobalt|Dovetail|Driftwood|Eastgate|Ember|Fairfield|Fjord|
Granite|Harbour|Heron|Juniper|Keystone|Lantern|Larkspur|Meridian|Millstone|Northlight|Orchard|Pinnacle|Quayside|
Redwood|Riverbend|Saffron|Silverline|Stonebridge|Tidal|Umbra|Vantage|Westfall|Willow|Yarrow|Zephyr`
    .replaceAll("\n", "")
    .split("|");
const organizationKinds = ["Systems", "Partners", "Labs", "Group", "Health", "Studio"];

/** Heavy-tailed: the first organizations employ many of the alumni, most employ a few. */
export const organizations = organizationStems.map((stem, i) => ({
  name: `${stem} ${organizationKinds[i % organizationKinds.length]}`,
  weight: 1 / (i + 2) ** 0.8,
}));
