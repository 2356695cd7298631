### Begrüßung, Sprache, eigene Daten

welcome-title = Guten Tag
welcome =
    Die Stadt macht Veranstaltungen.
    Sie können hier antworten.
    Sie können sagen: Ich komme. Vielleicht. Oder: Ich komme nicht.
    Sie können Ihre Antwort immer ändern.
welcome-languages = Andere Sprache: /sprache · Other language: /language
notice-short =
    Wir speichern Ihren Namen und Ihre Antworten.
    Wir brauchen das nur für diese Veranstaltungen.
    Mehr lesen: /datenschutz
    Alles löschen: /loeschen

ask-language = Welche Sprache möchten Sie?
language-set = Ab jetzt schreibe ich so: { $language }
language-unknown =
    Diese Sprache kann ich noch nicht.
    Ich kann: { $languages }

data-title = Das haben wir über Sie gespeichert
data-name = Name: { $name }
data-language = Sprache: { $language }
data-language-guessed = wie in Ihrem Chat-Programm
data-account = Chat-Konto: { $messenger }
data-account-named = Chat-Konto: { $messenger }, { $name }
data-file = meine-daten.json
data-none = Wir haben nichts über Sie gespeichert.
data-in-private =
    Das zeige ich nur Ihnen allein.
    Bitte fragen Sie im privaten Chat.

forget-sure =
    Möchten Sie alles löschen?
    Dann löschen wir Ihren Namen.
    Dann löschen wir auch Ihre Antworten.
    Ihr Platz wird frei.
    Das können wir nicht zurückholen.
forget-yes = Ja, alles löschen
forget-no = Nein, behalten
forget-kept = Gut. Alles bleibt wie vorher.
forget-done =
    Wir haben alles über Sie gelöscht.
    Sie können wieder mitmachen. Tippen Sie dann auf einen Knopf bei einer Veranstaltung.

privacy-title = Das machen wir mit Ihren Daten
privacy-what =
    Das speichern wir:
    Ihren Namen im Chat.
    Ihre Kennung im Chat. Das ist nicht Ihre Telefon-Nummer.
    Ihre Sprache.
    Ihre Wünsche zu Erinnerungen und Ruhe-Zeit.
    Ihre Antworten und die Zahl der Personen.
    Und das, was Sie mitbringen.
privacy-never =
    Das fragen wir nicht. Und das speichern wir nicht:
    Ihre Herkunft.
    Ihren Pass.
    Ihre Religion.
    Ihr Alter.
    Ihre Adresse.
privacy-why =
    Wir brauchen Ihre Daten nur für die Veranstaltungen.
    Sie sagen dazu Ja, wenn Sie antworten. (Das Gesetz heißt: Artikel 6 Absatz 1 Buchstabe a DSGVO.)
    In der Gruppe stehen nur Zahlen.
    In der Mitbring-Liste stehen nur die Sachen.
    Ihren Namen sieht nur das Amt.
privacy-how-long =
    Wir löschen den Text Ihrer Nachrichten nach etwa 1 Woche.
    Alles andere können Sie selbst löschen: /loeschen
    Das geht immer.
privacy-messenger =
    Auch die Firma von Ihrem Chat-Programm bekommt Ihre Nachrichten.
    Sie können auch anrufen oder eine E-Mail schreiben: /kontakt
privacy-rights =
    Das sind Ihre Rechte:
    Sie können alle Daten sehen: /meine_daten
    Sie können alle Daten löschen: /loeschen
    Ist etwas falsch? Dann ändern wir es.
    Sie können immer sagen: Ich möchte das nicht mehr.
    Sie können sich beschweren. Das geht bei der Datenschutz-Aufsicht vom Bundesland.
privacy-operator = Verantwortlich: { $operator }
privacy-officer = Datenschutz-Beauftragte/r: { $officer }
privacy-not-named = Das wissen wir noch nicht.
