### Die Probe im Terminal

console-welcome =
    Willkommen bei Miteinander.
    Das ist eine Probe.
    Alles passiert nur hier.
    Am Ende ist alles wieder weg.
    Schreiben Sie links einen Namen. Dann gibt es diese Person.
      Amira: /zusage 2     Amira schreibt in der Gruppe: Wir kommen mit 2 Personen.
      Amira: 1             Amira drückt den ersten Knopf.
      Amira> /start        Amira schreibt dem Bot allein.
      amt> /amt            Das Amt sieht alles.
      {""}.zeit +3d            3 Tage gehen vorbei.
      {""}.hilfe               Das können Sie alles schreiben.
console-help =
    So schreiben Sie:
      Name: Text           in der Gruppe
      Name> Text           allein an den Bot
      Name: 2              der zweite Knopf auf der neuesten Karte
      amt> …               das Amt
      {""}.zeit                Wie spät ist es?
      {""}.zeit +1d12h         Die Uhr geht weiter (s, m, h, d).
      {""}.zeit 2018-11-15T23:59:30+01:00    Die Uhr geht weiter bis zu dieser Zeit.
      {""}.wer                 Wer ist da?
      {""}.karten              alle Karten mit Knöpfen
      # …                  Das liest der Bot nicht.
    Was kann der Bot? Fragen Sie ihn: Amira> /hilfe
    Aufhören: Strg+D
console-clock-only =
    Hier können Sie nur die Uhr stellen.
    Schreiben Sie: .zeit oder .zeit +3d oder .zeit 2018-11-15T23:59:30+01:00
console-not-understood =
    Das habe ich nicht verstanden.
    Für die Gruppe schreiben Sie „Name: Text“.
    Für den Bot allein schreiben Sie „Name> Text“.
    Mehr sehen Sie mit .hilfe
console-group-is-no-person =
    Gruppe ist der Name der Gruppe.
    Bitte nennen Sie eine Person.
    Zum Beispiel: „Amira: Hallo“
console-nothing-said =
    Hinter dem Namen fehlt der Text.
    Zum Beispiel: „Amira: /zusage 2“
console-unknown-order =
    Das kenne ich nicht.
    Ich kenne: .zeit, .wer, .karten und .hilfe
console-time-not-understood =
    Diese Zeit verstehe ich nicht.
    Schreiben Sie: .zeit +3d oder .zeit 2018-11-15T23:59:30+01:00
console-time-without-offset =
    Diese Zeit ist nicht klar.
    Die Zeit-Zone fehlt. Sie steht am Ende.
    Zum Beispiel: .zeit 2018-11-15T23:59:30+01:00
console-time-past =
    Die Uhr geht nur vorwärts.
    Diese Zeit ist schon vorbei.
console-people = Diese Personen sind da:
console-officer = das Amt
console-no-cards = Es gibt noch keine Karte mit Knöpfen.
console-officer-code =
    Im Amt ist noch niemand.
    Übernehmen Sie das Amt? Dann schreiben Sie dem Bot allein: /amt { $code }
    Der Code geht nur 1 Mal. Nach dem nächsten Start geht er nicht mehr.
console-officer-code-given =
    Im Amt ist noch niemand.
    Übernehmen Sie das Amt? Dann schreiben Sie dem Bot allein: /amt und den Code aus OFFICER_CODE
    Der Code geht nur 1 Mal.
rehearsal-mark = PROBE
console-recovery-key = Das ist der Schlüssel zum Wiederherstellen. Er gehört zum Matrix-Konto. Sie sehen ihn nur dieses eine Mal. Bitte bewahren Sie ihn sicher auf: { $key }
console-emojis = { $account } möchte den Bot prüfen. Vergleichen Sie bitte die sieben Zeichen: { $emojis }
