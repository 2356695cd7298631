### Die Probe im Terminal

console-welcome =
    Willkommen bei Miteinander. Das ist eine Probe: Alles geschieht nur hier, und nichts davon bleibt.
    Links steht, wer spricht. Personen entstehen, wenn Sie sie nennen.
      Amira: /zusage 2     Amira sagt in der Gruppe für zwei Personen zu
      Amira: 1             Amira drückt die erste Schaltfläche der neuesten Karte
      Amira> /start        Amira schreibt dem Bot privat
      amt> /amt            die Übersicht des Amts
      {""}.zeit +3d            drei Tage vergehen; was fällig ist, geschieht
      {""}.hilfe               alles, was Sie hier schreiben können
console-help =
    So schreiben Sie:
      Name: Text           in der Gruppe
      Name> Text           privat an den Bot
      Name: 2              zweite Schaltfläche der neuesten Karte dort
      amt> …               die Integrationsbeauftragte oder der Integrationsbeauftragte
      {""}.zeit                wie spät es ist
      {""}.zeit +1d12h         die Uhr geht weiter (s, m, h, d)
      {""}.zeit 2018-11-15T23:59:30+01:00    bis zu diesem Zeitpunkt
      {""}.wer                 wer schon da ist
      {""}.karten              alle Karten, die man drücken kann
      # …                  Anmerkung, wird übergangen
    Was der Bot kann, sagt er selbst: Amira> /hilfe
    Ende: Strg+D.
console-clock-only = Hier wird nur die Uhr gestellt: .zeit, .zeit +3d oder .zeit 2018-11-15T23:59:30+01:00.
console-not-understood = Das habe ich nicht verstanden: Bitte schreiben Sie „Name: Text“ für die Gruppe oder „Name> Text“ für privat (.hilfe zeigt mehr).
console-group-is-no-person = Gruppe ist der Name der Gruppe: Bitte nennen Sie die Person, die dort schreibt, zum Beispiel „Amira: Hallo“.
console-nothing-said = Hinter dem Namen fehlt, was gesagt wird, zum Beispiel „Amira: /zusage 2“.
console-unknown-order = Diese Anweisung kenne ich nicht: Es gibt .zeit, .wer, .karten und .hilfe.
console-time-not-understood = Diese Zeit verstehe ich nicht: Bitte schreiben Sie .zeit +3d oder .zeit 2018-11-15T23:59:30+01:00.
console-time-without-offset = Diese Zeit ist nicht eindeutig: Bitte schreiben Sie den Abstand zur Weltzeit dahinter, zum Beispiel .zeit 2018-11-15T23:59:30+01:00.
console-time-past = Die Uhr geht nur vorwärts: Dieser Zeitpunkt ist schon vorbei.
console-people = Bisher sind da:
console-officer = das Amt
console-no-cards = Es gibt noch keine Karte, die man drücken kann.
console-officer-code = Das Amt ist noch nicht besetzt. Wer es übernimmt, schreibt dem Bot privat: /amt { $code } (gilt einmal und bis zum nächsten Start).
console-officer-code-given = Das Amt ist noch nicht besetzt. Wer es übernimmt, schreibt dem Bot privat: /amt und den Code aus OFFICER_CODE (gilt einmal).
rehearsal-mark = PROBE
console-recovery-key = Wiederherstellungsschlüssel des Matrix-Kontos, wird nur dieses eine Mal gezeigt. Bitte bewahren Sie ihn sicher und getrennt vom Server auf: { $key }
console-emojis = Matrix: { $account } möchte den Bot bestätigen. Bitte vergleichen Sie die sieben Zeichen mit denen auf dem anderen Gerät: { $emojis }
