### Begrüßung, Sprache, eigene Daten

welcome-title = Guten Tag
welcome = Hier können Sie zu Veranstaltungen zusagen, absagen oder vielleicht sagen. Ihre Antwort können Sie jederzeit ändern.
welcome-languages = Andere Sprache: /sprache · Other language: /language
notice-short = Gespeichert werden Ihr Name im Messenger und Ihre Antworten, nur für diese Veranstaltungen. Mehr dazu: /datenschutz. Löschen: /loeschen.

ask-language = Welche Sprache möchten Sie?
language-set = Ab jetzt schreibe ich Ihnen auf { $language }.
language-unknown = Diese Sprache kann ich noch nicht. Es gibt: { $languages }.

data-title = Das ist über Sie gespeichert
data-name = Name: { $name }
data-language = Sprache: { $language }
data-language-guessed = wie in Ihrem Messenger
data-account = Chat-Konto: { $messenger }
data-account-named = Chat-Konto: { $messenger }, { $name }
data-file = meine-daten.json
data-none = Über Sie ist nichts gespeichert.
data-in-private = Das zeige ich Ihnen nur im privaten Chat.

forget-sure =
    Möchten Sie alles löschen, was über Sie gespeichert ist?
    Ihre Rückmeldungen und Einträge in Mitbringlisten fallen weg, ein Platz wird frei. Das lässt sich nicht rückgängig machen.
forget-yes = Ja, alles löschen
forget-no = Nein, behalten
forget-kept = Gut, es bleibt alles, wie es ist.
forget-done = Alles, was über Sie gespeichert war, ist gelöscht. Wenn Sie wieder mitmachen möchten, genügt ein Tipp auf eine Karte.

privacy-title = Was mit Ihren Daten geschieht
privacy-what = Gespeichert werden: Ihr Name und Ihre Kennung im Messenger (nicht Ihre Telefonnummer), Ihre Sprache, Ihre Rückmeldungen mit Personenzahl, was Sie mitbringen und was Sie zu Erinnerungen und Ruhezeit wünschen.
privacy-never = Nicht gefragt und nicht gespeichert werden: Herkunft, Staatsangehörigkeit, Religion, Alter und Adresse.
privacy-why = Zweck ist allein die Vorbereitung der Veranstaltungen dieses Beteiligungsprozesses, auf Grundlage Ihrer Einwilligung (Art. 6 Abs. 1 Buchst. a DSGVO). In der Gruppe stehen nur Zahlen, in der Mitbringliste steht nur, was mitgebracht wird. Die Namen sieht allein das Amt.
privacy-how-long = Der Text Ihrer Nachrichten wird nach etwa einer Woche gelöscht. Alles andere löschen Sie jederzeit selbst mit /loeschen.
privacy-messenger = Auch der Anbieter Ihres Messengers verarbeitet, was Sie hier schreiben. Telefon und E-Mail stehen Ihnen immer offen: /kontakt.
privacy-rights = Sie können Auskunft (/meine_daten), Berichtigung und Löschung (/loeschen) verlangen, Ihre Einwilligung widerrufen und sich bei der Datenschutzaufsicht des Bundeslandes beschweren.
privacy-operator = Verantwortlich: { $operator }
privacy-officer = Datenschutzbeauftragte/r: { $officer }
privacy-not-named = noch nicht benannt
