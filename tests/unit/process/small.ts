/** The shortest process file that touches every rule. Line numbers are on the left so that tests can name places. */
const NUMBERED = `
 1|process:
 2|  key: klein
 3|  title: Kleiner Prozess
 4|  purpose: Probe
 5|  zone: Europe/Berlin
 6|  languages: [de, en]
 7|  contact:
 8|    office: Amt
 9|    phone: "030 23125-100"
10|    email: amt@example.org
11|  privacy:
12|    operator: { name: Stadt, address: Markt 1, email: stadt@example.org }
13|    dataProtectionOfficer: { phone: "030 23125" }
14|mandate: null
15|phases:
16|  - { key: eins, title: Eins, from: Herbst 2018, until: 2018-12-31 }
17|events:
18|  - key: auftakt
19|    kind: KICKOFF
20|    phase: eins
21|    title: Auftakt
22|    weekday: Samstag
23|    date: 2018-11-24
24|    start: 14:00
25|    end: 18:30
26|    place: { de: Rathaus, en: Town hall }
27|    capacity: 80
28|    replyDeadline: { date: 2018-11-15, confirmed: false }
29|    bringList:
30|      slots:
31|        - { key: kuchen, kind: DISH, title: Kuchen }
32|fieldsOfAction:
33|  - { key: wohnen, title: Wohnen }
34|workingGroups:
35|  - { key: ag-wohnen, title: AG Wohnen, fieldOfAction: wohnen }
36|steeringGroup:
37|  sectors:
38|    CITIZENS: { min: 6, max: 8 }
39|    ADMINISTRATION: { min: 1, max: 2 }
40|    POLITICS: { min: 1, max: 2 }
41|    INSTITUTIONS: { min: 1, max: 2 }
42|  meetings: { min: 3, max: 4 }
43|reminders:
44|  - { key: vortag, when: { daysBefore: 1, time: 18:00 }, to: [ATTENDING], events: [auftakt] }
`;

export const SMALL = NUMBERED.trimStart().replace(/^ ?\d+\|/gmu, '').trimStart();

/** SMALL with one passage (which must occur once) replaced. */
export function smallWith(passage: string, replacement: string): string {
  if (SMALL.split(passage).length !== 2) throw new Error(`not exactly once in SMALL: ${passage}`);
  return SMALL.replace(passage, () => replacement);
}
